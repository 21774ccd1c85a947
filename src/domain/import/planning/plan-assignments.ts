import * as rules from '../../rules.ts';
import { deriveDeveloperName } from '../../setup/developer-name.ts';
import type { Profile } from '../../setup/user.ts';
import type { Id } from '../../values.ts';
import type { DraftRemark } from '../mapping/element-reader.ts';
import type { MetadataElement } from '../element.ts';
import { nameOfRecord, type SetupHere } from '../here.ts';
import type { Choices, PlannedMove, PlannedRecord, Remark } from '../import-plan.ts';
import { assigneesOf } from '../mapping/map-configuration.ts';
import { profileLabel } from '../mapping/map-others.ts';
import type { Referred } from '../mapping/mapped.ts';
import { decodedName, type MetadataType } from '../metadata-type.ts';
import { remarkId, worded, type AnyRemark } from './any-remark.ts';
import type { Planned } from './plan-record.ts';

/** The moves of an import, the profiles that it creates, and its records with what is said of their assignments. */
export interface PlannedAssignments {
  readonly moves: readonly PlannedMove[];
  readonly records: readonly PlannedRecord[];
  /** Profiles that are created because that was chosen for a name that is not here. */
  readonly created: readonly { readonly id: Id; readonly fields: Profile }[];
}

interface Assigning {
  readonly here: SetupHere;
  readonly find: (type: MetadataType, fullName: string) => Referred | null;
  readonly choices: Choices;
  readonly newId: (key: string) => Id;
}

/**
 * Who is assigned to which presence configuration once the import is applied. Nobody loses an assignment: users and
 * profiles are moved to where the files have them, and all others stay where they are.
 */
export function planAssignments(
  planned: readonly (Planned & { readonly root: MetadataElement })[],
  { here, find, choices, newId }: Assigning,
): PlannedAssignments {
  const moves: PlannedMove[] = [];
  const created: { id: Id; fields: Profile }[] = [];
  const usersById = new Map(here.users.map((user) => [user.id, user]));
  const goingTo = new Map<string, string>();
  const configurationName = (id: Id): string => {
    const record = here.records['presence-configurations'].find((one) => one.id === id);
    return record ? nameOfRecord(record) : '';
  };
  const records = planned.map(({ record, root, origin, remembered }): PlannedRecord => {
    if (record.type !== 'PresenceUserConfig') return record;
    const named = assigneesOf(root);
    const remarks: AnyRemark[] = [];
    const needs: string[] = [];
    const to = { id: record.id, name: record.name };
    const isLeftOut = record.state === 'leftOut';
    const move = (
      kind: PlannedMove['kind'],
      subject: { id: Id; name: string },
      from: Id | null,
      line: number,
    ) => {
      const other = goingTo.get(`${kind} ${subject.id}`);
      if (other !== undefined) {
        if (other !== record.name)
          remarks.push({
            code: 'assignedTwice',
            params: { name: subject.name, other },
            kind: 'cleared',
            line,
          });
        return;
      }
      goingTo.set(`${kind} ${subject.id}`, record.name);
      if (from === record.id || isLeftOut) return;
      const before = from === null ? null : { id: from, name: configurationName(from) };
      moves.push({ kind, ...subject, from: before, to });
    };
    for (const { name, line } of named.users) {
      const found = usersById.get(here.usernames.get(name.toLowerCase()) ?? name);
      if (!found) {
        remarks.push({ code: 'userUnknown', params: { name: name.slice(0, 200) }, kind: 'missing', line });
        continue;
      }
      const from = here.assignedUsers.get(found.id) ?? null;
      if (from !== record.id && !(found.active && found.omniChannel)) {
        const broken = found.active ? rules.userPermitted(found.name) : rules.userActive(found.name);
        remarks.push({
          violation: { pointer: '/assignments', ...broken },
          params: broken.params,
          kind: 'missing',
          line,
        });
        continue;
      }
      move('user', { id: found.id, name: found.name }, from, line);
    }
    const seen = new Set<string>();
    for (const { name: written, line } of named.profiles) {
      const name = decodedName(written).fullName;
      if (seen.has(name.toLowerCase())) {
        remarks.push({ code: 'namedTwice', params: { element: 'profile', name }, kind: 'cleared', line });
        continue;
      }
      seen.add(name.toLowerCase());
      const found = find('Profile', written) ?? profileCalled(here, name);
      if (found) {
        if (found.key !== null) needs.push(found.key);
        const label = profileNameOf(planned, here, found.id);
        move('profile', { id: found.id, name: label }, here.assignedProfiles.get(found.id) ?? null, line);
        continue;
      }
      const remark: DraftRemark = {
        code: 'profileUnknown',
        params: { name: name.slice(0, 200) },
        kind: 'missing',
        line,
        fixes: [
          { id: 'create', kind: 'create' },
          { id: 'choose', kind: 'choose', resource: 'profiles' },
          { id: 'leaveOut', kind: 'leaveOut' },
        ],
      };
      remarks.push(remark);
      const id = remarkId(record.key, remark);
      const choice = choices.fixes[id] ?? origin?.choices[id];
      if (!choice || !remark.fixes?.some((fix) => fix.id === choice.fix)) continue;
      remembered[id] = { ...choice, found: name };
      if (choice.fix === 'create') {
        const label = profileLabel(name);
        const profile =
          created.find(({ fields }) => fields.name === label) ?? newProfile(label, newId(`Profile/${label}`));
        if (!created.includes(profile)) created.push(profile);
        move('profile', { id: profile.id, name: label }, null, line);
      } else if (choice.fix === 'choose') {
        const other = here.records.profiles.find((one) => one.id === choice.value);
        if (other)
          move(
            'profile',
            { id: other.id, name: nameOfRecord(other) },
            here.assignedProfiles.get(other.id) ?? null,
            line,
          );
      }
    }
    return {
      ...record,
      state:
        record.state === 'same' && moves.some((one) => one.to.id === record.id) ? 'changed' : record.state,
      needs: [...new Set([...record.needs, ...needs])],
      remarks: [...record.remarks, ...remarks.map((remark) => shown(record, remark, remembered))],
    };
  });
  return { moves, records, created };
}

function newProfile(name: string, id: Id): { id: Id; fields: Profile } {
  return {
    id,
    fields: { name: name.slice(0, 80), developerName: deriveDeveloperName(name) || 'Profile', statusIds: [] },
  };
}

function profileCalled(here: SetupHere, written: string): Referred | null {
  const label = profileLabel(written);
  const found = here.records.profiles.find((record) => nameOfRecord(record) === label);
  return found ? { id: found.id, key: null } : null;
}

function profileNameOf(planned: readonly Planned[], here: SetupHere, id: Id): string {
  const inFiles = planned.find(({ record }) => record.type === 'Profile' && record.id === id);
  if (inFiles) return inFiles.record.name;
  const record = here.records.profiles.find((one) => one.id === id);
  return record ? nameOfRecord(record) : id;
}

function shown(record: PlannedRecord, remark: AnyRemark, chosen: Planned['remembered']): Remark {
  const id = remarkId(record.key, remark);
  return {
    id,
    ...worded(remark),
    kind: remark.kind,
    pointer: remark.pointer ?? null,
    file: record.file,
    line: remark.line ?? null,
    fixes: [...(remark.fixes ?? [])],
    needsChoice: false,
    chosen: chosen[id]?.fix ?? null,
  };
}
