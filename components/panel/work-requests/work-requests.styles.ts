import { css } from 'lit';
import { shared } from '../../shared/shared.styles.ts';

export const styles = [
  shared,
  css`
    :host {
      display: contents;
    }
    /* The padding makes room for shadows, which the scroll container would clip. It may extend beyond the screen. */
    [popover] {
      --room: calc(4 * var(--omni-rem));
      container-type: inline-size;
      inset-block: var(--omni-toast-inset-block);
      inset-inline: var(--omni-toast-inset-inline);
      inline-size: calc(var(--omni-toast-inline-size, calc(26 * var(--omni-rem))) + 2 * var(--room));
      max-inline-size: calc(100% - calc(1.5 * var(--omni-rem)) + 2 * var(--room));
      max-block-size: calc(100% - calc(1.5 * var(--omni-rem)) + 2 * var(--room));
      max-block-size: stretch;
      margin: calc(-1 * var(--room));
      padding: var(--room);
      border: 0;
      overflow: hidden auto;
      background: none;
      color: inherit;
      pointer-events: none;
      scrollbar-width: thin;
    }
    [popover]:popover-open,
    :host([inside]) [part='stack'] {
      display: grid;
      /* WebKit would stretch the rows to the maximum height of the container. */
      align-content: start;
      gap: var(--omni-space-3);
    }
    :host([inside]) {
      display: block;
    }
    :host([inside]) [part='stack'] {
      container-type: inline-size;
      padding: var(--omni-space-3);
    }
    :host([inside]) [part='stack'][hidden] {
      display: none;
    }
    omni-work-request,
    [part='more'] {
      pointer-events: auto;
    }
    omni-work-request:not([compact]) {
      margin-block-end: var(--omni-space-1);
    }
    /* In reach also where the page is too low for five. */
    [part='more'] {
      position: sticky;
      inset-block-end: var(--omni-space-2);
      z-index: 1;
      display: flex;
      align-items: center;
      justify-content: space-between;
      min-block-size: var(--omni-control-md);
      padding: var(--omni-space-2) var(--omni-space-4);
      border-radius: var(--omni-radius-lg);
      background: var(--omni-surface-raised);
      box-shadow:
        0 0 0 1px var(--omni-border-strong),
        0 5px 0 -1px var(--omni-surface-raised),
        0 5px 0 0 var(--omni-border-strong);
      font: var(--omni-text-sm);
      font-weight: var(--omni-weight-medium);
    }
    [part='more']:hover {
      background: var(--omni-surface-hover);
    }
    [aria-expanded='true'] svg {
      rotate: 180deg;
    }
    @media (forced-colors: active) {
      [part='more'] {
        border: 2px solid CanvasText;
      }
    }
  `,
];
