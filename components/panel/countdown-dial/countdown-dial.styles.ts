import { css } from 'lit';

export const styles = css`
  :host {
    --size: calc(4 * var(--omni-rem));
    --ring: calc(0.375 * var(--omni-rem));
    position: relative;
    display: grid;
    flex: none;
    place-items: center;
    inline-size: var(--size);
    block-size: var(--size);
    font: var(--omni-number-md);
    font-weight: var(--omni-weight-bold);
    font-variant-numeric: tabular-nums lining-nums;
    letter-spacing: -0.02em;
  }
  :host([long]) {
    font-size: calc(1.125 * var(--omni-rem));
  }
  :host([small]) {
    --size: calc(2.75 * var(--omni-rem));
    --ring: calc(0.25 * var(--omni-rem));
    font-size: var(--omni-rem);
  }
  :host([small][long]) {
    font-size: calc(0.75 * var(--omni-rem));
  }
  :host([hidden]) {
    display: none;
  }
  /* The elapsed time: a ring below the ticks. */
  :host::before {
    content: '';
    position: absolute;
    inset: 1px;
    border: var(--ring) solid;
    border-radius: 50%;
    opacity: 0.24;
  }
  svg {
    position: absolute;
    inset: 0;
    overflow: visible;
    fill: none;
    stroke: currentColor;
    transform: rotate(-90deg);
  }
  svg:dir(rtl) {
    transform: rotate(-90deg) scaleY(-1);
  }
`;
