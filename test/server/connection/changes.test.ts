import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changesBetween } from '../../../server/connection/changes.ts';
import { capacityOf } from '../../../src/domain/work/capacity.ts';
import { agentWork, available, NOW, repSnapshot } from '../fake-engine.ts';

const settled = agentWork({ id: 'old', status: 'declined', settledAt: NOW });

test('two equal snapshots have no changes between them, regardless of key order', () => {
  const before = repSnapshot({ agentWorks: [agentWork()] });
  const { agentWorks, ...rest } = structuredClone(before);
  assert.deepEqual(changesBetween(before, { agentWorks, ...rest }), []);
});

test('agent work comes first, then the capacity, presence and configuration that follow from it', () => {
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
    { type: 'presence-changed', presence: after.presence, statusAfterAcw: null, outboundEndsAt: null },
    { type: 'configuration-changed', configurationVersion: 'v2' },
  ]);
});

test('a status chosen for after wrap-up is a change of presence', () => {
  const after = repSnapshot({ statusAfterAcw: available });
  assert.deepEqual(changesBetween(repSnapshot(), after), [
    { type: 'presence-changed', presence: after.presence, statusAfterAcw: available, outboundEndsAt: null },
  ]);
});

test('that offers are kept away by an outbound conversation is a change of presence', () => {
  const after = repSnapshot({ outboundEndsAt: NOW });
  assert.deepEqual(changesBetween(repSnapshot(), after), [
    { type: 'presence-changed', presence: after.presence, statusAfterAcw: null, outboundEndsAt: NOW },
  ]);
});

test('settled work that expired from the snapshot is not a change', () => {
  assert.deepEqual(changesBetween(repSnapshot({ agentWorks: [settled] }), repSnapshot()), []);
});

test('open work that is gone cannot be expressed as a change', () => {
  assert.equal(changesBetween(repSnapshot({ agentWorks: [agentWork()] }), repSnapshot()), null);
});

test('a renamed rep cannot be expressed as a change', () => {
  assert.equal(changesBetween(repSnapshot(), repSnapshot({ rep: { id: 'sofia', name: 'Sofia B.' } })), null);
});
