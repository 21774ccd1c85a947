import { css } from 'lit';
import { shared } from '../shared/shared.styles.ts';

export const styles = [
  shared,
  css`
    :host {
      display: block;
    }
    [part='line'] {
      display: flex;
      align-items: center;
      gap: var(--omni-space-2);
      min-block-size: 2.75rem;
      padding-inline: var(--omni-space-4);
      color: var(--omni-text-quiet);
      font: var(--omni-text-xs);
    }
    :host([status='interrupted']) [part='line'] {
      color: inherit;
      font: var(--omni-text-sm);
    }
    .aside {
      margin-inline-start: auto;
      color: var(--omni-text-quiet);
    }
    [part='banner'] {
      display: grid;
      grid-template-columns: auto 1fr auto;
      gap: var(--omni-space-1) var(--omni-space-3);
      padding: var(--omni-space-4);
      background: var(--omni-caution-soft);
      font: var(--omni-text-sm);
    }
    :host([status='lost']) [part='banner'] {
      padding-block-start: 1.25rem;
      background: var(--omni-critical-soft);
      box-shadow: inset 0 0.25rem var(--omni-critical-fill);
    }
    [part='banner'] > svg {
      inline-size: 1.5rem;
      block-size: 1.5rem;
      color: var(--omni-caution);
    }
    b {
      font: var(--omni-text-lg);
      font-weight: var(--omni-weight-bold);
      letter-spacing: -0.006em;
    }
    [part='banner'] .aside {
      font: var(--omni-text-lg);
      font-weight: var(--omni-weight-bold);
    }
    :host([status='lost']) [part='banner'] :is(svg, b, .aside) {
      color: var(--omni-critical);
    }
    [role='alert'] {
      display: contents;
    }
    [role='alert'] p,
    dl,
    [part='mend'] {
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
    [part='mend'] {
      justify-self: start;
      margin-block-start: var(--omni-space-2);
    }
    .critical {
      border-color: var(--omni-critical-fill);
      background: var(--omni-critical-fill);
      color: var(--omni-critical-on);
      font-weight: var(--omni-weight-bold);
    }
    .critical:hover {
      background: var(--omni-critical);
    }
    @media (forced-colors: active) {
      [part='banner'] {
        border: 2px solid CanvasText;
      }
    }
  `,
];
