import type { Fields } from '../../pointers.ts';
import type { Id } from '../../values.ts';
import type { ElementReader } from './element-reader.ts';
import type { MetadataType } from '../metadata-type.ts';

/** A record that a file refers to. */
export interface Referred {
  readonly id: Id;
  /** If it is one of the files. */
  readonly key: string | null;
}

/** What a file needs to become a record. */
export interface MapContext {
  /** The name that the file has; decoded. */
  readonly fullName: string;
  /** The record that it changes; `null`: it is new. Fields that files do not have keep its values. */
  readonly current: Fields | null;
  /** The record of a name; `null` if it is neither in the files nor here. */
  readonly find: (type: MetadataType, fullName: string) => Referred | null;
  /** The user of a username; `null` if it is not known. */
  readonly user: (username: string) => Id | null;
  /** Whether some routing configuration has a push time-out, in the files or here. */
  readonly somePushTimeout: boolean;
}

/** The fields of the record that a file becomes, before they are checked. */
interface MappedFile {
  readonly fields: Fields;
  /** The keys of the files' records that it needs. */
  readonly needs: readonly string[];
  /** It becomes no record: the remarks say why. */
  readonly isNone?: boolean;
}

export type MapFile = (reader: ElementReader, context: MapContext) => MappedFile;

/** The records that elements name, each once, with a remark for those that are missing or named twice. */
export function referred(
  reader: ElementReader,
  context: Pick<MapContext, 'find'>,
  type: MetadataType,
  elements: readonly { readonly name: string; readonly text: string; readonly line: number }[],
  missing: (element: (typeof elements)[number], name: string) => void,
): Referred[] {
  const found: Referred[] = [];
  const seen = new Set<string>();
  for (const element of elements) {
    const name = element.text.trim();
    const about = { element: element.name, name: name.slice(0, 200) };
    if (seen.has(name.toLowerCase())) {
      reader.remark({ code: 'namedTwice', params: about, kind: 'cleared', line: element.line });
      continue;
    }
    seen.add(name.toLowerCase());
    const one = context.find(type, name);
    if (one) found.push(one);
    else missing(element, name);
  }
  return found;
}

export const keysOfReferred = (...lists: readonly (readonly Referred[])[]): string[] => [
  ...new Set(lists.flat().flatMap(({ key }) => key ?? [])),
];

/** The identity that most files have: `label`, and the file's name as the Developer Name. */
export function identity(
  reader: ElementReader,
  { fullName, current }: MapContext,
  { label = 'label', pointer = '/name' } = {},
): { readonly name: string; readonly developerName: string } {
  const name = reader.text(pointer, label) ?? '';
  const inside = reader.only('fullName');
  if (inside && inside.text.trim() !== fullName)
    reader.remark({
      code: 'fullNameInside',
      params: { inside: inside.text.trim().slice(0, 200), name: fullName },
      kind: 'changed',
      line: inside.line,
    });
  // A name that was agreed on at an earlier import stays.
  const developerName = typeof current?.developerName === 'string' ? current.developerName : fullName;
  return { name, developerName };
}
