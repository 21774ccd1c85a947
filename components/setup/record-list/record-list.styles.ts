import { css } from 'lit';
import { setupStyles } from '../shared/setup.styles.ts';

export const styles = [
  setupStyles,
  css`
    :host {
      display: block;
    }
    .tools {
      display: flex;
      gap: var(--omni-space-2);
      margin-block-end: var(--omni-space-3);
    }
    .tools .search {
      flex: 1;
      min-inline-size: 0;
    }
    .tools .button svg {
      inline-size: var(--omni-rem);
      block-size: var(--omni-rem);
    }
    .sort {
      display: flex;
      gap: var(--omni-space-2);
      align-items: center;
      margin-block-end: var(--omni-space-2);
      padding-inline-start: var(--omni-space-3);
      color: var(--omni-text-quiet);
      font: var(--omni-text-xs);
    }
    .sort select {
      block-size: calc(1.75 * var(--omni-rem));
      padding: 0 calc(1.75 * var(--omni-rem)) 0 var(--omni-space-2);
      padding-inline: var(--omni-space-2) calc(1.75 * var(--omni-rem));
      border-color: transparent;
      background: none;
      font: var(--omni-text-xs);
    }
    .sort svg {
      inset-inline-end: var(--omni-space-2) !important;
    }
    ul {
      display: grid;
      gap: 2px;
    }
    li button {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0 var(--omni-space-2);
      align-items: center;
      inline-size: 100%;
      padding: var(--omni-space-2) var(--omni-space-3);
      border-radius: var(--omni-radius-md);
      overflow-wrap: anywhere;
    }
    li button:hover {
      background: var(--omni-surface-hover);
    }
    li button[aria-current] {
      background: var(--omni-surface);
      box-shadow:
        var(--omni-shadow-1),
        0 0 0 1px var(--omni-border-strong);
    }
    .name {
      font-weight: var(--omni-weight-medium);
    }
    [aria-current] .name {
      font-weight: var(--omni-weight-bold);
    }
    .tag {
      max-inline-size: none;
    }
    .hint {
      grid-column: 1 / -1;
    }
    .none {
      padding: var(--omni-space-2) var(--omni-space-3);
    }
    @media (forced-colors: active) {
      li button[aria-current] {
        outline: 2px solid Highlight;
      }
    }
  `,
];
