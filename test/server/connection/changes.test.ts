import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changesBetween } from '../../../server/connection/changes.ts';
import { capacityOf } from '../../../src/domain/work/capacity.ts';
import { agentWork, available, NOW, repSnapshot } from '../fake-engine.ts';

const settled = agentWork({ id: 'old', status: 'declined', settledAt: NOW });

test('two equal snapshots have no changes between them, whatever the order of their keys', () => {
  const before = repSnapshot({ agentWorks: [agentWork()] });
  const { agentWorks, ...rest } = structuredClone(before);
  assert.deepEqual(changesBetween(before, { agentWorks, ...rest }), []);
});

test('works come first, then capacity, presence and the configuration that follow from them', () => {
  const after = repSnapshot({
    presence: { status: available, since: NOW, cause: 'rep' },
    capacity: capacityOf([{ size: 1, pool: 'primary' }], { capacity: 5, interruptibleCapacity: null }),
    agentWorks: [
      agentWork({ id: 'new' }),
      agentWork({ id: 'same' }),
      agentWork({ id: 'other', status: 'opened' }),
    ],
    configurationVersion: 'v2',
  });
  const before = repSnapshot({ agentWorks: [agentWork({ id: 'same' }), agentWork({ id: 'other' })] });
  assert.deepEqual(changesBetween(before, after), [
    { type: 'agent-work-changed', agentWork: after.agentWorks[0] },
    { type: 'agent-work-changed', agentWork: after.agentWorks[2] },
    { type: 'capacity-changed', capacity: after.capacity },
    { type: 'presence-changed', presence: after.presence, statusAfterAcw: null },
    { type: 'configuration-changed', configurationVersion: 'v2' },
  ]);
});

test('a status chosen for after wrap-up is a change of presence', () => {
  const after = repSnapshot({ statusAfterAcw: available });
  assert.deepEqual(changesBetween(repSnapshot(), after), [
    { type: 'presence-changed', presence: after.presence, statusAfterAcw: available },
  ]);
});

test('settled work that grew too old for a snapshot is no change', () => {
  assert.deepEqual(changesBetween(repSnapshot({ agentWorks: [settled] }), repSnapshot()), []);
});

test('open work that is gone cannot be told as a change', () => {
  assert.equal(changesBetween(repSnapshot({ agentWorks: [agentWork()] }), repSnapshot()), null);
});

test('a rep who is named otherwise cannot be told as a change', () => {
  assert.equal(changesBetween(repSnapshot(), repSnapshot({ rep: { id: 'sofia', name: 'Sofia B.' } })), null);
});
