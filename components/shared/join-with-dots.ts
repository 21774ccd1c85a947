/**
 * Joins the parts of a line with dots. Each is isolated (U+2068, U+2069), so that a name in another script does not
 * reorder its neighbours.
 */
export function joinWithDots(pieces: readonly (string | null)[]): string {
  return pieces
    .filter((piece) => piece)
    .map((piece) => `\u2068${piece}\u2069`)
    .join(' · ');
}
