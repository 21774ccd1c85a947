import { css } from 'lit';
import { shared } from '../../shared/shared.styles.ts';

export const styles = [
  shared,
  css`
    :host {
      display: block;
    }
    dl {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: var(--omni-space-4);
      padding: var(--omni-space-3) var(--omni-space-4) var(--omni-space-4);
    }
    dt {
      font: var(--omni-text-xs);
    }
    dd {
      font: var(--omni-text-sm);
    }
    b {
      font-size: calc(1.0625 * var(--omni-rem));
      letter-spacing: -0.01em;
    }
    svg {
      inline-size: 100%;
      block-size: calc(0.375 * var(--omni-rem));
      margin-block-start: var(--omni-space-1);
      border-radius: 2px;
      stroke: var(--omni-text-quiet);
      stroke-linecap: butt;
      stroke-width: 6;
    }
    svg:dir(rtl) {
      transform: scaleX(-1);
    }
    .track {
      stroke: var(--omni-border);
    }
    .full {
      color: var(--omni-caution);
      font-weight: var(--omni-weight-medium);
    }
    .is-full svg {
      stroke: var(--omni-caution-fill);
    }
    @media (forced-colors: active) {
      /* Empty is an outline: any other colour for the track would look like something used. */
      svg,
      .is-full svg {
        block-size: calc(0.5 * var(--omni-rem));
        border: 1px solid CanvasText;
        stroke: CanvasText;
      }
      .track {
        stroke: Canvas;
      }
    }
  `,
];
