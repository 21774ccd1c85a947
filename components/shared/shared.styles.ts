import { css } from 'lit';

/** Styles shared by all elements of the panel: boxes, focus, icons, buttons, keys, text for screen readers only. */
export const shared = css`
  *,
  ::before {
    box-sizing: border-box;
  }
  :host {
    color: var(--omni-text);
    font: var(--omni-text-md);
    font-variant-numeric: tabular-nums lining-nums;
    text-align: start;
  }
  /* Japanese has no spaces: lines break between phrases, and never before a small kana or a prolonged sound. */
  :host(:lang(ja)) {
    line-break: strict;
    word-break: auto-phrase;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  p,
  ul,
  dl,
  dd {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  svg {
    display: block;
    flex: none;
    inline-size: calc(1.25 * var(--omni-rem));
    block-size: calc(1.25 * var(--omni-rem));
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .none {
    padding: var(--omni-space-6) var(--omni-space-4);
    text-align: center;
  }
  .quiet {
    color: var(--omni-text-quiet);
  }
  .one-line {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .pieces {
    display: flex;
    min-inline-size: 0;
    overflow: hidden;
    white-space: nowrap;
  }
  .pieces > .one-line {
    flex-shrink: 1000;
    min-inline-size: 1.5em;
  }
  /* The first piece is in the panel's own words: where the others have given way and it is still too long, it wraps. */
  .pieces.keeps-first > .one-line:first-child {
    flex-shrink: 1;
    white-space: normal;
    overflow-wrap: anywhere;
  }
  .pieces > .dot {
    flex: none;
    white-space: pre;
  }
  .whole,
  .whole > bdi {
    display: inline-block;
    max-inline-size: 100%;
    white-space: pre;
    vertical-align: bottom;
  }
  .whole > bdi {
    max-inline-size: calc(100% - 1ch);
    overflow: hidden;
    text-overflow: ellipsis;
  }
  /* A customer's text keeps its own direction, aligned with the panel's. */
  .foreign {
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    overflow-wrap: anywhere;
  }
  .spoken {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  :focus-visible {
    outline: var(--omni-focus-width) solid var(--omni-focus);
    outline-offset: var(--omni-focus-offset);
  }
  button {
    appearance: none;
    margin: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: inherit;
    cursor: pointer;
  }
  .button {
    display: inline-flex;
    flex: none;
    align-items: center;
    justify-content: center;
    gap: var(--omni-space-2);
    min-block-size: var(--omni-control-md);
    padding: 0 var(--omni-space-3);
    border: 1px solid var(--omni-border-control);
    border-radius: var(--omni-radius-md);
    background: var(--omni-surface-raised);
    color: var(--omni-text);
    font-weight: var(--omni-weight-medium);
    white-space: nowrap;
    transition: background-color var(--omni-duration-hover);
  }
  .button:hover {
    background: var(--omni-surface-hover);
  }
  .bare {
    border-color: transparent;
    background: none;
  }
  .primary {
    border-color: var(--omni-action-fill);
    background: var(--omni-action-fill);
    color: var(--omni-action-on);
    font-weight: var(--omni-weight-bold);
  }
  .primary:hover {
    background: var(--omni-action-fill-hover);
  }
  .large {
    min-block-size: var(--omni-answer-size);
    border-radius: var(--omni-answer-radius);
    font-size: var(--omni-answer-font-size);
  }
  .small {
    min-block-size: var(--omni-control-sm);
    padding-inline: calc(0.625 * var(--omni-rem));
    font: var(--omni-text-sm);
    font-weight: var(--omni-weight-medium);
  }
  .button[aria-disabled='true'] {
    border-color: transparent;
    background: var(--omni-surface-hover);
    color: var(--omni-text-quiet);
    cursor: default;
  }
  kbd {
    padding: 0 calc(0.3125 * var(--omni-rem));
    border: 1px solid;
    border-radius: var(--omni-radius-sm);
    font: 500 calc(0.6875 * var(--omni-rem))/var(--omni-rem) var(--omni-font);
  }
  @media (forced-colors: active) {
    /* Browsers keep an icon's own colour, unlike that of text. */
    svg {
      color: inherit !important;
    }
    :is(.button, select, [type='search']) {
      border-color: ButtonText;
    }
    .bare {
      border-color: transparent;
    }
    :is(.primary, .critical).button {
      forced-color-adjust: none;
      border-color: ButtonText;
      background: ButtonText;
      color: ButtonFace;
    }
    .button[aria-disabled='true'] {
      forced-color-adjust: none;
      border-color: GrayText;
      background: ButtonFace;
      color: GrayText;
    }
  }
`;
