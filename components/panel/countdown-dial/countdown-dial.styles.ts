import { css } from 'lit';

export const styles = css`
  :host {
    --size: 4rem;
    --ring: 0.375rem;
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
    font-size: 1.125rem;
  }
  :host([small]) {
    --size: 2.75rem;
    --ring: 0.25rem;
    font-size: 1rem;
  }
  :host([small][long]) {
    font-size: 0.75rem;
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
