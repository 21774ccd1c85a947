import { css } from 'lit';
import { setupStyles } from '../shared/setup.styles.ts';

export const styles = [
  setupStyles,
  css`
    :host {
      position: relative;
      display: block;
      min-inline-size: 0;
    }
    [part='list'] {
      block-size: var(--omni-pick-list-size, calc(13.5 * var(--omni-rem)));
      padding: 0;
      overflow: auto;
      /* Rows rendered while scrolling must not shift the visible ones. */
      overflow-anchor: none;
      border: 1px solid var(--omni-border-control);
      border-radius: var(--omni-radius-md);
      background: var(--omni-surface);
      contain: strict;
    }
    [role='option'] {
      display: flex;
      gap: var(--omni-space-2);
      align-items: center;
      block-size: calc(2.25 * var(--omni-rem));
      padding-inline: var(--omni-space-3);
      cursor: default;
      user-select: none;
    }
    [role='option']:hover {
      background: var(--omni-surface-hover);
    }
    [aria-selected='true'] {
      background: var(--omni-surface-selected) !important;
      box-shadow: inset 3px 0 var(--omni-accent-fill);
    }
    :host(:dir(rtl)) [aria-selected='true'] {
      box-shadow: inset -3px 0 var(--omni-accent-fill);
    }
    [part='list']:focus-visible .active {
      outline: 1px dashed var(--omni-focus);
      outline-offset: -3px;
    }
    .name {
      flex: 1 1 auto;
    }
    .one-line.hint {
      flex: 0 1 auto;
    }
    .number {
      flex: none;
      min-inline-size: calc(1.25 * var(--omni-rem));
      color: var(--omni-text-quiet);
      font: var(--omni-text-sm);
    }
    .empty {
      position: absolute;
      inset-block-start: 0;
      pointer-events: none;
      padding: var(--omni-space-3);
    }
    @media (forced-colors: active) {
      [aria-selected='true'] {
        background: Highlight !important;
        color: HighlightText;
        forced-color-adjust: none;
      }
      [aria-selected='true'] * {
        color: inherit;
      }
    }
  `,
];
