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
      --top: 3.5rem;
      display: grid;
      grid-template: var(--top) minmax(0, 1fr) / 17rem minmax(0, 1fr);
      min-block-size: 100dvh;
    }
    .frame.previewed {
      grid-template-columns: 17rem minmax(0, 1fr) 26.5rem;
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
      inline-size: 1rem;
      block-size: 1rem;
    }
    [part='top'] .boxed {
      flex: 0 1 auto;
      min-inline-size: 0;
      margin-inline-end: auto;
    }
    [part='top'] select {
      block-size: 2rem;
      padding-inline: var(--omni-space-2) 2rem;
      border-color: transparent;
      font-weight: var(--omni-weight-bold);
      text-overflow: ellipsis;
    }
    [part='top'] select:hover {
      background: var(--omni-surface-hover);
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
      padding: 1.75rem var(--omni-space-10) 0;
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
      max-inline-size: 45.5rem;
      margin-inline: auto;
    }

    @container setup (max-width: 77.5rem) {
      .frame.previewed {
        grid-template: var(--top) auto auto / 15rem minmax(0, 1fr);
      }
      [part='list'] {
        grid-row: 2 / -1;
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
    @container setup (max-width: 48rem) {
      .frame,
      .frame.previewed {
        display: block;
      }
      [part='top'] {
        block-size: var(--top);
        padding-inline: var(--omni-space-3);
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
      .frame:not(.open) [part='main'] {
        display: none;
      }
      .back {
        display: inline-flex;
      }
    }
  `,
];
