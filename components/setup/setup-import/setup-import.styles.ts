import { css } from 'lit';
import { setupStyles } from '../shared/setup.styles.ts';

export const styles = [
  setupStyles,
  css`
    :host {
      display: grid;
      gap: var(--omni-space-6);
      max-inline-size: calc(60 * var(--omni-rem));
      padding-block-end: var(--omni-space-10);
    }
    h1 {
      font: var(--omni-text-xl);
      font-weight: var(--omni-weight-bold);
      letter-spacing: -0.014em;
    }
    h2 {
      font: var(--omni-text-md);
      font-weight: var(--omni-weight-bold);
    }
    section {
      display: grid;
      gap: var(--omni-space-3);
      min-inline-size: 0;
    }
    .drop {
      display: grid;
      gap: var(--omni-space-3);
      justify-items: center;
      padding: var(--omni-space-8) var(--omni-space-4);
      border: 2px dashed var(--omni-border-control);
      border-radius: var(--omni-radius-md);
      background: var(--omni-surface-sunken);
      text-align: center;
    }
    .drop.over {
      border-color: var(--omni-accent-fill);
      background: var(--omni-surface-selected);
    }
    .drop > svg {
      inline-size: calc(2 * var(--omni-rem));
      block-size: calc(2 * var(--omni-rem));
      color: var(--omni-text-quiet);
    }
    .buttons {
      display: flex;
      flex-wrap: wrap;
      gap: var(--omni-space-2);
      align-items: center;
    }
    [role='tablist'] {
      display: flex;
      flex-wrap: wrap;
      gap: var(--omni-space-1);
      padding-block-end: var(--omni-space-2);
      border-block-end: 1px solid var(--omni-border);
    }
    [role='tab'] {
      min-block-size: calc(2 * var(--omni-rem));
      padding: 0 var(--omni-space-3);
      border-radius: var(--omni-radius-md);
      color: var(--omni-text-quiet);
      font: var(--omni-text-sm);
    }
    [role='tab']:hover {
      background: var(--omni-surface-hover);
    }
    [role='tab'][aria-selected='true'] {
      background: var(--omni-surface-selected);
      color: var(--omni-text);
      font-weight: var(--omni-weight-bold);
    }
    [role='tabpanel'] {
      display: grid;
      gap: var(--omni-space-2);
      min-inline-size: 0;
    }
    .record {
      border: 1px solid var(--omni-border);
      border-radius: var(--omni-radius-md);
    }
    .record summary {
      padding: var(--omni-space-3) var(--omni-space-4);
      border-radius: var(--omni-radius-md);
      cursor: pointer;
      overflow-wrap: anywhere;
    }
    .record summary .quiet {
      margin-inline-start: var(--omni-space-2);
      font: var(--omni-text-sm);
      white-space: normal;
    }
    .inside {
      display: grid;
      gap: var(--omni-space-3);
      justify-items: start;
      padding: 0 var(--omni-space-4) var(--omni-space-4);
    }
    .scrolls {
      max-inline-size: 100%;
      overflow-x: auto;
    }
    table {
      border-collapse: collapse;
      font: var(--omni-text-sm);
    }
    th,
    td {
      padding: var(--omni-space-1) var(--omni-space-4) var(--omni-space-1) 0;
      text-align: start;
      vertical-align: top;
      overflow-wrap: anywhere;
    }
    :host(:dir(rtl)) :is(th, td) {
      padding: var(--omni-space-1) 0 var(--omni-space-1) var(--omni-space-4);
    }
    th {
      color: var(--omni-text-quiet);
      font-weight: var(--omni-weight-regular);
    }
    .remark {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: var(--omni-space-2);
      inline-size: 100%;
      box-sizing: border-box;
      font: var(--omni-text-sm);
      overflow-wrap: anywhere;
    }
    .remark > svg {
      inline-size: var(--omni-rem);
      block-size: var(--omni-rem);
      margin-block-start: 2px;
      color: var(--omni-text-quiet);
    }
    .dot {
      inline-size: var(--omni-rem);
      color: var(--omni-text-quiet);
      text-align: center;
    }
    .remark.open {
      padding: var(--omni-space-3);
      border-radius: var(--omni-radius-md);
      background: var(--omni-caution-soft);
    }
    .remark.open > svg {
      color: var(--omni-caution);
    }
    .fix {
      display: block;
      max-inline-size: calc(22 * var(--omni-rem));
      margin-block-start: var(--omni-space-2);
    }
    .entry {
      display: flex;
      gap: var(--omni-space-2);
      align-items: center;
      max-inline-size: calc(22 * var(--omni-rem));
      margin-block-start: var(--omni-space-2);
    }
    .moves {
      display: grid;
      gap: var(--omni-space-1);
      font: var(--omni-text-sm);
      overflow-wrap: anywhere;
    }
    .bar {
      position: sticky;
      inset-block-end: 0;
      display: flex;
      flex-wrap: wrap;
      gap: var(--omni-space-3);
      align-items: center;
      padding-block: var(--omni-space-3);
      border-block-start: 1px solid var(--omni-border);
      background: var(--omni-surface);
    }
    @media (forced-colors: active) {
      [role='tab'][aria-selected='true'] {
        outline: 2px solid Highlight;
        outline-offset: -2px;
      }
      .remark.open {
        border: 1px solid CanvasText;
      }
    }
  `,
];
