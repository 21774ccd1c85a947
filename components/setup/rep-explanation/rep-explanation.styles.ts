import { css } from 'lit';
import { formStyles } from '../shared/form.styles.ts';
import { tableStyles } from '../shared/table.styles.ts';

export const styles = [
  formStyles,
  tableStyles,
  css`
    :host {
      container: form / inline-size;
    }
    article {
      max-inline-size: calc(45.5 * var(--omni-rem));
      padding-block-end: var(--omni-space-12);
    }
    .wide {
      container-type: inline-size;
    }
    @container (min-width: 36.58em) {
      th {
        inline-size: 33%;
      }
    }
    ol {
      display: grid;
      gap: var(--omni-space-2);
    }
    li {
      display: grid;
      grid-template-columns: calc(1.25 * var(--omni-rem)) minmax(0, 1fr) auto;
      gap: 0 var(--omni-space-3);
      align-items: center;
      padding: var(--omni-space-3);
      border: 1px solid var(--omni-border);
      border-radius: var(--omni-radius-md);
      overflow-wrap: anywhere;
    }
    li.holds {
      border-color: var(--omni-accent-fill);
      background: var(--omni-accent-soft);
    }
    li svg {
      inline-size: calc(1.25 * var(--omni-rem));
      block-size: calc(1.25 * var(--omni-rem));
      color: var(--omni-accent);
    }
    li .label,
    li bdi {
      grid-column: 2;
    }
    li.holds bdi {
      font-weight: var(--omni-weight-bold);
    }
    li .tag {
      grid-column: 3;
      grid-row: 1 / span 2;
      max-inline-size: none;
    }
    li.holds .tag {
      background: var(--omni-accent-fill);
      color: var(--omni-accent-on);
    }
    li svg {
      grid-row: 1 / span 2;
    }
    .title .line {
      margin-block-start: var(--omni-space-2);
    }
    @container form (max-width: 34.29em) {
      li .tag {
        grid-column: 2;
        grid-row: auto;
        justify-self: start;
        margin-block-start: var(--omni-space-1);
      }
      li svg {
        align-self: start;
      }
    }
    @media (forced-colors: active) {
      li.holds {
        outline: 2px solid Highlight;
      }
    }
  `,
];
