import { countElements, type MetadataElement } from '../element.ts';
import type { Choices } from '../import-plan.ts';
import { keyOf } from './matching.ts';
import type { MetadataType } from '../metadata-type.ts';
import { remarkId, type AnyRemark } from './any-remark.ts';

/** A file of a type that becomes records. */
export interface GivenFile {
  readonly path: string;
  readonly type: MetadataType;
  readonly fullName: string;
  readonly isGarbled: boolean;
  readonly hasNamespace: boolean;
  readonly root: MetadataElement;
}

/** The other files of a name. */
export interface Duplicates {
  readonly remarks: readonly AnyRemark[];
  /** How many of their elements became what. */
  readonly elements: Readonly<Record<'same' | 'changed', number>>;
}

/** One file for each name, and by key what is said of those that have the same: the first counts unless another is chosen. */
export function uniqueFiles(
  all: readonly GivenFile[],
  choices: Choices,
): { files: GivenFile[]; duplicates: ReadonlyMap<string, Duplicates> } {
  const groups = new Map<string, GivenFile[]>();
  for (const file of all.toSorted((one, other) => (one.path < other.path ? -1 : 1))) {
    const name = keyOf(file).toLowerCase();
    groups.set(name, [...(groups.get(name) ?? []), file]);
  }
  const duplicates = new Map<string, Duplicates>();
  const files = [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const key = keyOf(first);
    const different = [first, ...group.slice(1).filter((other) => !sameElements(other.root, first.root))];
    const remarks: AnyRemark[] = group
      .filter((other) => !different.includes(other))
      .map(({ path }) => ({ code: 'twiceTheSame', params: { file: path }, kind: 'same' }));
    let chosen = first;
    if (different.length > 1) {
      const paths = different.slice(1).map(({ path }) => path);
      const remark: AnyRemark = {
        code: 'twiceDifferent',
        params: { file: paths.join(', ') },
        kind: 'changed',
        fixes: different.map(({ path }) => ({ id: path, kind: 'use', value: path })),
        needsChoice: true,
      };
      const choice = choices.fixes[remarkId(key, remark)];
      chosen = different.find(({ path }) => path === choice?.fix) ?? first;
      remarks.push(remark);
    }
    const isSame = (other: GivenFile) => sameElements(other.root, chosen.root);
    const others = group.filter((other) => other !== chosen);
    const elementsOf = (some: readonly GivenFile[]) =>
      some.reduce((sum, { root }) => sum + countElements(root) - 1, 0);
    duplicates.set(key, {
      remarks,
      elements: {
        same: elementsOf(others.filter(isSame)),
        changed: elementsOf(others.filter((one) => !isSame(one))),
      },
    });
    return [{ ...chosen, fullName: first.fullName }];
  });
  return { files, duplicates };
}

/** Whether two files say the same, wherever it is written in them. */
export function sameElements(one: MetadataElement, other: MetadataElement): boolean {
  return (
    one.name === other.name &&
    one.text.trim() === other.text.trim() &&
    one.children.length === other.children.length &&
    one.children.every((child, index) => {
      const counterpart = other.children[index];
      return counterpart !== undefined && sameElements(child, counterpart);
    })
  );
}
