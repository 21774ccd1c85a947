import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');

/** In the order of the text: `npm test` names its scripts stage by stage. */
const [, stages = ''] = /^const stages = \[\n(.*?)^\];/ms.exec(read('scripts/test.ts')) ?? [];
const gate = [...stages.matchAll(/'([\w:]+)'/g)].map(([, script = '']) => script);

const workflow = read('.github/workflows/ci.yml');
const run = [...workflow.matchAll(/^ +- run: npm run ([\w:]+)$/gm)].map(([, script = '']) => script);

/** What it runs besides: the installation of browsers, and what installs packages from a registry. */
const besides = ['engines:install', 'test:book', 'test:examples'];

describe('the workflow of GitHub', () => {
  it('runs each script of npm test, and besides only the installation of browsers, the book and the examples', () => {
    assert.ok(gate.includes('lint') && gate.includes('test:e2e'));
    assert.deepEqual([...new Set(run)].toSorted(), [...gate, ...besides].toSorted());
  });

  it('runs the examples in a job of their own, on a build of its own', () => {
    const [, job = ''] = /^ {2}examples:\n(.*?)(?=^ {2}\S)/ms.exec(workflow) ?? [];
    const scripts = [...job.matchAll(/- run: npm run ([\w:]+)$/gm)].map(([, script]) => script);
    assert.deepEqual(scripts, ['build', 'test:examples']);
  });
});
