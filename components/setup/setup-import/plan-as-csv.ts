import type { ImportPlan } from '../../../src/domain/import/import-plan.ts';

/** A plan as a table: one line for each remark and each record without one. */
export function planAsCsv({ records, remarks }: ImportPlan): string {
  const rows = [
    ['type', 'fullName', 'name', 'state', 'field', 'sentence', 'file', 'line', 'chosen'],
    ...records.flatMap((record) => {
      const { type, fullName, name, state, file } = record;
      const own = [type, fullName, name, state];
      return record.remarks.length === 0
        ? [[...own, '', '', file, '', '']]
        : record.remarks.map(({ pointer, sentence, file: at, line, chosen }) => [
            ...own,
            pointer ?? '',
            sentence,
            at ?? '',
            String(line ?? ''),
            chosen ?? '',
          ]);
    }),
    ...remarks.map(({ sentence, file, line }) => [
      '',
      '',
      '',
      '',
      '',
      sentence,
      file ?? '',
      String(line ?? ''),
      '',
    ]),
  ];
  return `${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** A cell that a spreadsheet does not take for a formula. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
