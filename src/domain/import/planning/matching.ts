import { OFFLINE_STATUS_ID } from '../../configuration/presence-status.ts';
import type { Id } from '../../values.ts';
import { nameOfRecord, resourceOf, type Origin, type RecordHere, type SetupHere } from '../here.ts';
import { DEFAULT_FULL_NAME } from '../mapping/map-configuration.ts';
import { profileLabel } from '../mapping/map-others.ts';
import type { Choices, Fix } from '../import-plan.ts';
import type { MetadataType } from '../metadata-type.ts';
import { remarkId, type AnyRemark } from './any-remark.ts';

/** What identifies a file among those of its type. */
export interface Named {
  readonly type: MetadataType;
  readonly fullName: string;
  /** The label that the file has; empty if it has none. */
  readonly label: string;
}

/** The record that a file is, if there is one. */
export interface Match {
  readonly record: RecordHere | null;
  readonly origin: Origin | null;
  /** Records of which each may be the one: somebody has to choose. */
  readonly candidates: readonly RecordHere[];
}

export const keyOf = ({ type, fullName }: Pick<Named, 'type' | 'fullName'>): string => `${type}/${fullName}`;

/**
 * The records that the files are: by where they came from, by Developer Name, or by a label that only one file and one
 * record have.
 */
export function matchFiles(
  files: readonly Named[],
  here: SetupHere,
  choices: Choices,
): ReadonlyMap<string, Match> {
  const matches = new Map<string, Match>();
  const taken = new Set<Id>();
  const put = (file: Named, record: RecordHere, origin: Origin | null = null) => {
    matches.set(keyOf(file), { record, origin, candidates: [] });
    taken.add(record.id);
  };
  const isFree = ({ id }: RecordHere) => !taken.has(id) && id !== OFFLINE_STATUS_ID;
  const byId = indexed(here, ({ id }) => id);
  const byDeveloperName = indexed(here, ({ id, fields: { developerName } }) =>
    id !== here.defaultConfigurationId && typeof developerName === 'string'
      ? developerName.toLowerCase()
      : null,
  );
  const ofName = (file: Named, index: Index, name: string): RecordHere[] =>
    (index.get(`${resourceOf[file.type]} ${name}`) ?? []).filter(isFree);
  const origins = new Map(here.origins.map((origin) => [keyOf(origin).toLowerCase(), origin]));
  for (const file of files) {
    const origin = origins.get(keyOf(file).toLowerCase());
    const [record] = origin ? ofName(file, byId, origin.recordId) : [];
    if (origin && record) put(file, record, origin);
    else if (file.type === 'PresenceUserConfig' && file.fullName === DEFAULT_FULL_NAME) {
      const [byDefault] = ofName(file, byId, here.defaultConfigurationId);
      if (byDefault) put(file, byDefault);
    }
  }
  const isOpen = (file: Named) => !matches.has(keyOf(file));
  for (const file of files.filter(isOpen)) {
    const [record] = ofName(file, byDeveloperName, file.fullName.toLowerCase());
    if (record) put(file, record);
  }
  const imported = new Set(here.origins.map(({ recordId }) => recordId));
  const byName = indexed(here, (record) => (imported.has(record.id) ? null : nameOfRecord(record)));
  const open = files.filter(isOpen);
  const labels = new Map<string, number>();
  const labelKey = (file: Named) => `${file.type} ${labelOf(file)}`;
  for (const file of open) labels.set(labelKey(file), (labels.get(labelKey(file)) ?? 0) + 1);
  for (const file of open) {
    const alike = byLabel.has(file.type) ? ofName(file, byName, labelOf(file)) : [];
    const [record] = alike;
    const choice = record && choices.fixes[remarkId(keyOf(file), severalHere(alike))];
    const chosen = alike.find(({ id }) => id === choice?.fix);
    if (record && alike.length === 1 && labels.get(labelKey(file)) === 1) put(file, record);
    else if (chosen) {
      put(file, chosen);
      matches.set(keyOf(file), { record: chosen, origin: null, candidates: alike });
    } else matches.set(keyOf(file), { record: null, origin: null, candidates: alike });
  }
  return matches;
}

/** Records by their resource and a name. */
type Index = ReadonlyMap<string, readonly RecordHere[]>;

function indexed(here: SetupHere, nameOf: (record: RecordHere) => string | null): Index {
  const index = new Map<string, RecordHere[]>();
  for (const resource of Object.values(resourceOf))
    for (const record of here.records[resource]) {
      const name = nameOf(record);
      if (name === null) continue;
      const key = `${resource} ${name}`;
      const known = index.get(key);
      if (known) known.push(record);
      else index.set(key, [record]);
    }
  return index;
}

/** These had no Developer Name of their own before they were imported. */
const byLabel = new Set<MetadataType>(['ServicePresenceStatus', 'PresenceDeclineReason', 'Profile']);
const labelOf = ({ type, fullName, label }: Named): string =>
  type === 'Profile' ? profileLabel(fullName) : label;

/** What is said of a file that may be each of several records. */
export function severalHere(candidates: readonly RecordHere[]): AnyRemark {
  const [first] = candidates;
  return {
    code: 'severalHere',
    params: { label: first ? nameOfRecord(first) : '' },
    kind: 'missing',
    fixes: [
      ...candidates.map(({ id }): Fix => ({ id, kind: 'use', value: id })),
      { id: 'new', kind: 'use', value: null },
    ],
    needsChoice: true,
  };
}
