/** Prints measurements in milliseconds, median and worst, for docs/reliability.md. */
export function printFigures(what: string, measured: readonly number[]): void {
  const sorted = [...measured].sort((one, other) => one - other).map(Math.round);
  const [middle, worst] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted.at(-1)];
  console.info(
    `    ${what}: p50 ${String(middle)} ms, p100 ${String(worst)} ms (${String(sorted.length)} times)`,
  );
}
