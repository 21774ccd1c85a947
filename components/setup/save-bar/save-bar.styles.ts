import { css } from 'lit';
import { setupStyles } from '../shared/setup.styles.ts';

export const styles = [
  setupStyles,
  css`
    :host {
      position: sticky;
      z-index: 2;
      inset-block-end: 0;
      display: block;
      padding-block: var(--omni-space-3) var(--omni-space-4);
    }
    [part='bar'] {
      display: flex;
      flex-wrap: wrap;
      gap: var(--omni-space-2);
      align-items: center;
      padding: var(--omni-space-2) var(--omni-space-2) var(--omni-space-2) var(--omni-space-4);
      padding-inline: var(--omni-space-4) var(--omni-space-2);
      border-radius: var(--omni-radius-lg);
      background: var(--omni-surface-raised);
      box-shadow:
        var(--omni-shadow-3),
        0 0 0 1px var(--omni-border-strong);
    }
    .said {
      flex: 1 1 calc(12 * var(--omni-rem));
      min-inline-size: 0;
      font: var(--omni-text-sm);
    }
    .buttons {
      display: flex;
      flex: 0 1 auto;
      flex-wrap: wrap;
      gap: var(--omni-space-2);
      justify-content: end;
    }
    b {
      font-weight: var(--omni-weight-bold);
    }
    .saved {
      align-items: center;
      min-block-size: var(--omni-control-md);
    }
    .saved svg {
      color: var(--omni-positive-fill);
    }
    .moved {
      flex: 1 1 100%;
      order: 3;
      font: var(--omni-text-sm);
    }
    .moved summary {
      cursor: pointer;
    }
    .moved ul {
      max-block-size: calc(10 * var(--omni-rem));
      overflow: auto;
      padding-block: var(--omni-space-1);
      overflow-wrap: anywhere;
    }
  `,
];
