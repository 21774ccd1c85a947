import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';

/**
 * `npm test`: every check, stage by stage, stopping after the first stage with a failure, with one line with the total
 * at the end. The lanes of a stage run side by side, the scripts of a lane one after the other. The tests of Node and of
 * the components keep both cores of a small machine busy by themselves.
 */
const stages = [
  [['lint'], ['types'], ['build'], ['manifest:check'], ['openapi:check'], ['knip'], ['lit-analyzer']],
  [['check:sizes'], ['publint'], ['attw']],
  [['test:node']],
  [['test:components']],
  [['test:e2e'], ['test:browsers:short', 'test:faults:short']],
];

/** The summary lines of the runners: Node's, ours for the browsers, and Playwright's, in that order. */
const closings = {
  passed: [/^(?:ℹ|#) pass (\d+)/gm, /^In all browsers: (\d+) passed/gm, /^ {2}(\d+) passed/gm],
  failed: [/^(?:ℹ|#) fail (\d+)/gm, /^In all browsers: \d+ passed, (\d+) failed/gm, /^ {2}(\d+) failed/gm],
};
const sum = { passed: 0, failed: 0 };

for (const stage of stages) {
  const failed = (await Promise.all(stage.map(runLane))).flat();
  if (failed.length === 0) continue;
  // A suite may fail before it counts anything: that is a failure too.
  console.error(
    `\n${failed.join(' and ')} failed.\n${String(sum.passed)} passed, ${String(Math.max(sum.failed, 1))} failed`,
  );
  process.exit(1);
}
console.info(`\n${String(sum.passed)} passed, ${String(sum.failed)} failed`);

/** Runs the scripts of a lane, up to the first that fails; returns that one's name. */
async function runLane(lane: readonly string[]): Promise<string[]> {
  for (const script of lane) if (!(await check(script))) return [script];
  return [];
}

/** Runs a script and counts its tests; whether it passed. Its output is shown once it is over, in one piece. */
async function check(script: string): Promise<boolean> {
  const started = performance.now();
  console.info(`── ${script} begins`);
  const { code, output } = await run(script);
  console.info(`\n── ${script}\n${output}`);
  sum.passed += lastOf(output, closings.passed);
  sum.failed += lastOf(output, closings.failed);
  console.info(`── ${script} took ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return code === 0;
}

function run(script: string): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', script], {
      env: { NODE_COMPILE_CACHE: 'node_modules/.cache/node', ...process.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
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
