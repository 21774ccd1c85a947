import { css } from 'lit';
import { shared } from '../../shared/shared.styles.ts';

export const styles = [
  shared,
  css`
    :host {
      display: block;
    }
    .line {
      display: flex;
      align-items: center;
      gap: var(--omni-space-2);
      min-block-size: calc(2.75 * var(--omni-rem));
      padding-inline: var(--omni-space-4) var(--omni-space-2);
      font: var(--omni-text-sm);
      anchor-name: --line;
    }
    .line p {
      flex: 1;
      /* Beside two buttons a long word has no room in one line. */
      min-inline-size: 0;
      hyphens: auto;
      overflow-wrap: anywhere;
      padding-block: var(--omni-space-2);
    }
    .line > svg {
      color: var(--omni-text-quiet);
    }
    .good {
      color: var(--omni-positive);
    }
    .warns,
    .blocks {
      background: var(--omni-caution-soft);
    }
    :is(.warns, .blocks) > svg {
      color: var(--omni-caution);
    }
    .blocks p {
      font-weight: var(--omni-weight-medium);
    }
    .warns .primary {
      border-color: var(--omni-border-control);
      background: var(--omni-surface-raised);
      color: var(--omni-text);
      font-weight: var(--omni-weight-medium);
    }
    .warning {
      display: flex;
      gap: var(--omni-space-2);
      align-items: center;
      margin-block: var(--omni-space-2);
      padding: var(--omni-space-2) var(--omni-space-3);
      border-radius: var(--omni-radius-md);
      background: var(--omni-caution-soft);
    }
    .warning p {
      flex: 1;
    }
    [part='dismiss'],
    [part='open-settings'] {
      inline-size: calc(2 * var(--omni-rem));
      padding: 0;
      color: var(--omni-text-quiet);
    }
    omni-settings-origin {
      margin-block-start: var(--omni-space-3);
      border-block-start: 1px solid var(--omni-border);
    }
    [popover] {
      max-block-size: 80vh;
      overflow-y: auto;
      position-anchor: --line;
      position-area: block-end span-inline-start;
      inline-size: min(calc(18 * var(--omni-rem)), 90vw);
      margin: var(--omni-space-1) var(--omni-space-2);
      padding: var(--omni-space-4);
      border: 0;
      border-radius: var(--omni-radius-lg);
      background: var(--omni-surface-raised);
      color: inherit;
      box-shadow:
        0 0 0 1px var(--omni-border-strong),
        var(--omni-shadow-3);
    }
    @supports not (anchor-name: --line) {
      [popover] {
        margin: auto;
      }
    }
    label,
    [popover] p {
      display: flex;
      justify-content: space-between;
      font-weight: var(--omni-weight-medium);
    }
    input {
      inline-size: 100%;
      margin: var(--omni-space-2) 0 var(--omni-space-4);
      accent-color: var(--omni-accent-fill);
    }
    .sounds {
      display: flex;
      flex-wrap: wrap;
      gap: var(--omni-space-2);
      align-items: center;
      margin-block-end: var(--omni-space-4);
    }
    .sounds span {
      flex: 1;
      font-weight: var(--omni-weight-medium);
    }
    label.stacked {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--omni-space-1);
      margin-block-end: var(--omni-space-3);
    }
    select {
      inline-size: 100%;
      min-block-size: var(--omni-control-md);
      padding-inline: var(--omni-space-2);
      border: 1px solid var(--omni-border-control);
      border-radius: var(--omni-radius-md);
      background: var(--omni-surface-raised);
      color: inherit;
      font: var(--omni-text-sm);
      text-overflow: ellipsis;
    }
    [popover] p.why {
      color: var(--omni-text-quiet);
      font: var(--omni-text-xs);
    }
    [part='find'] {
      margin-block: var(--omni-space-2) var(--omni-space-4);
    }
    dl {
      display: grid;
      grid-template-columns: 1fr auto;
      gap: var(--omni-space-2);
      margin-block-start: var(--omni-space-2);
      color: var(--omni-text-quiet);
      font: var(--omni-text-sm);
    }
    @media (forced-colors: active) {
      [popover] {
        border: 2px solid CanvasText;
      }
    }
  `,
];
