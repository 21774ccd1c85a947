import { css } from 'lit';
import { shared } from '../shared/shared.styles.ts';

export const styles = [
  shared,
  css`
    :host {
      display: contents;
    }
    /* The padding is room for the halo, which the scroll box would cut off. */
    [popover] {
      --halo-room: 0.75rem;
      container-type: inline-size;
      inset-block: var(--omni-toast-inset-block);
      inset-inline: var(--omni-toast-inset-inline);
      inline-size: calc(var(--omni-toast-inline-size, 26rem) + 2 * var(--halo-room));
      max-inline-size: calc(100% - 0.5rem);
      max-block-size: calc(100% - 0.5rem);
      margin: calc(-1 * var(--halo-room));
      padding: var(--halo-room);
      border: 0;
      overflow: hidden auto;
      background: none;
      color: inherit;
      pointer-events: none;
      scrollbar-width: thin;
    }
    [popover]:popover-open {
      display: grid;
      gap: var(--omni-space-3);
    }
    omni-work-request,
    [part='more'] {
      pointer-events: auto;
    }
    [part='more'] {
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
    @media (forced-colors: active) {
      [part='more'] {
        border: 2px solid CanvasText;
      }
    }
  `,
];
