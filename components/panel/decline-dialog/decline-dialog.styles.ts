import { css } from 'lit';
import { shared } from '../../shared/shared.styles.ts';

export const styles = [
  shared,
  css`
    :host {
      display: grid;
    }
    dialog {
      position: static;
      inline-size: 100%;
      max-inline-size: none;
      margin: 0;
      padding: 0;
      border: 0;
      border-radius: inherit;
      background: var(--omni-surface-raised);
      color: inherit;
    }
    form {
      display: flex;
      flex-direction: column;
      min-block-size: 100%;
    }
    header {
      display: grid;
      grid-template-columns: 1fr auto;
      gap: 0 var(--omni-space-3);
      padding: var(--omni-space-4) var(--omni-space-4) var(--omni-space-3);
    }
    h2 {
      align-self: end;
      margin: 0;
      font: var(--omni-text-lg);
      font-weight: var(--omni-weight-bold);
      letter-spacing: -0.008em;
    }
    header p {
      grid-area: 2 / 1;
      font: var(--omni-text-sm);
    }
    omni-countdown-dial {
      grid-row: span 2;
    }
    fieldset {
      flex: 1;
      margin: 0;
      padding: 0 var(--omni-space-2);
      border: 0;
    }
    label {
      display: flex;
      align-items: center;
      gap: var(--omni-space-3);
      min-block-size: calc(2.5 * var(--omni-rem));
      padding: var(--omni-space-1) var(--omni-space-2);
      border-radius: var(--omni-radius-md);
      cursor: pointer;
    }
    label:hover {
      background: var(--omni-surface-hover);
    }
    label:has(:checked) {
      background: var(--omni-surface-selected);
      font-weight: var(--omni-weight-medium);
    }
    label:has(:focus-visible) {
      outline: var(--omni-focus-width) solid var(--omni-focus);
      outline-offset: -2px;
    }
    input {
      flex: none;
      inline-size: calc(1.125 * var(--omni-rem));
      block-size: calc(1.125 * var(--omni-rem));
      margin: 0;
      accent-color: var(--omni-accent-fill);
    }
    input:focus-visible {
      outline: none;
    }
    footer {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: flex-end;
      gap: var(--omni-space-2);
      padding: var(--omni-space-3) var(--omni-space-4) var(--omni-space-4);
    }
    footer p {
      flex: 1;
      font: var(--omni-text-xs);
    }
    .missing {
      color: var(--omni-critical);
      font-weight: var(--omni-weight-bold);
    }
    .ended {
      display: grid;
      grid-template-columns: auto 1fr;
      gap: var(--omni-space-1) var(--omni-space-3);
      justify-items: start;
      padding: var(--omni-space-4);
    }
    .ended :is(p, button) {
      grid-column: 2;
    }
    .ended button {
      margin-block-start: var(--omni-space-2);
    }
  `,
];
