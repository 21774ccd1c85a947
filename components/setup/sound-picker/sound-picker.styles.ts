import { css } from 'lit';
import { setupStyles } from '../shared/setup.styles.ts';

export const styles = [
  setupStyles,
  css`
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--omni-space-2);
      min-inline-size: 0;
    }
    [part='chosen'],
    .choice {
      display: flex;
      gap: var(--omni-space-2);
      align-items: center;
      min-inline-size: 0;
      padding-inline: var(--omni-space-1);
    }
    [part='chosen'] {
      min-block-size: calc(2.25 * var(--omni-rem));
      border: 1px solid var(--omni-border-control);
      border-radius: var(--omni-radius-md);
    }
    .choice {
      min-block-size: calc(2.25 * var(--omni-rem));
      border-radius: var(--omni-radius-sm);
    }
    .choice:hover {
      background: var(--omni-surface-hover);
    }
    .name,
    label {
      flex: 1;
    }
    .name {
      min-inline-size: 0;
      overflow-wrap: anywhere;
    }
    .name:first-child {
      padding-inline-start: var(--omni-space-2);
    }
    label {
      display: flex;
      gap: var(--omni-space-2);
      align-items: center;
      align-self: stretch;
      cursor: pointer;
    }
    .quiet {
      flex: none;
      font: var(--omni-text-sm);
      font-variant-numeric: tabular-nums;
    }
    .no-play {
      inline-size: var(--omni-control-sm);
    }
    [part='list'] {
      padding: var(--omni-space-1);
      border: 1px solid var(--omni-border-strong);
      border-radius: var(--omni-radius-md);
    }
    [part='list'] fieldset {
      min-inline-size: 0;
      max-block-size: calc(15 * var(--omni-rem));
      overflow: auto;
    }
    .upload {
      display: flex;
      flex-wrap: wrap;
      gap: var(--omni-space-2) var(--omni-space-3);
      align-items: center;
      margin-block-start: var(--omni-space-1);
      padding: var(--omni-space-2) var(--omni-space-2) var(--omni-space-1);
      border-block-start: 1px solid var(--omni-border);
    }
    .upload .hint {
      flex: 1 1 calc(12 * var(--omni-rem));
    }
    .used {
      padding-inline-start: var(--omni-space-4);
      font: var(--omni-text-sm);
    }
    .used li {
      list-style: disc;
    }
  `,
];
