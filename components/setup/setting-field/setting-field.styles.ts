import { css } from 'lit';
import { setupStyles } from '../shared/setup.styles.ts';

export const styles = [
  setupStyles,
  css`
    :host {
      display: grid;
      gap: calc(0.375 * var(--omni-rem));
      align-content: start;
      min-inline-size: 0;
    }
    .number {
      font-variant-numeric: tabular-nums;
    }
    .boxed > .number:not(:last-child) {
      padding-inline-end: calc(5 * var(--omni-rem));
    }
    .unit {
      position: absolute;
      inset-inline-end: var(--omni-space-3);
      color: var(--omni-text-quiet);
      font: var(--omni-text-sm);
      pointer-events: none;
    }
    .switch {
      display: flex;
      gap: var(--omni-space-4);
      align-items: center;
      justify-content: space-between;
      min-block-size: calc(1.5 * var(--omni-rem));
      font: var(--omni-text-md);
      font-weight: var(--omni-weight-medium);
      cursor: pointer;
    }
    .switch .hint {
      display: block;
      font-weight: var(--omni-weight-regular);
    }
    .pair {
      display: grid;
      grid-template-columns: calc(7 * var(--omni-rem)) minmax(0, 1fr);
      gap: var(--omni-space-2);
    }
    .blank {
      display: grid;
      gap: calc(0.375 * var(--omni-rem));
      padding: var(--omni-space-3);
      border-radius: var(--omni-radius-md);
      background: var(--omni-surface-sunken);
    }
    .cards {
      display: grid;
      /* One column below calc(24 * var(--omni-rem)), since two columns with a third field below would be confusing. */
      grid-template-columns: repeat(
        auto-fit,
        minmax(min(100%, max(calc(9 * var(--omni-rem)), (calc(24 * var(--omni-rem)) - 100%) * 999)), 1fr)
      );
      gap: var(--omni-space-2);
    }
    .cards legend {
      margin-block-end: calc(0.375 * var(--omni-rem));
    }
    .cards label {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: 2px var(--omni-space-2);
      align-content: start;
      padding: var(--omni-space-3);
      border: 1px solid var(--omni-border-control);
      border-radius: var(--omni-radius-md);
      overflow-wrap: anywhere;
      hyphens: auto;
      cursor: pointer;
    }
    .cards b {
      font-weight: var(--omni-weight-medium);
      line-height: calc(1.125 * var(--omni-rem));
    }
    .cards .hint {
      grid-column: 2;
    }
    .cards label:has(:checked) {
      border-color: var(--omni-accent-fill);
      background: var(--omni-surface-selected);
      box-shadow: inset 0 0 0 1px var(--omni-accent-fill);
    }
  `,
];
