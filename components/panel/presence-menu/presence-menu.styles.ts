import { css } from 'lit';
import { shared } from '../../shared/shared.styles.ts';

export const styles = [
  shared,
  css`
    :host {
      display: block;
    }
    [part='button'] {
      display: grid;
      grid-template-columns: auto 1fr auto;
      align-items: center;
      column-gap: var(--omni-space-2);
      inline-size: 100%;
      padding: var(--omni-space-2);
      border-radius: var(--omni-radius-md);
      anchor-name: --status;
    }
    [part='button']:is(:hover, [aria-expanded='true']) {
      background: var(--omni-surface-hover);
    }
    [part='button'][aria-disabled='true'] {
      background: none;
      cursor: default;
    }
    [part='button'] > :is(:first-child, svg) {
      grid-row: 1 / span 2;
    }
    /* A host that draws its own hides ours, and the place stays. */
    [part~='icon'] {
      inline-size: var(--size, calc(1.25 * var(--omni-rem)));
      block-size: var(--size, calc(1.25 * var(--omni-rem)));
    }
    [part~='icon'] svg {
      display: var(--omni-status-drawing, block);
      inline-size: 100%;
      block-size: 100%;
    }
    [part='button'] > [part~='icon'] {
      --size: calc(1.75 * var(--omni-rem));
    }
    [part='button'] > b {
      grid-column: 2;
    }
    [part='button'] > svg {
      grid-column: 3;
      inline-size: var(--omni-rem);
      block-size: var(--omni-rem);
      color: var(--omni-text-quiet);
    }
    [part='button'] > b {
      white-space: normal;
    }
    b {
      font: var(--omni-text-lg);
      font-weight: var(--omni-weight-bold);
      letter-spacing: -0.006em;
    }
    .quiet {
      font: var(--omni-text-xs);
    }
    [part='button'] > .quiet {
      grid-area: 2 / 2;
    }

    .ground {
      fill: currentColor;
      stroke: none;
    }
    .ground + path {
      stroke: var(--on);
      stroke-width: 2;
    }
    .online {
      --on: var(--omni-positive-on);
      color: var(--omni-positive-fill);
    }
    .busy {
      --on: var(--omni-caution-on);
      color: var(--omni-caution-fill);
    }
    :is(.offline, .unknown, .pending) {
      color: var(--omni-text-quiet);
    }

    [part='menu'] {
      position-anchor: --status;
      position-area: block-end span-inline-end;
      inline-size: max-content;
      min-inline-size: min(calc(18 * var(--omni-rem)), 90vw);
      max-inline-size: min(calc(22 * var(--omni-rem)), 90vw);
      max-block-size: 80vh;
      margin: var(--omni-space-1) 0;
      padding: var(--omni-space-1);
      overflow: auto;
      border: 0;
      border-radius: var(--omni-radius-lg);
      background: var(--omni-surface-raised);
      color: inherit;
      box-shadow:
        0 0 0 1px var(--omni-border-strong),
        var(--omni-shadow-3);
    }
    /* Without anchor positioning the menu is centred, like any popover. */
    @supports not (anchor-name: --status) {
      [part='menu'] {
        margin: auto;
      }
    }
    [role='group'] + [role='group'] {
      margin-block-start: var(--omni-space-1);
      padding-block-start: var(--omni-space-1);
      border-block-start: 1px solid var(--omni-border);
    }
    [part='menu'] p {
      padding: var(--omni-space-2) var(--omni-space-3) var(--omni-space-1);
      font-weight: var(--omni-weight-bold);
    }
    [role^='menuitem'] {
      display: grid;
      grid-template-columns: auto 1fr auto;
      gap: var(--omni-space-3);
      align-items: center;
      inline-size: 100%;
      min-block-size: calc(2.25 * var(--omni-rem));
      padding: calc(0.375 * var(--omni-rem)) var(--omni-space-3);
      border-radius: var(--omni-radius-md);
    }
    [role^='menuitem']:is(:hover, :focus-visible) {
      background: var(--omni-surface-hover);
      outline-offset: -2px;
    }
    [part='after'] {
      display: flex;
      flex-wrap: wrap;
      gap: var(--omni-space-1) var(--omni-space-2);
      align-items: center;
      justify-content: space-between;
      padding: var(--omni-space-1) var(--omni-space-2);
      font: var(--omni-text-sm);
    }
    .asks {
      justify-content: start;
    }
    .asks p {
      flex-basis: 100%;
    }
    .channels {
      display: block;
    }
    .tail {
      display: flex;
      align-items: center;
      gap: var(--omni-space-1);
    }
    .tail svg {
      inline-size: var(--omni-rem);
      block-size: var(--omni-rem);
    }
    @media (forced-colors: active) {
      [part='menu'] {
        border: 2px solid CanvasText;
      }
      .ground + path {
        --on: Canvas;
      }
    }
  `,
];
