import { sameDeveloperName } from '../../setup/developer-name.ts';
import type { Id } from '../../values.ts';
import type { MetadataElement } from '../element.ts';
import { ElementReader, MappingStopped } from '../mapping/element-reader.ts';
import type { FileRemark } from '../file-remarks.ts';
import { nameOfRecord, resourceOf, type ImportedResource, type SetupHere } from '../here.ts';
import {
  recordStates,
  remarkSentence,
  type Choices,
  type ImportPlan,
  type PlannedRecord,
  type Remark,
} from '../import-plan.ts';
import type { MapContext, Referred } from '../mapping/mapped.ts';
import { keyOf, matchFiles, severalHere } from './matching.ts';
import { decodedName, metadataTypes, type MetadataType } from '../metadata-type.ts';
import { planAssignments, type PlannedAssignments } from './plan-assignments.ts';
import type { AnyRemark } from './any-remark.ts';
import { planRecord, type Planned } from './plan-record.ts';
import { uniqueFiles, type GivenFile } from './unique-files.ts';

/** Everything that was read of an upload. */
export interface ReadFiles {
  readonly files: readonly GivenFile[];
  readonly refused: readonly {
    readonly path: string;
    readonly remark: FileRemark;
    readonly line: number | null;
    readonly column: number | null;
  }[];
  /** How many files of which type have no counterpart here. */
  readonly counted: Readonly<Record<string, number>>;
  readonly ignored: Readonly<Record<string, number>>;
  readonly apiVersion: string | null;
  readonly folders: readonly string[];
  /** Remarks about the import as a whole. */
  readonly remarks: readonly AnyRemark[];
}

/** A plan, and what its application writes. */
export interface MadePlan {
  readonly plan: ImportPlan;
  readonly planned: readonly (Planned & { readonly root: MetadataElement })[];
  readonly assignments: PlannedAssignments;
}

interface Making {
  readonly id: Id;
  /** The id of a new record, by its key: the same each time. */
  readonly newId: (key: string) => Id;
}

/** Plans an import: the same files, choices and Setup always give the same plan. */
export function makePlan(
  read: ReadFiles,
  here: SetupHere,
  choices: Choices,
  { id, newId }: Making,
): MadePlan {
  const refused = [...read.refused];
  const { files, duplicates } = uniqueFiles(read.files, choices);
  const named = files.map((file) => ({ ...file, label: labelIn(file.root) }));
  const matches = matchFiles(named, here, choices);
  const byName = new Map(named.map((file) => [keyOf(file).toLowerCase(), file]));
  const planned: (Planned & { root: MetadataElement })[] = [];
  const usedNames = new Map<ImportedResource, string[]>();
  for (const resource of Object.values(resourceOf))
    usedNames.set(
      resource,
      here.records[resource].flatMap(({ fields }) =>
        typeof fields.developerName === 'string' ? [fields.developerName] : [],
      ),
    );
  const stateOf = new Map<string, PlannedRecord['state']>();
  const idOf = (key: string): Id => matches.get(key)?.record?.id ?? newId(key);
  const find = (type: MetadataType, written: string): Referred | null => {
    const { fullName } = decodedName(written);
    const file = byName.get(keyOf({ type, fullName }).toLowerCase());
    if (file) {
      const key = keyOf(file);
      const state = stateOf.get(key);
      // A new record that will not be there cannot be referred to.
      const isThere = matches.get(key)?.record != null || (state !== 'leftOut' && state !== 'notMapped');
      if (isThere && state !== undefined) return { id: idOf(key), key };
    }
    const origin = here.origins.find((one) => one.type === type && sameDeveloperName(one.fullName, fullName));
    const found = here.records[resourceOf[type]].find(
      ({ id: recordId, fields }) =>
        recordId === origin?.recordId ||
        (typeof fields.developerName === 'string' && sameDeveloperName(fields.developerName, fullName)),
    );
    return found ? { id: found.id, key: null } : null;
  };
  // Without a list, a username may be the id itself.
  const userIds = new Set(here.users.map((user) => user.id));
  const somePushTimeout = hasPushTimeout(read.files, here);
  for (const type of metadataTypes)
    for (const file of named.filter((one) => one.type === type)) {
      const key = keyOf(file);
      const match = matches.get(key) ?? { record: null, origin: null, candidates: [] };
      const recordId = idOf(key);
      const names = usedNames.get(resourceOf[type]) ?? [];
      const context: MapContext = {
        fullName: file.fullName,
        current: match.record?.fields ?? null,
        find,
        user: (username) =>
          here.usernames.get(username.toLowerCase()) ?? (userIds.has(username) ? username : null),
        somePushTimeout,
      };
      try {
        const one = planRecord({
          key,
          type,
          fullName: file.fullName,
          file: file.path,
          reader: new ElementReader(file.root),
          match,
          id: recordId,
          context,
          freeName: (derived) => freeName(derived, names),
          choices,
          before: [
            ...aboutFile(file),
            ...(duplicates.get(key)?.remarks ?? []),
            ...(match.candidates.length > 0 ? [severalHere(match.candidates)] : []),
          ],
        });
        for (const [outcome, more] of Object.entries(duplicates.get(key)?.elements ?? {}))
          if (more > 0) one.record.elements[outcome] = (one.record.elements[outcome] ?? 0) + more;
        stateOf.set(key, one.record.state);
        planned.push({ ...one, root: file.root });
        if (typeof one.fields.developerName === 'string') names.push(one.fields.developerName);
      } catch (error) {
        if (!(error instanceof MappingStopped)) throw error;
        const { line, column } = error.element;
        refused.push({ path: file.path, remark: error.remark, line, column });
      }
    }
  const assignments = planAssignments(planned, { here, find, choices, newId });
  const records = [...assignments.records];
  const written = new Set(records.map(({ id: recordId }) => recordId));
  const count = (state: PlannedRecord['state']) => records.filter((one) => one.state === state).length;
  const parts = records
    .flatMap(({ remarks }) => remarks)
    .filter(({ kind }) => kind === 'notMapped' || kind === 'unknown').length;
  const onlyHere = Object.entries(here.records).flatMap(([resource, all]) =>
    all
      .filter(({ id: recordId }) => !written.has(recordId) && recordId !== 'offline')
      .map((record) => ({ resource, id: record.id, name: nameOfRecord(record) })),
  );
  const plan: ImportPlan = {
    id,
    revision: here.revision,
    apiVersion: read.apiVersion,
    folders: [...read.folders],
    files: { read: read.files.length, ignored: { ...read.ignored }, refused: refused.length },
    counts: {
      ...(Object.fromEntries(recordStates.map((state) => [state, count(state)])) as Record<
        PlannedRecord['state'],
        number
      >),
      onlyHere: onlyHere.length,
      parts,
    },
    records,
    remarks: [...refused.map(refusal), ...read.remarks.map(general), ...typesCounted(read.counted)],
    moves: [...assignments.moves],
    onlyHere,
    unknownUsers: [
      ...new Set(
        records
          .flatMap(({ remarks }) => remarks)
          .flatMap(({ code, params }) => (code === 'userUnknown' ? String(params.name) : [])),
      ),
    ].sort(),
  };
  return { plan, planned, assignments };
}

