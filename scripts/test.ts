import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';

/** `npm test`: every check in order, stopping at the first that fails, and one line with the sum at the end. */
const checks = ['types', 'lint', 'manifest:check', 'openapi:check'];
const suites = [
  'test:node',
  'test:components',
  'test:components:lonely',
  'build',
  'check:sizes',
  'test:e2e',
  'test:faults:short',
];

/** How the runners close: ours of the engines, node's, web-test-runner's and Playwright's, in that order. */
const closings = {
  passed: [
    /^In all engines: (\d+) passed/gm,
    /^(?:ℹ|#) pass (\d+)/gm,
    /test files \| (\d+) passed, \d+ failed/g,
    /^ {2}(\d+) passed/gm,
  ],
  failed: [
    /^In all engines: \d+ passed, (\d+) failed/gm,
    /^(?:ℹ|#) fail (\d+)/gm,
    /test files \| \d+ passed, (\d+) failed/g,
    /^ {2}(\d+) failed/gm,
  ],
};
const sum = { passed: 0, failed: 0 };

for (const script of [...checks, ...suites]) {
  const started = performance.now();
  console.info(`\n── ${script}`);
  const { code, output } = await run(script);
  sum.passed += lastOf(output, closings.passed);
  sum.failed += lastOf(output, closings.failed);
  if (code !== 0) {
    // A suite may break before it counts anything: that is a failure too.
    console.error(
      `\n${script} failed.\n${String(sum.passed)} passed, ${String(Math.max(sum.failed, 1))} failed`,
    );
    process.exit(1);
  }
  console.info(`── ${script} took ${((performance.now() - started) / 1000).toFixed(1)} s`);
}
console.info(`\n${String(sum.passed)} passed, ${String(sum.failed)} failed`);

function run(script: string): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
      shell: process.platform === 'win32',
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      process.stdout.write(text);
    });
    child.on('close', (code) => resolve({ code: code ?? 1, output: stripVTControlCharacters(output) }));
  });
}

/** Runners repeat their count while they go; the last one holds. */
function lastOf(output: string, patterns: RegExp[]): number {
  for (const pattern of patterns) {
    const last = [...output.matchAll(pattern)].at(-1);
    if (last) return Number(last[1]);
  }
  return 0;
}
