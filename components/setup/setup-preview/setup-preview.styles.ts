import { css } from 'lit';
import { tokens } from '../../shared/tokens.styles.ts';
import { setupStyles } from '../shared/setup.styles.ts';

/** The heading, the grouped controls, and the panel below them. */
export const styles = [
  tokens,
  setupStyles,
  css`
    :host {
      display: block;
      padding: var(--omni-space-5);
      overflow-y: auto;
    }
    h2 {
      font: var(--omni-text-md);
      font-weight: var(--omni-weight-bold);
    }
    header p {
      color: var(--omni-text-quiet);
      font: var(--omni-text-sm);
    }
    header {
      display: flex;
      gap: var(--omni-space-2);
      align-items: start;
      justify-content: space-between;
    }
    .controls {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: var(--omni-space-2) var(--omni-space-3);
      margin-block: var(--omni-space-3);
    }
    .controls > div {
      display: grid;
      grid-column: 1 / -1;
      grid-template-columns: subgrid;
    }
    .controls .label {
      padding-block: calc(0.375 * var(--omni-rem));
    }
    .buttons {
      display: flex;
      flex-wrap: wrap;
      gap: var(--omni-space-2);
      align-items: start;
      min-inline-size: 0;
    }
    .button.small {
      background: var(--omni-surface-raised);
    }
    .button.small:disabled {
      border-color: var(--omni-border);
      background: none;
      color: var(--omni-text-quiet);
      cursor: default;
    }
    .button.bare {
      background: none;
    }
    /* Queues have long names: their rows take the whole width. */
    .controls > div:has(.channel) {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }
    /* The buttons of all channels are as wide as the widest. */
    .buttons:has(.channel) {
      display: grid;
      grid-template-columns: fit-content(50%) minmax(0, 1fr);
      gap: var(--omni-space-2) var(--omni-space-3);
    }
    .channel {
      display: grid;
      grid-column: 1 / -1;
      grid-template-columns: subgrid;
      align-items: center;
    }
    .channel label {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: var(--omni-space-2);
      align-items: center;
      color: var(--omni-text-quiet);
      font: var(--omni-text-sm);
    }
    select {
      block-size: calc(2 * var(--omni-rem));
      font: var(--omni-text-sm);
    }
    .line {
      margin-block-end: var(--omni-space-3);
    }
    .line:empty {
      display: none;
    }
  `,
];
