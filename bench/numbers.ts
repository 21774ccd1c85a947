/** The value below which this percentage of the samples lies. */
export function percentile(samples: readonly number[], percent: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}

/** One line of the table: what was measured, of whom, and the formatted numbers. */
export interface Line {
  readonly what: string;
  readonly who: string;
  readonly p50: number;
  /** Absent if there is only one sample. */
  readonly p95?: number;
  readonly unit: string;
  readonly budget?: string;
}

export function lineOf(
  what: string,
  who: string,
  samples: readonly number[],
  unit: string,
  budget = '',
): Line {
  return { what, who, p50: percentile(samples, 50), p95: percentile(samples, 95), unit, budget };
}

/** All lines as a Markdown table. */
export function table(lines: readonly Line[]): string {
  const number = (value: number) => (value < 100 ? value.toFixed(1) : value.toFixed(0));
  const rows = lines.map(({ what, who, p50, p95, unit, budget = '' }) => [
    what,
    who,
    `${number(p50)} ${unit}`,
    p95 === undefined ? '' : `${number(p95)} ${unit}`,
    budget,
  ]);
  const head = ['what', 'who', 'p50, or the one value', 'p95', 'budget'];
  const widths = head.map((name, column) =>
    Math.max(...[head, ...rows].map((row) => (row[column] ?? name).length)),
  );
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
