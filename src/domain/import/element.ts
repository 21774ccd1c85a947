/** An element of a metadata file, as it was read. */
export interface MetadataElement {
  /** The name without its prefix. */
  readonly name: string;
  /** Its own text, exactly; white space between inner elements does not count. */
  readonly text: string;
  readonly children: readonly MetadataElement[];
  /** Attributes other than namespaces, in the order of the file; absent if there are none. */
  readonly attributes?: readonly (readonly [name: string, value: string])[];
  /** Where it starts, counted from 1. */
  readonly line: number;
  readonly column: number;
}

/** How many elements there are in a tree, itself included. */
export function countElements({ children }: MetadataElement): number {
  return children.reduce((sum, child) => sum + countElements(child), 1);
}

/** Whether the element says that it has no value (`xsi:nil`). */
export function isNil({ attributes = [] }: MetadataElement): boolean {
  return attributes.some(([name, value]) => /(^|:)nil$/.test(name) && (value === 'true' || value === '1'));
}