function labelIn({ children }: MetadataElement): string {
  const label = children.find(({ name }) => name === 'label' || name === 'name');
  return label?.text.trim() ?? '';
}

function hasPushTimeout(files: readonly GivenFile[], here: SetupHere): boolean {
  const inFiles = files.some(
    ({ type, root }) =>
      type === 'QueueRoutingConfig' &&
      root.children.some(({ name, text }) => name === 'pushTimeout' && Number(text) > 0),
  );
  return (
    inFiles || here.records['routing-configurations'].some(({ fields }) => fields.pushTimeoutSeconds !== null)
  );
}

function freeName(derived: string, taken: readonly string[]): string {
  const base = derived === '' ? 'Imported' : derived;
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? base : `${base.slice(0, 75).replace(/_+$/, '')}_${number}`;
    if (!taken.some((one) => sameDeveloperName(one, name))) return name;
  }
}

function aboutFile({ isGarbled, hasNamespace, fullName }: GivenFile): AnyRemark[] {
  const remarks: AnyRemark[] = [];
  if (isGarbled)
    remarks.push({ code: 'nameGarbled', params: { name: fullName.slice(0, 200) }, kind: 'changed' });
  if (!hasNamespace) remarks.push({ code: 'noNamespace', params: {}, kind: 'assumed' });
  return remarks;
}

function refusal({ path, remark: { code, params }, line, column }: ReadFiles['refused'][number]): Remark {
  return {
    id: `${path} ${code}`,
    code,
    params: { ...params },
    sentence: remarkSentence(code, params),
    kind: 'missing',
    pointer: null,
    file: path,
    line,
    ...(column !== null && { column }),
    fixes: [],
    needsChoice: false,
    chosen: null,
  };
}

function general(remark: AnyRemark): Remark {
  if ('violation' in remark) throw new Error('A remark about a whole import is about no rule.');
  const { code, params, kind } = remark;
  const id = [code, ...Object.values(params)].join(' ');
  const sentence = remarkSentence(code, params);
  return {
    id,
    code,
    params: { ...params },
    sentence,
    kind,
    pointer: null,
    file: null,
    line: null,
    fixes: [],
    needsChoice: false,
    chosen: null,
  };
}

function typesCounted(counted: ReadFiles['counted']): Remark[] {
  return Object.entries(counted).map(([type, count]) =>
    general({ code: 'typeNotMapped', params: { type, count }, kind: 'notMapped' }),
  );
}
