import { OFFLINE_STATUS_ID } from '../../configuration/presence-status.ts';
import { sameValue, valueAt, type Fields } from '../../pointers.ts';
import { sameDeveloperName } from '../../setup/developer-name.ts';
import type { Id } from '../../values.ts';
import type { MetadataElement } from '../element.ts';
import { nameOfRecord, resourceOf, type Origin, type RecordHere, type SetupHere } from '../here.ts';
import { DEFAULT_FULL_NAME } from '../mapping/map-configuration.ts';
import { profileLabel } from '../mapping/map-others.ts';
import type { Referred } from '../mapping/mapped.ts';
import { decodedName, metadataTypes, type MetadataType } from '../metadata-type.ts';
import { ElementReader } from '../mapping/element-reader.ts';
import { planRecord } from '../planning/plan-record.ts';
import { namesIn, namesNow, withNames } from './people.ts';
import { slotsOf, type Slot, type WrittenElement } from './slots.ts';

/** A file of an export. */
export interface ExportedFile {
  readonly type: MetadataType;
  readonly fullName: string;
  readonly children: readonly WrittenElement[];
}

/** What an export could not write: fields of a record, and people whose usernames are not known. */
export interface LostPart {
  readonly type: MetadataType;
  readonly fullName: string;
  readonly fields: readonly string[];
  readonly users: readonly string[];
}

/**
 * Setup as metadata. A record that was imported and not changed since is written as its file was, with everything that
 * has no place here; a changed field is written anew.
 */
export function exportSetup(here: SetupHere): { files: ExportedFile[]; lost: LostPart[] } {
  const files: ExportedFile[] = [];
  const lost: LostPart[] = [];
  const names = new Names(here);
  for (const type of metadataTypes)
    for (const record of here.records[resourceOf[type]]) {
      if (record.id === OFFLINE_STATUS_ID) continue;
      const fullName = names.of(type, record.id);
      if (fullName === null) continue;
      const origin = names.origin(type, record.id);
      const { slots, lost: fields } = slotsOf(type, record.fields, (of, id) => names.of(of, id));
      const people = peopleOf(type, record, origin, here, names);
      const all = [...slots, ...people.slots];
      if (type === 'Profile' && all.every(({ elements }) => elements.length === 0)) continue;
      const children = origin?.elements
        ? merged(origin.elements, all, changedIn(record, origin, here, names), people.changed)
        : inOrder(all.flatMap(({ elements }) => elements));
      files.push({ type, fullName, children });
      if (fields.length > 0 || people.nameless.length > 0)
        lost.push({ type, fullName, fields, users: people.nameless });
    }
  return { files, lost };
}

const inOrder = (elements: readonly WrittenElement[]): WrittenElement[] =>
  elements.toSorted((one, other) => (one.name < other.name ? -1 : Number(one.name > other.name)));

/** Which fields are no longer as an import of the file would make them. */
function changedIn(
  record: RecordHere,
  origin: Origin,
  here: SetupHere,
  names: Names,
): (slot: Slot) => boolean {
  if (!origin.elements) return () => true;
  const before: Fields = planRecord({
    key: `${origin.type}/${origin.fullName}`,
    type: origin.type,
    fullName: origin.fullName,
    file: '',
    reader: new ElementReader(origin.elements),
    match: { record: null, origin },
    id: record.id,
    context: {
      fullName: origin.fullName,
      current: null,
      find: (type, name): Referred | null => {
        const id = names.find(type, name);
        return id === null ? null : { id, key: null };
      },
      user: (username) => here.usernames.get(username.toLowerCase()) ?? null,
      somePushTimeout: true,
    },
    freeName: (derived) => derived,
    choices: { fixes: {}, leftOut: [] },
    before: [],
  }).fields;
  return ({ pointer }) => {
    const [mine, theirs] = [valueAt(record.fields, pointer), valueAt(before, pointer)];
    return !sameValue(sortedUnless(pointer, mine), sortedUnless(pointer, theirs));
  };
}

const sortedUnless = (pointer: string, value: unknown): unknown =>
  Array.isArray(value) && pointer !== '/declineReasonIds' ? value.map(String).sort() : value;

/** The elements of the file, with those of changed fields in their places. */
function merged(
  file: MetadataElement,
  slots: readonly Slot[],
  isChanged: (slot: Slot) => boolean,
  peopleChanged: ReadonlySet<string>,
): WrittenElement[] {
  const isPeople = ({ pointer }: Slot) => pointer === '/assignments' || pointer === '/memberIds';
  const changed = slots.filter((slot) =>
    isPeople(slot) ? peopleChanged.has(slot.pointer) : isChanged(slot),
  );
  const dropped = new Set(changed.flatMap(({ names }) => names));
  const children: WrittenElement[] = file.children.filter(({ name }) => !dropped.has(name));
  for (const element of changed.flatMap(({ elements }) => elements)) {
    const at = children.findIndex(({ name }) => name > element.name);
    children.splice(at === -1 ? children.length : at, 0, element);
  }
  return children;
}

