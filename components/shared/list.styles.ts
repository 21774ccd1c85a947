import { css } from 'lit';
import { shared } from './shared.styles.ts';

/** The rows of accepted work and of the log. */
export const listStyles = [
  shared,
  css`
    :host {
      display: block;
    }
    ul {
      padding: var(--omni-space-1) var(--omni-space-2) var(--omni-space-2);
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      padding-inline-end: var(--omni-space-2);
      border-radius: var(--omni-radius-md);
    }
    li:has(button:hover) {
      background: var(--omni-surface-hover);
    }
    .row {
      display: grid;
      flex: 1;
      grid-template-columns: calc(2 * var(--omni-rem)) 1fr auto;
      gap: 0 var(--omni-space-2);
      align-items: center;
      min-inline-size: 0;
      padding: var(--omni-space-2);
      border-radius: inherit;
    }
    .channel {
      display: grid;
      grid-row: span 2;
      place-items: center;
      inline-size: calc(2 * var(--omni-rem));
      block-size: calc(2 * var(--omni-rem));
      border-radius: var(--omni-radius-md);
      background: var(--omni-surface-hover);
      color: var(--omni-text-quiet);
    }
    b {
      font-weight: var(--omni-weight-medium);
    }
    .row > .quiet {
      font: var(--omni-text-xs);
    }
    /* Where no button follows, the time stands where the others' buttons end. */
    .row:last-child {
      padding-inline-end: 0;
    }
    omni-transfer-dialog {
      flex: 1 0 calc(100% + var(--omni-space-2));
      min-inline-size: 0;
      margin-inline-end: calc(-1 * var(--omni-space-2));
    }
    .time {
      color: var(--omni-text-quiet);
      font: var(--omni-text-xs);
    }
    .time.bad {
      color: var(--omni-critical);
      font-weight: var(--omni-weight-bold);
    }
    /* The subject takes the whole line with the time below it; in the log it is the other way round. */
    button b,
    div > .quiet {
      grid-column: 2 / -1;
    }
    [part='close'] {
      min-inline-size: calc(3.75 * var(--omni-rem));
    }
    [part='transfer'] {
      padding-inline: calc(0.375 * var(--omni-rem));
    }
    @media (forced-colors: active) {
      [part='transfer'] {
        margin-inline-end: var(--omni-space-1);
      }
    }
    .head {
      padding: var(--omni-space-3) var(--omni-space-4) 0;
      color: var(--omni-text-quiet);
      font: var(--omni-text-xs);
      font-weight: var(--omni-weight-medium);
    }
    .head + ul {
      border-block-end: 1px solid var(--omni-border);
    }
    .head + ul:last-child {
      border: 0;
    }
    [part='accept'] {
      border-color: var(--omni-ring);
      background: none;
      color: var(--omni-accent);
    }
    .note {
      flex: 1 0 100%;
      padding-block-end: var(--omni-space-2);
      padding-inline: calc(3 * var(--omni-rem)) var(--omni-space-2);
      font: var(--omni-text-xs);
    }
    .note.refusal {
      color: var(--omni-critical);
    }
    .outcome {
      display: inline-flex;
      gap: var(--omni-space-1);
      align-items: center;
      color: var(--omni-text);
      font-weight: var(--omni-weight-medium);
      vertical-align: bottom;
    }
    .outcome svg {
      inline-size: var(--omni-rem);
      block-size: var(--omni-rem);
    }
    .good {
      color: var(--omni-positive);
    }
    .bad {
      color: var(--omni-critical);
    }
  `,
];
