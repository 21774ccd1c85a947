import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { agentWorkSchema, agentWorkStatusSchema } from '../../src/domain/work/agent-work.ts';

const page = readFileSync(new URL('../../docs/embedding.md', import.meta.url), 'utf8');

test('docs/embedding.md has every field and every status of an agent work, and no other', () => {
  const [, after = ''] = page.split('\nAn `agentWork` is what one rep has to do');
  const [rows = ''] = after.split('\n## ');
  const cells = [...rows.matchAll(/^\| (`.*?) \| (.*) \|$/gm)];
  const named = cells.flatMap(([, cell = '']) => [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name));
  assert.deepEqual(named.toSorted(), Object.keys(agentWorkSchema.entries).toSorted());
  const [, , statuses = ''] = cells.find(([, cell]) => cell === '`status`') ?? [];
  const said = [...statuses.matchAll(/`(\w+)`/g)].map(([, status]) => status);
  assert.deepEqual(said.toSorted(), [...agentWorkStatusSchema.options].toSorted());
});
