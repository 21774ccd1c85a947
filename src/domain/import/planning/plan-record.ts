import { sameValue, type Fields } from '../../pointers.ts';
import { recordDifference } from '../../setup/record-difference.ts';
import type { Id } from '../../values.ts';
import type { ElementReader } from '../mapping/element-reader.ts';
import { nameOfRecord, resourceOf, type Origin, type RecordHere } from '../here.ts';
import {
  type Choice,
  type Choices,
  type PlannedField,
  type PlannedRecord,
  type RecordState,
  type Remark,
} from '../import-plan.ts';
import { mapChannel } from '../mapping/map-channel.ts';
import { mapConfiguration } from '../mapping/map-configuration.ts';
import { mapProfile, mapQueue, mapReason, mapStatus } from '../mapping/map-others.ts';
import { mapRouting } from '../mapping/map-routing.ts';
import type { MapContext, MapFile } from '../mapping/mapped.ts';
import type { MetadataType } from '../metadata-type.ts';
import { remarkId, worded, type AnyRemark } from './any-remark.ts';
import { draftFields } from './plan-fields.ts';

const mapOf: Readonly<Record<MetadataType, MapFile>> = {
  ServiceChannel: mapChannel,
  ServicePresenceStatus: mapStatus,
  PresenceDeclineReason: mapReason,
  QueueRoutingConfig: mapRouting,
  Queue: mapQueue,
  Profile: mapProfile,
  PresenceUserConfig: mapConfiguration,
};

/** What a record of the plan is made from. */
export interface RecordInput {
  readonly key: string;
  readonly type: MetadataType;
  readonly fullName: string;
  readonly file: string;
  readonly reader: ElementReader;
  readonly match: { readonly record: RecordHere | null; readonly origin: Origin | null };
  readonly id: Id;
  readonly context: MapContext;
  readonly freeName: (derived: string) => string;
  readonly choices: Choices;
  /** Remarks about the file itself. */
  readonly before: readonly AnyRemark[];
}

const noRecord = new Set<string>(['queueNotOmni', 'profileWithoutGrants']);

/** A record with the fields that would be written, and with what has to be remembered of the choices. */
export interface Planned {
  readonly record: PlannedRecord;
  readonly fields: Fields;
  /** What was chosen, for the next import of the file. */
  readonly remembered: Record<string, Origin['choices'][string]>;
  readonly origin: Origin | null;
}

/**
 * Plans what a file becomes.
 * @throws {MappingStopped} if the file contradicts itself.
 */
export function planRecord(input: RecordInput): Planned {
  const { key, type, fullName, file, reader, match, id, choices } = input;
  const resource = resourceOf[type];
  const mapped = mapOf[type](reader, input.context);
  const remembered: Planned['remembered'] = {};
  const idOf = (remark: AnyRemark) => remarkId(key, remark);
  const chosen = (remark: AnyRemark): Choice | null => {
    const remarkKey = idOf(remark);
    const found = foundIn(remark, reader);
    const before = match.origin?.choices[remarkKey];
    const choice = choices.fixes[remarkKey] ?? (before?.found === found ? before : undefined);
    if (!choice || !(remark.fixes ?? []).some(({ id: fix }) => fix === choice.fix)) return null;
    remembered[remarkKey] = { fix: choice.fix, found, ...('value' in choice && { value: choice.value }) };
    return choice;
  };
  const drafted = mapped.isNone
    ? { fields: mapped.fields, remarks: [...reader.remarks], rejected: new Set<string>() }
    : draftFields(mapped.fields, {
        resource,
        reader,
        somePushTimeout: input.context.somePushTimeout,
        freeName: input.freeName,
        chosen,
      });
  const { fields, rejected } = drafted;
  const elements = reader.finish();
  const found: AnyRemark[] = [
    ...drafted.remarks,
    ...reader.remarks.filter((remark) => !drafted.remarks.includes(remark)),
  ];
  // What becomes no record needs no more than the reason.
  const reason = found.filter((remark) => !('violation' in remark) && noRecord.has(remark.code));
  const all = [...input.before, ...(mapped.isNone ? reason : found)];
  const remarks = all.map((remark): Remark => {
    const remarkKey = idOf(remark);
    const isRejected = remark.pointer !== undefined && rejected.has(remark.pointer);
    const choice = isRejected ? null : chosen(remark);
    return {
      id: remarkKey,
      ...worded(remark),
      kind: remark.kind,
      pointer: remark.pointer ?? null,
      file,
      line: remark.line ?? null,
      fixes: [...(remark.fixes ?? [])],
      needsChoice: (remark.needsChoice ?? false) && choice === null,
      chosen: choice?.fix ?? null,
    };
  });
  const isLeftOut =
    choices.leftOut.includes(key) ||
    remarks.some(({ fixes, chosen: fix }) => fixes.some((one) => one.id === fix && one.kind === 'leaveOut'));
  const changes = mapped.isNone ? [] : fieldsChanged(match.record, fields, reader, file);
  const state: RecordState = isLeftOut
    ? 'leftOut'
    : mapped.isNone
      ? 'notMapped'
      : remarks.some(({ needsChoice }) => needsChoice)
        ? 'needsChoice'
        : match.record === null
          ? 'new'
          : changes.length > 0
            ? 'changed'
            : 'same';
  const name = nameOfRecord({ id, fields }) || fullName;
  const record = { key, type, fullName, file, resource, id, name, state, fields: changes, remarks, elements };
  return { record: { ...record, needs: [...mapped.needs] }, fields, remembered, origin: match.origin };
}

function fieldsChanged(
  here: RecordHere | null,
  fields: Fields,
  reader: ElementReader,
  file: string,
): PlannedField[] {
  return recordDifference(here && inOrder(here.fields, fields), fields).map(({ pointer, from, to }) => {
    const source = reader.sources.get(pointer) ?? null;
    return { pointer, from, to, outcome: source?.outcome ?? 'same', file, line: source?.line ?? null };
  });
}

/** Lists of ids have no order of their own, except for decline reasons: the same ids in another order are no change. */
function inOrder(here: Fields, wanted: Fields): Fields {
  const same = Object.entries(here).map(([field, value]): [string, unknown] => {
    const other = wanted[field];
    const isSame = field !== 'declineReasonIds' && sameValue(sortedIds(value), sortedIds(other));
    return [field, isSame ? other : value];
  });
  return Object.fromEntries(same);
}

const sortedIds = (value: unknown): unknown => (Array.isArray(value) ? value.map(String).sort() : value);

/** What the file says where a remark is. */
function foundIn({ pointer, params }: AnyRemark, reader: ElementReader): string {
  const source = pointer === undefined ? undefined : reader.sources.get(pointer);
  return source?.text ?? String(params.value ?? params.found ?? params.name ?? '');
}
