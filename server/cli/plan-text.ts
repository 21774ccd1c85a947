import type { ImportPlan, PlannedRecord, Remark } from '../../src/domain/import/import-plan.ts';

const marks: Readonly<Record<PlannedRecord['state'], string>> = {
  new: '+',
  changed: '~',
  same: '=',
  needsChoice: '?',
  notMapped: '-',
  leftOut: 'x',
};

// Text of files must not steer the terminal.
const plain = (text: string): string => text.replace(/\p{Cc}/gu, ' ');

/** A plan for people, as lines of text. Records that stay the same are only counted. */
export function planText(plan: ImportPlan): string {
  const lines: string[] = [];
  for (const record of plan.records) {
    const told = record.remarks.filter(({ kind, needsChoice }) => needsChoice || kind !== 'assumed');
    if (record.state === 'same' && told.every(({ kind }) => kind !== 'missing')) continue;
    lines.push(`${marks[record.state]} ${record.type} ${record.fullName} (${record.name})`);
    if (record.state === 'changed')
      for (const { pointer, from, to } of record.fields)
        lines.push(`    ${pointer}: ${JSON.stringify(from)} -> ${JSON.stringify(to)}`);
    lines.push(...told.flatMap((remark) => remarkLines(remark)));
  }
  if (plan.moves.length > 0) lines.push('Moves:');
  for (const { name, from, to } of plan.moves)
    lines.push(`    ${name}: ${from?.name ?? 'no configuration of their own'} -> ${to.name}`);
  for (const remark of plan.remarks) lines.push(...remarkLines(remark, ''));
  const { counts } = plan;
  lines.push(
    '',
    `${String(counts.new)} new, ${String(counts.changed)} change, ${String(counts.same)} the same, ${String(counts.needsChoice)} need a choice, ${String(counts.leftOut)} left out, ${String(counts.parts)} parts have no place here, ${String(counts.onlyHere)} records only here.`,
  );
  return lines.map(plain).join('\n');
}

function remarkLines(remark: Remark, indent = '    '): string[] {
  const { file, line, sentence, needsChoice, fixes, id, params } = remark;
  const place = file === null ? '' : `${file}${line === null ? '' : `:${String(line)}`}: `;
  const found = remark.code === 'rule' && params.found !== '' ? ` In the file: ${String(params.found)}.` : '';
  return [
    `${indent}${needsChoice ? '! ' : ''}${place}${sentence}${found}`,
    ...(needsChoice
      ? [
          `${indent}  choose: ${JSON.stringify(id)}: ${fixes.map((fix) => `{"fix":${JSON.stringify(fix.id)}}${fix.kind === 'use' ? ` (${JSON.stringify(fix.value)})` : ''}`).join(' or ')}`,
        ]
      : []),
  ];
}
