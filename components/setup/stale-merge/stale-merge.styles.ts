import { css } from 'lit';
import { setupStyles } from '../shared/setup.styles.ts';
import { tableStyles } from '../shared/table.styles.ts';

export const styles = [
  setupStyles,
  tableStyles,
  css`
    section {
      display: grid;
      gap: var(--omni-space-3);
      justify-items: start;
      margin-block-end: var(--omni-space-5);
      padding: var(--omni-space-4);
      border: 1px solid var(--omni-caution-fill);
      border-radius: var(--omni-radius-md);
      background: var(--omni-surface);
    }
    h2 {
      font: var(--omni-text-md);
      font-weight: var(--omni-weight-bold);
    }
    label {
      display: flex;
      gap: var(--omni-space-2);
      align-items: start;
      font-weight: var(--omni-weight-regular);
      cursor: pointer;
    }
    .hint {
      display: block;
      font-weight: var(--omni-weight-regular);
    }
  `,
];
