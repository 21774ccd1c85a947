import { readFileSync } from 'node:fs';
import type { ElementDoc } from './element-doc.ts';

type CssParts = NonNullable<ElementDoc['cssParts']>;

/** A piece of the panel: the element inside, and the names of its parts, as the element and the host know them. */
interface Piece {
  readonly tag: string;
  readonly parts: readonly (readonly [inner: string, outer: string])[];
}

/** The pieces by the names of their functions, read from where they expose their parts. */
export function piecesOf(source: string): Map<string, Piece> {
  const piece =
    /export const (\w+) = .*?<(omni-[\w-]+)\s+exportparts=(?:"([\w-]+),)?.*?exposed\(\s*'([\w-]+)',\s*'([^']+)'/gs;
  return new Map(
    [...source.matchAll(piece)].map(([, name = '', tag = '', whole, prefix = '', inner = '']) => {
      const exposed = inner.split(' ').map((part) => [part, `${prefix}-${part}`] as const);
      return [name, { tag, parts: whole ? [[whole, whole], ...exposed] : exposed }];
    }),
  );
}

/** The parts that an element exposes of its pieces, with what the elements inside say of them. */
export function exposedParts(elementSource: string, all: readonly ElementDoc[]): CssParts {
  const pieces = piecesOf(readFileSync('components/panel/channel/pieces.ts', 'utf8'));
  return [...elementSource.matchAll(/\bpieces\.(\w+)\(/g)].flatMap(([, name = '']) => {
    const piece = pieces.get(name);
    if (!piece) throw new Error(`The parts of the piece ${name} are not exposed.`);
    const known = all.find(({ tagName }) => tagName === piece.tag)?.cssParts ?? [];
    return piece.parts.map(([inner, outer]) => ({
      name: outer,
      description: known.find((part) => part.name === inner)?.description ?? '',
    }));
  });
}
