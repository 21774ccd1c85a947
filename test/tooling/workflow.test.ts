import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');

/** In the order of the text: `npm test` names its scripts stage by stage. */
const [, stages = ''] = /^const stages = \[\n(.*?)^\];/ms.exec(read('scripts/test.ts')) ?? [];
const gate = [...stages.matchAll(/'([\w:]+)'/g)].map(([, script = '']) => script);

const workflow = read('.github/workflows/ci.yml');
const run = [...workflow.matchAll(/^ +- run: npm run ([\w:]+)$/gm)].map(([, script = '']) => script);

describe('the workflow of GitHub', () => {
  it('runs each script of npm test, and nothing else but the installation of browsers', () => {
    assert.ok(gate.includes('lint') && gate.includes('test:e2e'));
    assert.deepEqual(
      [...new Set(run)].filter((script) => script !== 'engines:install').toSorted(),
      gate.toSorted(),
    );
  });
});
