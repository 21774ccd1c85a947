import * as v from 'valibot';
import { idSchema } from '../values.ts';
import { fileRemarks, type FileRemarkCode, type RemarkParams } from './file-remarks.ts';
import { planRemarks, type PlanRemarkCode } from './plan-remarks.ts';

/*
 * The wire format of an import. A plan says what an import would do; nothing is written before it is applied with the
 * choices that were made.
 */

/** What becomes of an element of a file, or of a record of a plan. */
const outcomes = ['same', 'assumed', 'changed', 'cleared', 'notMapped', 'unknown', 'missing'] as const;
export type Outcome = (typeof outcomes)[number];

/** The states of the records of a plan, in the order of its tabs. */
export const recordStates = ['new', 'changed', 'same', 'needsChoice', 'notMapped', 'leftOut'] as const;
export type RecordState = (typeof recordStates)[number];

const text = v.string();
const place = { file: v.nullable(text), line: v.nullable(v.number()) };
const params = v.record(text, v.union([text, v.number()]));

/** A way to mend what a remark says. */
const fixSchema = v.object({
  /** Unique within the remark. `enter`: any value, which is then checked. */
  id: text,
  kind: v.picklist(['use', 'enter', 'leaveOut', 'choose', 'create']),
  /** The value that `use` takes. */
  value: v.exactOptional(v.unknown()),
  /** The field that takes it, if that is not the remark's. */
  pointer: v.exactOptional(v.string()),
  /** The resource that `choose` chooses from. */
  resource: v.exactOptional(text),
});
export type Fix = v.InferOutput<typeof fixSchema>;

/** A sentence about a record, a file or the import. */
const remarkSchema = v.object({
  /** The same for the same files and records. */
  id: text,
  /** One of `RemarkCode`; `rule` for a violated rule of Setup, whose code is in `rule`. */
  code: text,
  rule: v.exactOptional(text),
  params,
  sentence: text,
  kind: v.picklist(outcomes),
  /** The field that it is about; `null`: none. */
  pointer: v.nullable(text),
  ...place,
  column: v.exactOptional(v.number()),
  fixes: v.array(fixSchema),
  /** Whether the record cannot be imported before a fix is chosen. */
  needsChoice: v.boolean(),
  /** The fix that is chosen; `null`: none. */
  chosen: v.nullable(text),
});
export type Remark = v.InferOutput<typeof remarkSchema>;

/** A field of a record: what is here, what it will be, and where that comes from. */
const plannedFieldSchema = v.object({
  pointer: text,
  from: v.unknown(),
  to: v.unknown(),
  outcome: v.picklist(outcomes),
  ...place,
});
export type PlannedField = v.InferOutput<typeof plannedFieldSchema>;

/** A record of the files. */
const plannedRecordSchema = v.object({
  /** Type and full name. */
  key: text,
  type: text,
  fullName: text,
  file: text,
  resource: text,
  /** Its id here, also if it is new. */
  id: idSchema,
  name: text,
  state: v.picklist(recordStates),
  /** The fields that are new or change. */
  fields: v.array(plannedFieldSchema),
  remarks: v.array(remarkSchema),
  /** The records of the files that it needs, by key. */
  needs: v.array(text),
  /** How many elements of the file became what; their sum is that of the file. */
  elements: v.record(text, v.number()),
});
export type PlannedRecord = v.InferOutput<typeof plannedRecordSchema>;

const named = v.object({ id: idSchema, name: text });
/** Somebody whose presence configuration the import changes. */
export const plannedMoveSchema = v.object({
  kind: v.picklist(['user', 'profile']),
  ...named.entries,
  from: v.nullable(named),
  to: named,
});
export type PlannedMove = v.InferOutput<typeof plannedMoveSchema>;

/** What an import would do. */
export const importPlanSchema = v.object({
  id: idSchema,
  /** The revision of the configuration that it was made for. */
  revision: v.number(),
  apiVersion: v.nullable(text),
  folders: v.array(text),
  files: v.object({ read: v.number(), ignored: v.record(text, v.number()), refused: v.number() }),
  /** How many records are in which state, and how many parts have no place here. */
  counts: v.object({
    ...v.entriesFromList(recordStates, v.number()),
    onlyHere: v.number(),
    parts: v.number(),
  }),
  records: v.array(plannedRecordSchema),
  /** About files that were not read, types without a counterpart, and the import as a whole. */
  remarks: v.array(remarkSchema),
  moves: v.array(plannedMoveSchema),
  /** Records here that the files do not have: they stay as they are. */
  onlyHere: v.array(v.object({ resource: text, ...named.entries })),
  /** Users of the files who are not known here. */
  unknownUsers: v.array(text),
});
export type ImportPlan = v.InferOutput<typeof importPlanSchema>;

/** What was chosen: a fix for a remark by its id, and records that are left out by their key. */
export const choicesSchema = v.strictObject({
  fixes: v.optional(v.record(text, v.strictObject({ fix: text, value: v.exactOptional(v.unknown()) })), {}),
  leftOut: v.optional(v.array(text), []),
});
export type Choices = v.InferOutput<typeof choicesSchema>;
export type Choice = Choices['fixes'][string];

/** The code of a remark that has a sentence of its own. */
export type RemarkCode = FileRemarkCode | PlanRemarkCode;

/** The English sentence of a remark. */
export function remarkSentence(code: RemarkCode, about: RemarkParams): string {
  const sentences: Readonly<Record<RemarkCode, (about: RemarkParams) => string>> = {
    ...fileRemarks,
    ...planRemarks,
  };
  return sentences[code](about);
}
