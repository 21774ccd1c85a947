import { css } from 'lit';
import { tokens } from '../../shared/tokens.styles.ts';
import { setupStyles } from '../shared/setup.styles.ts';

export const styles = [
  tokens,
  setupStyles,
  css`
    :host {
      display: block;
      container: setup / inline-size;
      min-block-size: 100%;
      background: var(--omni-surface);
    }
    .frame {
      --top: calc(3.5 * var(--omni-rem));
      display: grid;
      grid-template: var(--top) auto minmax(0, 1fr) / calc(17 * var(--omni-rem)) minmax(0, 1fr);
      min-block-size: 100dvh;
    }
    .frame.previewed {
      grid-template-columns: calc(17 * var(--omni-rem)) minmax(0, 1fr) calc(26.5 * var(--omni-rem));
    }
    [part='top'] {
      position: sticky;
      z-index: 3;
      inset-block-start: 0;
      grid-column: 1 / -1;
      display: flex;
      gap: var(--omni-space-2);
      align-items: center;
      min-inline-size: 0;
      padding-inline: var(--omni-space-5);
      border-block-end: 1px solid var(--omni-border);
      background: var(--omni-surface);
    }
    [part='top'] > svg {
      color: var(--omni-text-quiet);
    }
    [part='top'] > .pointing {
      inline-size: var(--omni-rem);
      block-size: var(--omni-rem);
    }
    ::slotted([slot='top']) {
      color: var(--omni-text);
      font: var(--omni-text-sm);
    }
    .page.one-line {
      margin-inline-end: auto;
      font-weight: var(--omni-weight-bold);
      white-space: normal;
      overflow-wrap: anywhere;
      hyphens: auto;
    }
    @container setup (max-width: 34em) {
      /* The page's own name needs the room. */
      [part='top'] > :is(.quiet, .pointing) {
        display: none;
      }
    }
    [part='pages'] {
      grid-column: 1 / -1;
      padding: var(--omni-space-1) var(--omni-space-3);
      border-block-end: 1px solid var(--omni-border);
    }
    [part='pages'] ul {
      display: flex;
      flex-wrap: wrap;
      gap: var(--omni-space-1);
    }
    [part='pages'] button {
      position: relative;
      min-block-size: calc(2 * var(--omni-rem));
      padding: 0 var(--omni-space-2);
      border-radius: var(--omni-radius-md);
      color: var(--omni-text-quiet);
      font: var(--omni-text-sm);
      white-space: nowrap;
    }
    [part='pages'] button:hover {
      background: var(--omni-surface-hover);
      color: var(--omni-text);
    }
    [part='pages'] [aria-current] {
      background: var(--omni-surface-selected);
      color: var(--omni-text);
      font-weight: var(--omni-weight-bold);
    }
    [part='list'] {
      border-inline-end: 1px solid var(--omni-border);
      background: var(--omni-surface-sunken);
    }
    omni-record-list {
      position: sticky;
      inset-block-start: var(--top);
      max-block-size: calc(100dvh - var(--top));
      padding: var(--omni-space-4) var(--omni-space-3);
      overflow: auto;
    }
    [part='main'] {
      min-inline-size: 0;
      padding: calc(1.75 * var(--omni-rem)) var(--omni-space-10) 0;
    }
    .whole [part='main'] {
      grid-column: 1 / -1;
    }
    [part='main']:focus {
      outline: none;
    }
    [part='preview'] {
      border-inline-start: 1px solid var(--omni-border);
      background: var(--omni-surface-page);
    }
    ::slotted([slot='preview']),
    omni-setup-preview {
      position: sticky;
      inset-block-start: var(--top);
    }
    omni-setup-preview {
      max-block-size: calc(100dvh - var(--top));
      box-sizing: border-box;
    }
    .no-preview {
      padding: var(--omni-space-5);
    }
    .none {
      padding-block: var(--omni-space-12);
      text-align: center;
    }
    .forbidden {
      padding: var(--omni-space-6);
    }
    .back {
      display: none;
      margin-block-end: var(--omni-space-3);
    }
    omni-stale-merge {
      max-inline-size: calc(45.5 * var(--omni-rem));
    }

    @media (forced-colors: active) {
      [part='pages'] [aria-current] {
        outline: 2px solid Highlight;
        outline-offset: -2px;
      }
    }

    /* Narrower, so that the form keeps its layout beside the preview. */
    @container setup (max-width: 105.14em) {
      .frame.previewed {
        grid-template-columns: calc(15 * var(--omni-rem)) minmax(0, 1fr) calc(24 * var(--omni-rem));
      }
      .previewed [part='main'] {
        padding-inline: var(--omni-space-6);
      }
    }
    @container setup (max-width: 90.29em) {
      .frame.previewed {
        grid-template: var(--top) auto auto auto / calc(15 * var(--omni-rem)) minmax(0, 1fr);
      }
      [part='list'] {
        grid-row: 3 / -1;
      }
      omni-setup-preview {
        position: static;
        max-block-size: none;
      }
      [part='preview'] {
        grid-column: 2;
        border-inline-start: 0;
        border-block-start: 1px solid var(--omni-border);
      }
    }
    @container setup (max-width: 54.86em) {
      .frame,
      .frame.previewed {
        display: block;
      }
      [part='top'] {
        block-size: var(--top);
        padding-inline: var(--omni-space-3);
      }
      [part='pages'] {
        overflow-x: auto;
      }
      [part='pages'] ul {
        flex-wrap: nowrap;
        inline-size: max-content;
      }
      [part='top'] > :is(svg, .quiet) {
        display: none;
      }
      [part='main'] {
        padding: var(--omni-space-4) var(--omni-space-4) 0;
      }
      [part='list'] {
        border: 0;
        background: none;
      }
      omni-record-list {
        position: static;
        max-block-size: none;
      }
      /* One at a time: the list, or the open record. */
      .open [part='list'],
      .frame:not(.open, .landing, .whole) [part='main'] {
        display: none;
      }
      .back {
        display: inline-flex;
      }
    }
  `,
];
