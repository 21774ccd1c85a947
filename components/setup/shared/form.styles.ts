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
      max-inline-size: 45.5rem;
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
      flex: 1 1 16rem;
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
      grid-template-columns: 10.5rem minmax(0, 1fr);
      gap: var(--omni-space-5) var(--omni-space-6);
      padding-block: 1.75rem;
      border-block-start: 1px solid var(--omni-border);
    }
    @container form (max-width: 37.5rem) {
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
      max-inline-size: 20rem;
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
    @container form (max-width: 30rem) {
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
      min-block-size: 2.25rem;
      padding-inline: var(--omni-space-3) 0.625rem;
      border-radius: inherit;
      cursor: pointer;
    }
    summary span:last-of-type {
      flex: 1;
      text-align: end;
    }
    summary svg {
      inline-size: 1rem;
      block-size: 1rem;
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
