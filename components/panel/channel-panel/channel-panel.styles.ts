import { css } from 'lit';
import { shared } from '../../shared/shared.styles.ts';
import { tokens } from '../../shared/tokens.styles.ts';

/**
 * The panel: its elements one below another, tabs (`[role=tablist]` with `[role=tab]`, a count in a `span`) and their
 * `[role=tabpanel]`. Connection problems appear at the top; the normal connection status is an unobtrusive footer. Only
 * the open tab's list scrolls, so that the status and a running wrap-up stay in view; where the panel is too low for that,
 * all of it does, below the status.
 */
export const styles = [
  tokens,
  shared,
  css`
    :host {
      display: flex;
      flex-direction: column;
      overflow: hidden auto;
      background: var(--omni-surface);
      overscroll-behavior: contain;
      scrollbar-width: thin;
    }
    :host([layout='docked']) {
      block-size: 100%;
      border-inline-start: 1px solid var(--omni-border);
    }
    :host([layout='inline']) {
      max-inline-size: calc(23 * var(--omni-rem));
      border-radius: var(--omni-radius-lg);
      box-shadow: var(--omni-shadow-2);
    }
    ::slotted([slot='logo']) {
      display: block;
      margin: var(--omni-space-3) var(--omni-space-4) 0;
    }
    omni-presence-menu {
      position: sticky;
      z-index: 1;
      inset-block-start: 0;
      padding: var(--omni-space-2);
      background: var(--omni-surface);
    }
    :host > * {
      flex: none;
    }
    omni-work-requests[inside] {
      order: -1;
    }
    :is(omni-readiness-line, omni-capacity-meters, [role='tablist']) {
      border-block-start: 1px solid var(--omni-border);
    }
    omni-missed-notice {
      margin-block-start: auto;
    }
    [role='tablist'] {
      display: flex;
      gap: var(--omni-space-4);
      padding-inline: var(--omni-space-4);
      border-block-end: 1px solid var(--omni-border);
    }
    [role='tab'] {
      padding: calc(0.75 * var(--omni-rem)) 0;
      font: var(--omni-text-sm);
      font-weight: var(--omni-weight-medium);
    }
    [role='tab'] span {
      margin-inline-start: calc(0.125 * var(--omni-rem));
    }
    [role='tab'][aria-selected='true'] {
      box-shadow: inset 0 -3px;
    }
    [role='tabpanel'] {
      flex: 1 1 auto;
      min-block-size: calc(9 * var(--omni-rem));
      overflow: hidden auto;
      overscroll-behavior: contain;
      scrollbar-width: thin;
    }
    @media (forced-colors: active) {
      :host([layout='inline']) {
        border: 2px solid CanvasText;
      }
      [role='tab'][aria-selected='true'] {
        border-block-end: 3px solid Highlight;
      }
    }
  `,
];
