import { css } from 'lit';
import { shared } from '../../shared/shared.styles.ts';

export const styles = [
  shared,
  css`
    :host {
      --tone: var(--omni-ring);
      --band: var(--omni-ring-band);
      --band-on: var(--omni-ring-band-on);
      --edge: calc(0.125 * var(--omni-rem));
      --halo: transparent;
      display: grid;
      grid-template-columns: 1fr auto;
      overflow: clip;
      border-radius: var(--omni-request-radius);
      /* The band's colour extends below the band, or a bright line would show at the round corners. */
      background: linear-gradient(
        var(--band) calc(2 * var(--omni-rem)),
        var(--omni-surface-raised) calc(2 * var(--omni-rem))
      );
      box-shadow:
        0 0 0 var(--edge) var(--tone),
        0 0 0 calc(var(--edge) + calc(0.375 * var(--omni-rem))) var(--halo),
        var(--omni-shadow-3);
    }
    :host([halo]) {
      --halo: var(--omni-ring-halo);
    }
    :host([state='urgent']) {
      --tone: var(--omni-ring-urgent);
      --band: var(--omni-ring-urgent-band);
      --band-on: var(--omni-ring-urgent-band-on);
      --edge: calc(0.1875 * var(--omni-rem));
    }
    :host([halo][state='urgent']) {
      --halo: var(--omni-ring-urgent-halo);
    }
    :host(:is([state='checking'], [state='kept'], [state='settled'])) {
      --tone: var(--omni-border-strong);
      --band: var(--omni-ring-settled);
      --band-on: var(--omni-ring-settled-on);
      --edge: 1px;
    }
    .band {
      display: grid;
      grid-template-columns: auto 1fr auto;
      grid-column: 1 / -1;
      gap: 0 var(--omni-space-3);
      align-items: center;
      align-content: center;
      min-block-size: calc(5 * var(--omni-rem));
      padding: var(--omni-space-2);
      padding-inline-start: var(--omni-space-4);
      background: var(--band);
      color: var(--band-on);
    }
    .band :is(svg, omni-countdown-dial) {
      grid-row: 1 / span 2;
    }
    .band svg {
      inline-size: calc(2.5 * var(--omni-rem));
      block-size: calc(2.5 * var(--omni-rem));
      padding: var(--omni-space-2);
      border-radius: var(--omni-radius-lg);
      background: color-mix(in oklch, currentColor 14%, transparent);
    }
    .band b {
      align-self: end;
    }
    .band span {
      grid-area: 2 / 2;
      align-self: start;
      font: var(--omni-text-sm);
    }
    .band omni-countdown-dial {
      grid-column: 3;
    }
    .band b,
    .subject {
      font: var(--omni-text-lg);
      font-weight: var(--omni-weight-bold);
      letter-spacing: -0.008em;
    }

    p,
    dl {
      grid-column: 1 / -1;
      margin-inline: var(--omni-space-4);
    }
    .subject {
      margin-block-start: var(--omni-space-3);
      text-wrap: pretty;
    }
    dl {
      display: grid;
      grid-template-rows: auto auto;
      grid-auto-flow: column;
      justify-content: space-between;
      gap: 0 var(--omni-space-4);
      margin-block-start: var(--omni-space-3);
      padding: var(--omni-space-2) var(--omni-space-3);
      border-radius: var(--omni-radius-md);
      background: var(--omni-surface-sunken);
      font: var(--omni-text-sm);
    }
    dl.long {
      grid-template: auto / fit-content(40%) 1fr;
      grid-auto-flow: row;
      justify-content: normal;
    }
    dt {
      color: var(--omni-text-quiet);
    }
    dl:not(.long) dt {
      font: var(--omni-text-xs);
    }
    dd {
      font-weight: var(--omni-weight-medium);
    }
    .quiet {
      margin-block: var(--omni-space-3);
      font: var(--omni-text-sm);
    }
    .refusal {
      margin-block-end: var(--omni-space-3);
      color: var(--omni-critical);
      font: var(--omni-text-sm);
      font-weight: var(--omni-weight-medium);
    }
    .fix {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: var(--omni-space-2);
      margin: 0;
      padding: var(--omni-space-2) var(--omni-space-2) var(--omni-space-2) var(--omni-space-4);
      padding-inline: var(--omni-space-4) var(--omni-space-2);
      background: var(--omni-caution-soft);
      font: var(--omni-text-sm);
      font-weight: var(--omni-weight-medium);
    }

    [part='accept'],
    [part='decline'] {
      margin-block-end: var(--omni-space-4);
    }
    [part='accept'] {
      margin-inline-start: var(--omni-space-4);
    }
    [part='decline'] {
      margin-inline: var(--omni-space-2) var(--omni-space-4);
    }
    [part='accept']:last-of-type {
      grid-column: 1 / -1;
      margin-inline-end: var(--omni-space-4);
    }
    .accept {
      border-color: var(--omni-ring);
      background: var(--omni-ring);
      color: var(--omni-ring-on);
      font-weight: var(--omni-weight-bold);
    }
    .accept:hover {
      border-color: var(--omni-ring-hover);
      background: var(--omni-ring-hover);
    }

    :host([compact]) {
      --halo: transparent;
      --tone: var(--omni-border-strong);
      --edge: 1px;
      grid-template-columns: calc(2.75 * var(--omni-rem)) 1fr auto auto;
      align-items: center;
      gap: 0 var(--omni-space-2);
      padding: var(--omni-space-3);
      border-radius: min(var(--omni-request-radius), var(--omni-radius-lg));
      background: var(--omni-surface-raised);
    }
    :host([compact][state='urgent']) {
      --tone: var(--omni-ring-urgent);
      --edge: calc(0.125 * var(--omni-rem));
    }
    :host([compact]) > * {
      margin: 0;
    }
    :host([compact][halo]) {
      --halo: var(--omni-ring-halo);
      --tone: var(--omni-ring);
      --edge: calc(0.125 * var(--omni-rem));
    }
    :host([compact][halo][state='urgent']) {
      --halo: var(--omni-ring-urgent-halo);
      --tone: var(--omni-ring-urgent);
    }
    /* With reduced motion the marker is constant instead of pulsing, and stronger. */
    @media (prefers-reduced-motion: reduce) {
      :host([pulses]) {
        --halo: var(--omni-ring-halo);
        --tone: var(--omni-ring);
        --edge: calc(0.25 * var(--omni-rem));
      }
      :host([pulses][state='urgent']) {
        --halo: var(--omni-ring-urgent-halo);
        --tone: var(--omni-ring-urgent);
      }
    }
    :host([compact]) :is(omni-countdown-dial, svg) {
      grid-area: 1 / 1 / span 2;
      justify-self: center;
    }
    :host([compact]) svg {
      color: var(--omni-text-quiet);
    }
    :host([compact]) [part='subject'] {
      display: -webkit-box;
      align-self: end;
      margin: 0;
      overflow: hidden;
      font: var(--omni-text-sm);
      font-weight: var(--omni-weight-bold);
      line-height: calc(1.125 * var(--omni-rem));
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
      line-clamp: 2;
    }
    :host([compact]) .quiet {
      grid-area: 2 / 2;
      align-self: start;
      margin: 0;
      font: var(--omni-text-xs);
    }
    :host([compact]) .refusal {
      grid-area: 3 / 2 / auto / -1;
      margin: 0;
      font: var(--omni-text-xs);
    }
    :host([compact]) button {
      grid-area: 1 / 3 / span 2;
      min-block-size: var(--omni-answer-size);
      margin: 0;
      border-radius: var(--omni-answer-radius);
    }
    :host([compact]) button:not(.small) {
      padding-inline: var(--omni-space-2);
      font-size: 0.9375em;
    }
    :host([compact]) kbd {
      display: none;
    }
    :host([compact]) [part='decline'] {
      grid-column: 4;
    }
    :host([compact]) [part='accept']:last-of-type {
      grid-column: 3 / -1;
    }
    /* Only one solid Accept at a time: that of the first request. */
    :host([compact]) .accept {
      border-color: var(--omni-ring);
      background: none;
      color: var(--omni-accent);
    }
    :host([compact]) .accept:hover {
      background: var(--omni-surface-hover);
    }
    :host([compact]) omni-countdown-dial {
      color: var(--tone-number, var(--omni-text));
    }
    :host([compact][state='urgent']) omni-countdown-dial {
      color: var(--omni-ring-urgent);
    }
    @container (max-width: 27.43em) {
      :host([compact]) {
        grid-template-columns: calc(2.75 * var(--omni-rem)) auto auto 1fr;
      }
      :host([compact]) :is([part='subject'], .quiet) {
        grid-column: 2 / -1;
      }
      :host([compact]) button,
      :host([compact]) [part='accept']:last-of-type {
        grid-area: 4 / 2;
        margin-block-start: var(--omni-space-2);
      }
      :host([compact]) [part='decline'] {
        grid-column: 3;
      }
    }

    @container (max-width: 21em) {
      :host(:not([compact])) :is([part='accept'], [part='decline']) {
        grid-column: 1 / -1;
        margin-inline: var(--omni-space-4);
      }
      :host(:not([compact])) [part='accept']:not(:last-of-type) {
        margin-block-end: var(--omni-space-2);
      }
    }

    /* The dialog replaces its own toast and covers no other. */
    :host([declining]) :not(omni-decline-dialog) {
      display: none;
    }
    omni-decline-dialog {
      grid-column: 1 / -1;
    }
    :host([compact]) omni-decline-dialog {
      margin: calc(-1 * var(--omni-space-3));
    }

    @media (forced-colors: active) {
      /* Gradients are not drawn: without a ground the host's page would show through. */
      :host {
        border: 2px solid CanvasText;
        background: Canvas;
      }
      :host(:is([state='ringing'], [state='urgent'])) {
        border-color: Highlight;
      }
      :host([state='urgent']) {
        border-width: 6px;
      }
      /* Forced colours have no shadows. */
      :host([halo]) {
        outline: 6px double Highlight;
      }
      :host(:is([state='ringing'], [state='urgent'])) .band {
        forced-color-adjust: none;
        background: Highlight;
        color: HighlightText;
      }
      :host(:not([compact])) .accept {
        forced-color-adjust: none;
        border-color: ButtonText;
        background: ButtonText;
        color: ButtonFace;
      }
    }
  `,
];
