import { css } from 'lit';
import { shared } from '../../shared/shared.styles.ts';

export const styles = [
  shared,
  css`
    :host {
      display: block;
    }
    [part='timer'] {
      padding: var(--omni-space-4);
      border-block-start: 1px solid var(--omni-border);
    }
    [data-urgent] {
      box-shadow: inset 0 calc(0.25 * var(--omni-rem)) var(--omni-ring-urgent);
    }
    [part='show'] {
      display: flex;
      gap: var(--omni-space-2);
      align-items: center;
      inline-size: 100%;
      padding: 0;
      border-radius: var(--omni-radius-sm);
      font: var(--omni-text-sm);
    }
    [part='show']:hover b {
      text-decoration: underline;
    }
    [part='show'] svg {
      inline-size: var(--omni-rem);
      block-size: var(--omni-rem);
    }
    [part='show'] b {
      flex: 1;
    }
    b {
      font-weight: var(--omni-weight-bold);
    }
    .tag {
      flex: none;
      padding: calc(0.125 * var(--omni-rem)) var(--omni-space-2);
      border-radius: var(--omni-radius-sm);
      background: var(--omni-surface-hover);
      color: var(--omni-text-quiet);
      font: var(--omni-text-xs);
      font-weight: var(--omni-weight-medium);
    }
    .accent {
      background: var(--omni-accent-soft);
      color: var(--omni-accent);
    }
    .big {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--omni-space-4);
      align-items: center;
      justify-content: space-between;
      margin-block: var(--omni-space-1) var(--omni-space-2);
    }
    /* The highlight of the last seconds extends beyond the column, so that the number does not move. */
    .left {
      margin-inline-start: calc(-0.5 * var(--omni-rem));
      padding: var(--omni-space-1) calc(0.5 * var(--omni-rem));
      border-radius: var(--omni-radius-md);
      font: var(--omni-number-lg);
      font-weight: var(--omni-weight-bold);
      letter-spacing: -0.03em;
    }
    [data-urgent] .left {
      background: var(--omni-ring-urgent);
      color: var(--omni-ring-urgent-on);
    }
    .big p {
      flex: 1 0 auto;
      color: var(--omni-text-quiet);
      font: var(--omni-text-sm);
      text-align: end;
    }
    /* Both texts share one cell, as wide as the wider of them. */
    .say {
      display: grid;
    }
    .say > * {
      grid-area: 1 / 1;
    }
    .say b {
      color: var(--omni-text);
    }
    [data-off] {
      visibility: hidden;
    }
    .at {
      color: var(--omni-text);
      font-weight: var(--omni-weight-medium);
    }
    [part='timer'] > svg {
      inline-size: 100%;
      block-size: calc(0.5 * var(--omni-rem));
      border-radius: 3px;
      stroke: var(--omni-accent-fill);
      stroke-linecap: butt;
      stroke-width: 8;
    }
    [part='timer'] > svg:dir(rtl) {
      transform: scaleX(-1);
    }
    [data-urgent] > svg {
      stroke: var(--omni-ring-urgent);
    }
    .track {
      stroke: var(--omni-border);
    }
    /* One or two columns, whatever the labels: no button moves while an answer is pending. */
    .acts {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(calc(8.5 * var(--omni-rem)), 100%), 1fr));
      gap: var(--omni-space-2);
      margin-block-start: var(--omni-space-4);
    }
    .acts .button {
      min-block-size: calc(2.5 * var(--omni-rem));
      padding: var(--omni-space-1) var(--omni-space-2);
      text-align: center;
      white-space: normal;
    }
    .refusal {
      margin-block-start: var(--omni-space-2);
      color: var(--omni-critical);
      font: var(--omni-text-sm);
    }
    @media (forced-colors: active) {
      [data-urgent] .left {
        forced-color-adjust: none;
        background: Highlight;
        color: HighlightText;
      }
      [part='timer'] > svg {
        border: 1px solid CanvasText;
        stroke: CanvasText;
      }
      .track {
        stroke: Canvas;
      }
    }
  `,
];
