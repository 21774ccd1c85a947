import type { ReactiveElement } from 'lit';

/** A part of the panel, as its channel sees it. */
export interface PlacedPart extends ReactiveElement {
  /** The channel that it shows; `null` if there is none. */
  readonly owner: Element | null;
  /** Looks for its channel. */
  look(): void;
}

/** The parts in the document, whatever their channels. */
const placed = new Set<PlacedPart>();

export const place = (part: PlacedPart): unknown => placed.add(part);
export const remove = (part: PlacedPart): unknown => placed.delete(part);
export const partsOf = (channel: Element): PlacedPart[] =>
  [...placed].filter(({ owner }) => owner === channel);

/** A channel came, went, or has another `id`. In a microtask: one that is only moved is back by then. */
export function channelsChanged(): void {
  queueMicrotask(() => {
    for (const part of placed) part.look();
  });
}