/** Who is assigned, or a member. */
function peopleOf(
  type: MetadataType,
  record: RecordHere,
  origin: Origin | null,
  here: SetupHere,
  names: Names,
): { slots: Slot[]; changed: ReadonlySet<string>; nameless: string[] } {
  const none = { slots: [], changed: new Set<string>(), nameless: [] };
  const child = (name: string) => origin?.elements?.children.find((one) => one.name === name);
  const userId = (name: string) => here.usernames.get(name.toLowerCase()) ?? null;
  const users = (container: MetadataElement | undefined, now: readonly Id[]) => {
    const written = namesIn(container, 'users', 'user');
    return { written, ...namesNow({ written, idOf: userId, now, nameOf: (id) => names.username(id) }) };
  };
  const userNames = (all: readonly Id[]) =>
    all.map((id) => here.users.find((user) => user.id === id)?.name ?? id);
  if (type === 'Queue') {
    const container = child('queueMembers');
    const now = Array.isArray(record.fields.memberIds) ? record.fields.memberIds.map(String) : [];
    const members = users(container, now);
    const element = withNames(container, 'queueMembers', [
      { group: 'users', one: 'user', names: members.names },
    ]);
    return {
      slots: [{ pointer: '/memberIds', names: ['queueMembers'], elements: element ? [element] : [] }],
      changed: new Set(sameValue(members.names, members.written) ? [] : ['/memberIds']),
      nameless: userNames(members.nameless),
    };
  }
  if (type !== 'PresenceUserConfig') return none;
  const container = child('assignments');
  const assigned = (all: ReadonlyMap<Id, Id>) =>
    [...all].filter(([, id]) => id === record.id).map(([subject]) => subject);
  const assignedUsers = users(container, assigned(here.assignedUsers));
  const written = namesIn(container, 'profiles', 'profile');
  const profiles = namesNow({
    written,
    idOf: (name) => names.find('Profile', name),
    now: assigned(here.assignedProfiles),
    nameOf: (id) => names.of('Profile', id),
  });
  const isSame = sameValue(assignedUsers.names, assignedUsers.written) && sameValue(profiles.names, written);
  const element = withNames(container, 'assignments', [
    { group: 'profiles', one: 'profile', names: profiles.names },
    { group: 'users', one: 'user', names: assignedUsers.names },
  ]);
  return {
    slots: [{ pointer: '/assignments', names: ['assignments'], elements: element ? [element] : [] }],
    changed: new Set(isSame ? [] : ['/assignments']),
    nameless: userNames(assignedUsers.nameless),
  };
}

/** The full names of records, by where they came from or else by their Developer Names. */
class Names {
  readonly #here: SetupHere;
  readonly #usernames: ReadonlyMap<Id, string>;

  constructor(here: SetupHere) {
    this.#here = here;
    this.#usernames = new Map([...here.usernames].map(([username, id]) => [id, username]));
  }

  origin(type: MetadataType, id: Id): Origin | null {
    return this.#here.origins.find((one) => one.recordId === id && one.type === type) ?? null;
  }

  of(type: MetadataType, id: Id): string | null {
    const origin = this.origin(type, id);
    if (origin) return origin.fullName;
    if (type === 'PresenceUserConfig' && id === this.#here.defaultConfigurationId) return DEFAULT_FULL_NAME;
    const record = this.#here.records[resourceOf[type]].find((one) => one.id === id);
    if (!record || id === OFFLINE_STATUS_ID) return null;
    // Profiles are known by their names, and the others by their Developer Names.
    const name = type === 'Profile' ? nameOfRecord(record) : record.fields.developerName;
    return typeof name === 'string' ? name : null;
  }

  username(id: Id): string | null {
    return this.#usernames.get(id) ?? null;
  }

  find(type: MetadataType, written: string): Id | null {
    const { fullName } = decodedName(written);
    const origin = this.#here.origins.find(
      (one) => one.type === type && sameDeveloperName(one.fullName, fullName),
    );
    if (origin) return origin.recordId;
    const found = this.#here.records[resourceOf[type]].find(
      (record) =>
        (typeof record.fields.developerName === 'string' &&
          sameDeveloperName(record.fields.developerName, fullName)) ||
        (type === 'Profile' && nameOfRecord(record) === profileLabel(fullName)),
    );
    return found?.id ?? null;
  }
}
