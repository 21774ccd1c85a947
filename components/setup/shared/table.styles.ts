import { css } from 'lit';

/** A table that becomes a list of cards when narrow. */
export const tableStyles = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font: var(--omni-text-sm);
  }
  th,
  td {
    padding: var(--omni-space-2);
    border-block-end: 1px solid var(--omni-border);
    overflow-wrap: anywhere;
    text-align: start;
    vertical-align: top;
  }
  th:first-child,
  td:first-child {
    padding-inline-start: 0;
  }
  thead th {
    color: var(--omni-text-quiet);
    font: var(--omni-text-xs);
    font-weight: var(--omni-weight-bold);
  }
  tbody th {
    font-weight: var(--omni-weight-medium);
  }
  @container (max-width: 36.57em) {
    thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    tr {
      display: grid;
      padding-block: var(--omni-space-2);
      border-block-end: 1px solid var(--omni-border);
    }
    th,
    td {
      padding: 2px 0;
      border: 0;
    }
    td {
      display: grid;
      grid-template-columns: calc(5 * var(--omni-rem)) minmax(0, 1fr);
      gap: var(--omni-space-2);
    }
    td::before {
      content: attr(data-head);
      color: var(--omni-text-quiet);
    }
  }
`;
