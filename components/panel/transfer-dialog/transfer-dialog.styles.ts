import { css } from 'lit';
import { shared } from '../../shared/shared.styles.ts';

export const styles = [
  shared,
  css`
    :host {
      display: block;
      padding: var(--omni-space-2);
    }
    dialog {
      position: static;
      inline-size: 100%;
      max-inline-size: none;
      margin: 0;
      padding: 0;
      border: 1px solid var(--omni-border);
      border-radius: var(--omni-radius-lg);
      background: var(--omni-surface-raised);
      box-shadow: var(--omni-shadow-1);
      color: inherit;
    }
    form {
      display: flex;
      flex-direction: column;
      gap: var(--omni-space-2);
      padding: var(--omni-space-3);
    }
    h2 {
      margin: 0;
      font: var(--omni-text-md);
      font-weight: var(--omni-weight-bold);
    }
    form > p {
      font: var(--omni-text-xs);
    }
    [type='search'] {
      appearance: none;
      min-block-size: var(--omni-control-md);
      padding: 0 var(--omni-space-3);
      border: 1px solid var(--omni-border-control);
      border-radius: var(--omni-radius-md);
      background: var(--omni-surface);
      color: inherit;
      font: inherit;
    }
    ::placeholder {
      color: var(--omni-text-quiet);
      opacity: 1;
    }
    .found {
      overflow: hidden auto;
      max-block-size: calc(15 * var(--omni-rem));
      margin-inline: calc(-1 * var(--omni-space-1));
      overscroll-behavior: contain;
      scrollbar-width: thin;
    }
    fieldset {
      margin: 0;
      padding: 0 var(--omni-space-1);
      border: 0;
    }
    legend {
      padding: var(--omni-space-1) 0;
      color: var(--omni-text-quiet);
      font: var(--omni-text-xs);
      font-weight: var(--omni-weight-bold);
    }
    label {
      display: flex;
      align-items: center;
      gap: var(--omni-space-2);
      min-block-size: calc(2.25 * var(--omni-rem));
      padding: var(--omni-space-1) var(--omni-space-2);
      border-radius: var(--omni-radius-md);
      cursor: pointer;
    }
    label:hover {
      background: var(--omni-surface-hover);
    }
    .found label:has(:checked) {
      background: var(--omni-surface-selected);
      font-weight: var(--omni-weight-medium);
    }
    label:has(:focus-visible) {
      outline: var(--omni-focus-width) solid var(--omni-focus);
      outline-offset: -2px;
    }
    label .foreign {
      flex: 1;
      min-inline-size: 0;
    }
    .online {
      flex: none;
      font: var(--omni-text-xs);
    }
    :is([type='radio'], [type='checkbox']) {
      flex: none;
      inline-size: calc(1.125 * var(--omni-rem));
      block-size: calc(1.125 * var(--omni-rem));
      margin: 0;
      accent-color: var(--omni-accent-fill);
    }
    :is([type='radio'], [type='checkbox']):focus-visible {
      outline: none;
    }
    .found .button {
      margin: var(--omni-space-1) var(--omni-space-3);
    }
    footer {
      display: flex;
      flex-wrap: wrap;
      gap: var(--omni-space-2);
      align-items: center;
      justify-content: flex-end;
    }
    footer p {
      flex: 1 1 100%;
      font: var(--omni-text-xs);
    }
    .missing {
      color: var(--omni-critical);
      font-weight: var(--omni-weight-bold);
    }
  `,
];
