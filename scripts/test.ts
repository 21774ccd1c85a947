import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';

/** `npm test`: every check, stage by stage, stopping at the first failure, with one line with the total at the end. */
const stages = [
  // In parallel: none of them depends on timing.
  ['lint', 'types', 'build', 'manifest:check', 'openapi:check', 'knip', 'lit-analyzer'],
  ['check:sizes', 'publint', 'attw'],
  ['test:node'],
  // One after the other: both listen to real sounds, which a busy machine disturbs.
  ['test:components'],
  ['test:browsers:short'],
  ['test:e2e'],
  ['test:faults:short'],
];

/** The summary lines of the runners: Node's, ours for the browsers, and Playwright's, in that order. */
const closings = {
  passed: [/^(?:ℹ|#) pass (\d+)/gm, /^In all browsers: (\d+) passed/gm, /^ {2}(\d+) passed/gm],
  failed: [/^(?:ℹ|#) fail (\d+)/gm, /^In all browsers: \d+ passed, (\d+) failed/gm, /^ {2}(\d+) failed/gm],
};
const sum = { passed: 0, failed: 0 };

for (const stage of stages) {
  const failed = (await Promise.all(stage.map((script) => check(script, stage.length === 1)))).flat();
  if (failed.length === 0) continue;
  // A suite may fail before it counts anything: that is a failure too.
  console.error(
    `\n${failed.join(' and ')} failed.\n${String(sum.passed)} passed, ${String(Math.max(sum.failed, 1))} failed`,
  );
  process.exit(1);
}
console.info(`\n${String(sum.passed)} passed, ${String(sum.failed)} failed`);

/**
 * Runs a script and counts its tests; returns its name if it fails. The output of a parallel one is shown once it is
 * over.
 */
async function check(script: string, isAlone: boolean): Promise<string[]> {
  const started = performance.now();
  if (isAlone) console.info(`\n── ${script}`);
  const { code, output } = await run(script, isAlone);
  if (!isAlone) console.info(`\n── ${script}\n${output}`);
  sum.passed += lastOf(output, closings.passed);
  sum.failed += lastOf(output, closings.failed);
  console.info(`── ${script} took ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return code === 0 ? [] : [script];
}

function run(script: string, isShown: boolean): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', script], {
      env: { NODE_COMPILE_CACHE: 'node_modules/.cache/node', ...process.env },
      stdio: ['ignore', 'pipe', isShown ? 'inherit' : 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        if (isShown) process.stdout.write(text);
      });
    child.on('close', (code) => resolve({ code: code ?? 1, output: stripVTControlCharacters(output) }));
  });
}

/** Runners repeat their count while they run; the last one counts. */
function lastOf(output: string, patterns: RegExp[]): number {
  for (const pattern of patterns) {
    const last = [...output.matchAll(pattern)].at(-1);
    if (last) return Number(last[1]);
  }
  return 0;
}
