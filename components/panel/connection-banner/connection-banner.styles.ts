import { css } from 'lit';
import { shared } from '../../shared/shared.styles.ts';

export const styles = [
  shared,
  css`
    :host {
      display: block;
    }
    [part='banner'] {
      display: grid;
      grid-template-columns: auto 1fr auto;
      gap: var(--omni-space-1) var(--omni-space-3);
      padding: var(--omni-space-4);
      font: var(--omni-text-sm);
    }
    .positive {
      --tone: var(--omni-positive);
      background: var(--omni-positive-soft);
    }
    .caution {
      --tone: var(--omni-caution);
      background: var(--omni-caution-soft);
    }
    [part='banner'].critical {
      --tone: var(--omni-critical);
      padding-block-start: calc(1.25 * var(--omni-rem));
      background: var(--omni-critical-soft);
      box-shadow: inset 0 calc(0.25 * var(--omni-rem)) var(--omni-critical-fill);
    }
    [part='banner'] > svg {
      inline-size: calc(1.5 * var(--omni-rem));
      block-size: calc(1.5 * var(--omni-rem));
      color: var(--tone);
    }
    b,
    span.aside {
      font: var(--omni-text-lg);
      font-weight: var(--omni-weight-bold);
      letter-spacing: -0.006em;
    }
    .critical :is(b, span.aside) {
      color: var(--tone);
    }
    [role='alert'] {
      display: contents;
    }
    .aside {
      grid-area: 1 / 3;
    }
    [part='dismiss'] {
      align-self: start;
      inline-size: calc(1.75 * var(--omni-rem));
      padding: 0;
    }
    [role='alert'] p,
    dl,
    .acts {
      grid-column: 2 / -1;
    }
    [role='alert'] p {
      grid-row: 2;
    }
    dl {
      display: grid;
      grid-template-columns: auto 1fr;
      gap: 0 var(--omni-space-3);
    }
    dt {
      color: var(--omni-text-quiet);
    }
    dd {
      font-weight: var(--omni-weight-medium);
    }
    .acts {
      display: flex;
      flex-wrap: wrap;
      gap: var(--omni-space-2);
      margin-block-start: var(--omni-space-2);
    }
    .acts:not(:has(button)) {
      display: none;
    }
    .button.critical {
      border-color: var(--omni-critical-fill);
      background: var(--omni-critical-fill);
      color: var(--omni-critical-on);
      font-weight: var(--omni-weight-bold);
    }
    .button.critical:hover {
      background: var(--omni-critical);
    }
    @media (forced-colors: active) {
      [part='banner'] {
        border: 2px solid CanvasText;
      }
    }
  `,
];
