import { css } from 'lit';
import { setupStyles } from './setup.styles.ts';

/** The form of a record: a title, sections next to their headings, a save bar. */
export const formStyles = [
  setupStyles,
  css`
    :host {
      display: block;
      container: form / inline-size;
    }
    form {
      max-inline-size: calc(45.5 * var(--omni-rem));
    }
    .title {
      display: flex;
      flex-wrap: wrap;
      gap: var(--omni-space-2) var(--omni-space-3);
      align-items: start;
      justify-content: space-between;
      padding-block-end: var(--omni-space-5);
    }
    .title > div:first-child {
      flex: 1 1 calc(16 * var(--omni-rem));
      min-inline-size: 0;
    }
    .title .actions {
      display: flex;
      gap: var(--omni-space-1);
    }
    h1 {
      font: var(--omni-text-xl);
      font-weight: var(--omni-weight-bold);
      letter-spacing: -0.014em;
      overflow-wrap: anywhere;
    }
    section {
      display: grid;
      grid-template-columns: calc(10.5 * var(--omni-rem)) minmax(0, 1fr);
      gap: var(--omni-space-5) var(--omni-space-6);
      padding-block: calc(1.75 * var(--omni-rem));
      border-block-start: 1px solid var(--omni-border);
    }
    @container form (max-width: 42.86em) {
      section {
        grid-template-columns: minmax(0, 1fr);
      }
    }
    h2 {
      font: var(--omni-text-md);
      font-weight: var(--omni-weight-bold);
    }
    section header p {
      margin-block-start: var(--omni-space-1);
      color: var(--omni-text-quiet);
      font: var(--omni-text-sm);
      text-wrap: pretty;
    }
    .find {
      max-inline-size: calc(20 * var(--omni-rem));
      margin-block-end: var(--omni-space-5);
    }
    .none-found {
      padding-block: var(--omni-space-5);
    }
    .body {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      gap: var(--omni-space-5) var(--omni-space-4);
      align-items: start;
    }
    .body > * {
      min-inline-size: 0;
    }
    .body > :is([wide], .wide) {
      grid-column: 1 / -1;
    }
    /* It stays in the document as a live region, and takes no space while empty. */
    .body > omni-move-warning[empty] + * {
      margin-block-start: calc(-1 * var(--omni-space-5));
    }
    @container form (max-width: 34.29em) {
      .body {
        grid-template-columns: minmax(0, 1fr);
      }
    }
    details {
      border: 1px solid var(--omni-border-control);
      border-radius: var(--omni-radius-md);
    }
    summary {
      display: flex;
      gap: var(--omni-space-2);
      align-items: center;
      min-block-size: calc(2.25 * var(--omni-rem));
      padding-inline: var(--omni-space-3) calc(0.625 * var(--omni-rem));
      border-radius: inherit;
      cursor: pointer;
    }
    summary span:last-of-type {
      flex: 1;
      text-align: end;
    }
    summary svg {
      inline-size: var(--omni-rem);
      block-size: var(--omni-rem);
      color: var(--omni-text-quiet);
    }
    details[open] summary svg {
      transform: scaleY(-1);
    }
    details > div {
      display: grid;
      gap: var(--omni-space-5);
      padding: var(--omni-space-1) var(--omni-space-3) var(--omni-space-4);
    }
  `,
];
