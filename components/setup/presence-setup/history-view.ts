import type { SetupStrings } from '../../../assets/locales/setup/setup.en.ts';
import type { AuditEntry } from '../../../src/domain/setup/setup-api.ts';
import type { HistoryEntry } from '../audit-history/audit-history.ts';
import type { Choice } from '../shared/contexts.ts';
import { describePointer, describeValue } from '../shared/describe.ts';
import { fieldFor } from '../shared/fields.ts';
import { fieldsOf } from './views.ts';

/** The records that an entry refers to, by resource. */
const choicesIn = ({ names }: AuditEntry): Readonly<Record<string, readonly Choice[]>> =>
  Object.groupBy(names, ({ resource }) => resource) as Record<string, Choice[]>;

/** The entries of the audit log as text. Those of one change of assignments, one for each person, are one entry. */
export function historyOf(entries: readonly AuditEntry[], words: SetupStrings): HistoryEntry[] {
  const groups: AuditEntry[][] = [];
  for (const entry of entries) {
    const group = groups.at(-1);
    const change = group?.[0]?.assignmentChange?.id;
    if (group && change !== undefined && change === entry.assignmentChange?.id) group.push(entry);
    else groups.push([entry]);
  }
  return groups.flatMap(([first, ...rest]) => {
    if (!first) return [];
    return first.assignmentChange ? assignments([first, ...rest], words) : changed(first, words);
  });
}

function changed(entry: AuditEntry, words: SetupStrings): HistoryEntry {
  const { id, at, by, action, resource, record, changes } = entry;
  const choices = choicesIn(entry);
  return {
    id,
    at: words.dayTime(at),
    title: words.entry(by.name, words.actions[action], record.name),
    undo: null,
    isUndone: false,
    changes: changes.map(({ pointer, from, to }) => {
      const plain = pointer.replace(/^\/configuration/, '');
      const field = fieldFor(fieldsOf(resource), plain);
      return {
        label: describePointer(plain, words),
        from: describeValue(from, field, words, choices),
        to: describeValue(to, field, words, choices),
      };
    }),
  };
}

/** A change of assignments: everybody with where they were, and where they are now. */
function assignments(
  [first, ...rest]: readonly [AuditEntry, ...AuditEntry[]],
  words: SetupStrings,
): HistoryEntry {
  const { id, at, by, action, assignmentChange } = first;
  const people = [first, ...rest];
  const isUndone = assignmentChange?.isUndone ?? false;
  const place = (value: unknown) =>
    typeof value === 'object' && value !== null && 'name' in value ? String(value.name) : words.nowhere;
  return {
    id,
    at: words.dayTime(at),
    title: words.assignments[action === 'undone' ? 'undone' : 'assigned'](by.name, people.length),
    undo: isUndone ? null : (assignmentChange?.id ?? null),
    isUndone,
    changes: people.map(({ record, changes: [change] }) => ({
      label: record.name,
      from: place(change?.from),
      to: place(change?.to),
    })),
  };
}
