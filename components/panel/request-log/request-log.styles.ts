import { css } from 'lit';
import { listStyles } from '../../shared/list.styles.ts';

export const styles = [
  listStyles,
  css`
    .refusal {
      display: block;
      color: var(--omni-critical);
    }
    details {
      grid-column: 1 / -1;
      font: var(--omni-text-xs);
    }
    summary {
      inline-size: fit-content;
      padding-block: var(--omni-space-1);
      border-radius: var(--omni-radius-sm);
      text-decoration: underline dotted;
      text-underline-offset: 0.2em;
      cursor: pointer;
    }
    details p {
      padding-block-end: var(--omni-space-1);
      text-wrap: pretty;
    }
    .foot {
      display: flex;
      flex-wrap: wrap;
      gap: var(--omni-space-2);
      align-items: center;
      justify-content: space-between;
      padding: var(--omni-space-2) var(--omni-space-4);
      border-block-start: 1px solid var(--omni-border);
      color: var(--omni-text-quiet);
      font: var(--omni-text-xs);
    }
  `,
];
