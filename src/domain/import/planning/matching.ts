import { OFFLINE_STATUS_ID } from '../../configuration/presence-status.ts';
import { sameDeveloperName } from '../../setup/developer-name.ts';
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
  const free = ({ type }: Named) =>
    here.records[resourceOf[type]].filter(({ id }) => !taken.has(id) && id !== OFFLINE_STATUS_ID);
  const rest = () => files.filter((file) => !matches.has(keyOf(file)));
  for (const file of files) {
    const origin = here.origins.find(
      ({ type, fullName }) => type === file.type && sameDeveloperName(fullName, file.fullName),
    );
    const record = origin && free(file).find(({ id }) => id === origin.recordId);
    if (record) put(file, record, origin);
    else if (file.type === 'PresenceUserConfig' && file.fullName === DEFAULT_FULL_NAME) {
      const byDefault = free(file).find(({ id }) => id === here.defaultConfigurationId);
      if (byDefault) put(file, byDefault);
    }
  }
  for (const file of rest()) {
    const record = free(file).find(
      ({ id, fields }) =>
        id !== here.defaultConfigurationId &&
        typeof fields.developerName === 'string' &&
        sameDeveloperName(fields.developerName, file.fullName),
    );
    if (record) put(file, record);
  }
  for (const file of rest()) {
    const label = labelOf(file);
    const alike = byLabel.has(file.type)
      ? free(file).filter((record) => nameOfRecord(record) === label && !hasOrigin(record, here))
      : [];
    const isOnly =
      rest().filter((other) => other.type === file.type && labelOf(other) === label).length === 1;
    const [record] = alike;
    const choice = record && choices.fixes[remarkId(keyOf(file), severalHere(alike))];
    const chosen = alike.find(({ id }) => id === choice?.fix);
    if (record && alike.length === 1 && isOnly) put(file, record);
    else if (chosen) {
      put(file, chosen);
      matches.set(keyOf(file), { record: chosen, origin: null, candidates: alike });
    } else matches.set(keyOf(file), { record: null, origin: null, candidates: alike });
  }
  return matches;
}

/** These had no Developer Name of their own before they were imported. */
const byLabel = new Set<MetadataType>(['ServicePresenceStatus', 'PresenceDeclineReason', 'Profile']);
const labelOf = ({ type, fullName, label }: Named): string =>
  type === 'Profile' ? profileLabel(fullName) : label;
const hasOrigin = ({ id }: RecordHere, { origins }: SetupHere): boolean =>
  origins.some(({ recordId }) => recordId === id);

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
