import { css } from 'lit';
import { setupStyles } from '../shared/setup.styles.ts';

export const styles = [
  setupStyles,
  css`
    :host {
      display: grid;
      gap: var(--omni-space-8);
      max-inline-size: calc(45.5 * var(--omni-rem));
      padding-block-end: var(--omni-space-10);
    }
    h1 {
      font: var(--omni-text-xl);
      font-weight: var(--omni-weight-bold);
      letter-spacing: -0.014em;
    }
    h2 {
      margin-block-end: var(--omni-space-3);
      font: var(--omni-text-md);
      font-weight: var(--omni-weight-bold);
    }
    dl {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(calc(9 * var(--omni-rem)), 100%), 1fr));
      gap: var(--omni-space-3);
    }
    dl div {
      display: grid;
      align-content: start;
      padding: var(--omni-space-4);
      border: 1px solid var(--omni-border);
      border-radius: var(--omni-radius-md);
      overflow-wrap: anywhere;
      hyphens: auto;
    }
    dt {
      order: 2;
      hyphens: auto;
      overflow-wrap: anywhere;
      color: var(--omni-text-quiet);
      font: var(--omni-text-sm);
    }
    dd {
      font: var(--omni-text-xl);
      font-weight: var(--omni-weight-bold);
    }
    .problems {
      display: grid;
      gap: var(--omni-space-3);
    }
    .problems > li {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: var(--omni-space-1) var(--omni-space-3);
      padding: var(--omni-space-3) var(--omni-space-4);
      border-radius: var(--omni-radius-md);
      background: var(--omni-caution-soft);
      overflow-wrap: anywhere;
    }
    .problems > li > svg {
      color: var(--omni-caution);
    }
    .problems b {
      font-weight: var(--omni-weight-medium);
    }
    .records {
      display: flex;
      flex-wrap: wrap;
      grid-column: 2;
      gap: var(--omni-space-1) var(--omni-space-4);
      font: var(--omni-text-sm);
    }
    .fine svg {
      color: var(--omni-positive-fill);
    }
    @media (forced-colors: active) {
      .problems > li {
        border: 1px solid CanvasText;
      }
    }
  `,
];
