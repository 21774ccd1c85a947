import { css } from 'lit';
import { shared } from '../../shared/shared.styles.ts';

/** Styles shared by Setup's elements in addition to the common ones: fields, switches, problems, tags. */
export const setupStyles = [
  shared,
  css`
    h1,
    h2,
    h3,
    ol,
    fieldset,
    legend {
      min-inline-size: 0;
      margin: 0;
      padding: 0;
      border: 0;
      font: inherit;
      list-style: none;
    }
    :host(:dir(rtl)) .pointing {
      transform: scaleX(-1);
    }
    /* Names keep their own direction, aligned with the surrounding text. */
    bdi,
    input[dir='auto'] {
      text-align: -webkit-match-parent;
      text-align: match-parent;
    }
    .icon-only {
      inline-size: var(--omni-control-md);
      padding: 0;
    }
    .icon-only.small {
      inline-size: var(--omni-control-sm);
    }
    .small svg,
    .line svg {
      inline-size: var(--omni-rem);
      block-size: var(--omni-rem);
    }
    label,
    .label {
      font: var(--omni-text-sm);
      font-weight: var(--omni-weight-medium);
    }
    .label .quiet {
      font-weight: var(--omni-weight-regular);
    }
    .hint {
      color: var(--omni-text-quiet);
      font: var(--omni-text-xs);
    }
    input:not([type='radio'], [type='checkbox'], [type='file']),
    select,
    textarea {
      appearance: none;
      inline-size: 100%;
      min-inline-size: 0;
      block-size: calc(2.25 * var(--omni-rem));
      margin: 0;
      padding: 0 var(--omni-space-3);
      border: 1px solid var(--omni-border-control);
      border-radius: var(--omni-radius-md);
      background: var(--omni-surface);
      color: inherit;
      font: var(--omni-text-md);
    }
    textarea {
      block-size: auto;
      padding-block: var(--omni-space-2);
      resize: vertical;
    }
    input::placeholder {
      color: var(--omni-text-quiet);
      opacity: 1;
    }
    input[type='search']::-webkit-search-cancel-button {
      appearance: none;
    }
    [aria-invalid='true'] {
      border-color: var(--omni-critical-fill) !important;
      box-shadow: 0 0 0 1px var(--omni-critical-fill);
    }
    .boxed {
      position: relative;
      display: flex;
      align-items: center;
    }
    .boxed svg {
      position: absolute;
      inline-size: var(--omni-rem);
      block-size: var(--omni-rem);
      color: var(--omni-text-quiet);
      pointer-events: none;
    }
    .boxed select {
      padding-inline-end: calc(2.25 * var(--omni-rem));
    }
    .boxed select ~ svg {
      inset-inline-end: calc(0.625 * var(--omni-rem));
    }
    .search svg {
      inset-inline-start: calc(0.625 * var(--omni-rem));
    }
    .search input[type='search'] {
      block-size: calc(2 * var(--omni-rem));
      padding-inline-start: calc(2 * var(--omni-rem));
    }
    .mono {
      font: calc(0.8125 * var(--omni-rem))/calc(1.25 * var(--omni-rem)) var(--omni-font-mono) !important;
    }
    input[role='switch'] {
      position: relative;
      flex: none;
      appearance: none;
      inline-size: calc(2.25 * var(--omni-rem));
      block-size: calc(1.25 * var(--omni-rem));
      margin: 0;
      border: 1.5px solid var(--omni-border-control);
      border-radius: var(--omni-radius-full);
      background: var(--omni-surface);
      cursor: pointer;
    }
    input[role='switch']::after {
      content: '';
      position: absolute;
      inset-block-start: calc(50% - calc(0.375 * var(--omni-rem)));
      inset-inline-start: calc(0.1875 * var(--omni-rem));
      inline-size: calc(0.75 * var(--omni-rem));
      block-size: calc(0.75 * var(--omni-rem));
      border-radius: 50%;
      background: var(--omni-border-control);
    }
    input[role='switch']:checked {
      border-color: var(--omni-accent-fill);
      background: var(--omni-accent-fill);
    }
    input[role='switch']:checked::after {
      inset-inline-start: calc(1.125 * var(--omni-rem));
      background: var(--omni-accent-on);
    }
    @media (forced-colors: active) {
      input[role='switch']::after {
        background: ButtonText;
      }
      input[role='switch']:checked::after {
        background: Highlight;
      }
    }
    input:is([type='radio'], [type='checkbox']):not([role]) {
      inline-size: calc(1.125 * var(--omni-rem));
      block-size: calc(1.125 * var(--omni-rem));
      margin: 0;
      accent-color: var(--omni-accent-fill);
    }
    .line {
      display: flex;
      gap: calc(0.375 * var(--omni-rem));
      font: var(--omni-text-sm);
      line-height: calc(1.125 * var(--omni-rem));
    }
    .line svg {
      margin-block-start: 1px;
    }
    .problem {
      color: var(--omni-critical);
      font-weight: var(--omni-weight-medium);
    }
    .trouble {
      display: flex;
      flex-wrap: wrap;
      gap: var(--omni-space-2) var(--omni-space-3);
      align-items: center;
    }
    .warning svg {
      color: var(--omni-caution);
    }
    .link {
      padding: 0;
      font-weight: var(--omni-weight-medium);
      text-align: start;
      text-decoration: underline;
    }
    .tag {
      flex: none;
      max-inline-size: 50%;
      padding: 0 calc(0.375 * var(--omni-rem));
      overflow: hidden;
      border-radius: var(--omni-radius-sm);
      background: var(--omni-surface-hover);
      color: var(--omni-text-quiet);
      font: var(--omni-text-xs);
      font-weight: var(--omni-weight-medium);
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .tag.caution {
      background: var(--omni-caution-soft);
      color: var(--omni-caution);
    }
  `,
];
