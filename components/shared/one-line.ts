import { html, nothing, type TemplateResult } from 'lit';

/*
 * Lines that are cut where they do not fit. An ellipsis cuts a line where the line ends, which is the beginning of a
 * name that runs the other way. So each piece is cut by itself, in its own direction.
 */

/** Pieces with dots between, for an element of the class `pieces`. All give way; with `keeps-first`, the first one does not. */
export function piecesOf(pieces: readonly (string | TemplateResult | null)[]): TemplateResult[] {
  return pieces
    .filter((piece) => piece !== null && piece !== '')
    .map(
      (piece, index) =>
        html`${index === 0 ? nothing : html`<span class="dot"> · </span>`}${
          typeof piece === 'string'
            ? html`<bdi class="one-line">${piece}</bdi>`
            : html`<span class="one-line">${piece}</span>`
        }`,
    );
}

/** Names in a row, in the direction of the line. Those that do not fit are left out whole. */
export function namesOf(names: readonly string[], separator: string): TemplateResult {
  const last = names.length - 1;
  return html`${names.map(
    (name, index) =>
      html`<span class="whole"><bdi>${name}</bdi>${index === last ? nothing : separator}</span>`,
  )}`;
}
