import type { Id } from '../../values.ts';
import type { MetadataElement } from '../element.ts';
import { leaf, type WrittenElement } from './slots.ts';

/** The people of a list in a file, and those who belong there now. */
export interface Listed {
  /** The names in the file, as they are written there. */
  readonly written: readonly string[];
  /** Whom a name stands for; `null` if that is not known. */
  readonly idOf: (name: string) => Id | null;
  readonly now: readonly Id[];
  /** The name of somebody; `null` if none is known. */
  readonly nameOf: (id: Id) => string | null;
}

/** The names to be written: those of the file who still belong, those not known here, and those who came. */
export function namesNow({ written, idOf, now, nameOf }: Listed): { names: string[]; nameless: Id[] } {
  const belonging = new Set(now);
  const kept = written.filter((name) => {
    const id = idOf(name);
    return id === null || belonging.has(id);
  });
  const there = new Set(kept.flatMap((name) => idOf(name) ?? []));
  const came = now.filter((id) => !there.has(id));
  const names = came.flatMap((id) => nameOf(id) ?? []);
  return {
    names: names.length === 0 ? kept : [...kept, ...names.sort()],
    nameless: came.filter((id) => nameOf(id) === null),
  };
}

/** The names in a group of a container: `<users><user>`, in one group or several. */
export function namesIn(container: MetadataElement | undefined, group: string, one: string): string[] {
  return (container?.children ?? [])
    .filter(({ name }) => name === group)
    .flatMap(({ children }) => children.filter(({ name }) => name === one).map(({ text }) => text.trim()));
}

/** The container with other names in its groups; `null` if nothing is left in it. */
export function withNames(
  container: MetadataElement | undefined,
  name: string,
  groups: readonly { readonly group: string; readonly one: string; readonly names: readonly string[] }[],
): WrittenElement | null {
  const isOurs = (child: { readonly name: string }) => groups.some(({ group }) => group === child.name);
  const others: WrittenElement[] = (container?.children ?? []).filter((child) => !isOurs(child));
  const ours = groups
    .filter(({ names }) => names.length > 0)
    .map(({ group, one, names }) => ({
      name: group,
      text: '',
      children: names.map((text) => leaf(one, text)),
    }));
  const children = [...others, ...ours].sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
  return children.length === 0 && !container ? null : { name, text: '', children };
}
