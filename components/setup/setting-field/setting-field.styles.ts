import { css } from 'lit';
import { setupStyles } from '../shared/setup.styles.ts';

export const styles = [
  setupStyles,
  css`
    :host {
      display: grid;
      gap: 0.375rem;
      align-content: start;
      min-inline-size: 0;
    }
    .number {
      font-variant-numeric: tabular-nums;
    }
    .boxed > .number:not(:last-child) {
      padding-inline-end: 5rem;
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
      min-block-size: 1.5rem;
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
      grid-template-columns: 7rem minmax(0, 1fr);
      gap: var(--omni-space-2);
    }
    .blank {
      display: grid;
      gap: 0.375rem;
      padding: var(--omni-space-3);
      border-radius: var(--omni-radius-md);
      background: var(--omni-surface-sunken);
    }
    .cards {
      display: grid;
      /* One column below 24rem, since two columns with a third field below would be confusing. */
      grid-template-columns: repeat(auto-fit, minmax(min(100%, max(9rem, (24rem - 100%) * 999)), 1fr));
      gap: var(--omni-space-2);
    }
    .cards legend {
      margin-block-end: 0.375rem;
    }
    .cards label {
      display: grid;
      grid-template-columns: auto 1fr;
      gap: 2px var(--omni-space-2);
      align-content: start;
      padding: var(--omni-space-3);
      border: 1px solid var(--omni-border-control);
      border-radius: var(--omni-radius-md);
      cursor: pointer;
    }
    .cards b {
      font-weight: var(--omni-weight-medium);
      line-height: 1.125rem;
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
