import { css } from 'lit';

/** The looks of the book's own elements. */
export const bookStyles = css`
  :host {
    display: block;
    margin-block: 1rem 2rem;
    font: 14px/20px var(--omni-font);
    color: var(--omni-text);
  }
  table {
    border-collapse: collapse;
    inline-size: 100%;
    margin-block-end: 2rem;
  }
  caption {
    text-align: start;
    font-weight: 600;
    padding-block: 0.5rem;
  }
  th,
  td {
    padding: 0.5rem 0.75rem;
    border-block-end: 1px solid var(--omni-border);
    text-align: start;
    vertical-align: middle;
    font-weight: 400;
  }
  thead th {
    color: var(--omni-text-quiet);
  }
  code {
    font-family: var(--omni-font-mono);
    font-size: 12px;
  }
  small {
    color: var(--omni-text-quiet);
  }
  button {
    font: inherit;
    min-block-size: 2.75rem;
    padding-inline: 1rem;
    border: 1px solid var(--omni-border-control);
    border-radius: var(--omni-radius-md);
    background: var(--omni-surface-raised);
    color: var(--omni-text);
    cursor: pointer;
  }
  button:focus-visible {
    outline: var(--omni-focus-width) solid var(--omni-focus);
    outline-offset: var(--omni-focus-offset);
  }
`;
