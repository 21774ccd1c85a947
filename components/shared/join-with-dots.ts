/** A name in any script (U+2068, U+2069): what stands around it keeps its order, and an ellipsis cuts the last name. */
export const isolated = (name: string): string => `\u2068${name}\u2069`;

/** A piece and the names after it, which run in the direction of the line: together isolated, they would not. */
export const beforeNames = (piece: string, names: string): string =>
  names === '' ? piece : `${isolated(piece)} · ${names}`;

/**
 * Joins the parts of a line with dots. Each is isolated (U+2068, U+2069), so that a name in another script does not
 * reorder its neighbours.
 */
export function joinWithDots(pieces: readonly (string | null)[]): string {
  return pieces
    .filter((piece) => piece)
    .map((piece) => isolated(piece ?? ''))
    .join(' · ');
}
