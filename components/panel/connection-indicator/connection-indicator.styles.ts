import { css } from 'lit';
import { shared } from '../../shared/shared.styles.ts';

export const styles = [
  shared,
  css`
    :host {
      display: block;
    }
    [part='line'] {
      border-block-start: 1px solid var(--omni-border);
      display: flex;
      align-items: center;
      gap: var(--omni-space-2);
      min-block-size: calc(2.75 * var(--omni-rem));
      padding-inline: var(--omni-space-4);
      color: var(--omni-text-quiet);
      font: var(--omni-text-xs);
    }
    :host([status='interrupted']) [part='line'] {
      color: inherit;
      font: var(--omni-text-sm);
    }
    .aside {
      margin-inline-start: auto;
      color: var(--omni-text-quiet);
    }
  `,
];
