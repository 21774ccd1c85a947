import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import {
  agentWorkStatusSchema,
  IllegalTransitionError,
  isOpen,
  nextAgentWorkStatus,
  type AgentWorkEvent,
  type AgentWorkStatus,
} from '../../../src/domain/work/agent-work.ts';
import { capacityOf, type Load } from '../../../src/domain/work/capacity.ts';

const events: readonly AgentWorkEvent[] = [
  { type: 'accepted' },
  { type: 'declined' },
  { type: 'pushTimedOut' },
  { type: 'canceled', reason: 'customerLeft' },
  { type: 'conversationEnded', acw: true },
  { type: 'conversationEnded', acw: false },
  { type: 'transferred' },
  { type: 'acwStarted' },
  { type: 'acwEnded' },
  { type: 'closed' },
];

// Written out by hand from the contract, not from the function.
const legal = new Set([
  'assigned > accepted > opened',
  'assigned > declined > declined',
  'assigned > pushTimedOut > declinedOnPushTimeout',
  'assigned > canceled > canceled',
  'opened > conversationEnded with ACW > afterConversationWork',
  'opened > conversationEnded > closed',
  'opened > transferred > transferred',
  'opened > closed > closed',
  'transferred > acwStarted > afterConversationWork',
  'afterConversationWork > acwEnded > closed',
]);

const arrow = (from: AgentWorkStatus, event: AgentWorkEvent, to: AgentWorkStatus) =>
  `${from} > ${event.type}${event.type === 'conversationEnded' && event.acw ? ' with ACW' : ''} > ${to}`;

it('exactly the transitions of the contract are legal; every other is a typed error', () => {
  const found = new Set<string>();
  for (const from of agentWorkStatusSchema.options)
    for (const event of events)
      try {
        found.add(arrow(from, event, nextAgentWorkStatus(from, event)));
      } catch (error) {
        assert.ok(error instanceof IllegalTransitionError);
        assert.equal(error.status, from);
      }
  assert.deepEqual(found, legal);
});

it('whatever happens, the used capacity is the sum of the open works', () => {
  const step = fc.record({ work: fc.nat(9), event: fc.constantFrom(...events) });
  const sizes = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 10, maxLength: 10 });
  fc.assert(
    fc.property(sizes, fc.array(step, { maxLength: 60 }), (hundredths, steps) => {
      const works = hundredths.map((size) => ({ size: size / 100, status: 'assigned' as AgentWorkStatus }));
      for (const { work, event } of steps) {
        const taken = works[work];
        assert.ok(taken);
        try {
          taken.status = nextAgentWorkStatus(taken.status, event);
        } catch (error) {
          assert.ok(error instanceof IllegalTransitionError);
        }
      }
      const open = works.filter(({ status }) => isOpen(status));
      const loads: Load[] = open.map(({ size }) => ({ size, pool: 'primary' }));
      const sum = open.reduce((total, { size }) => total + Math.round(size * 100), 0) / 100;
      assert.equal(capacityOf(loads, { capacity: 5, interruptibleCapacity: null }).primary.used, sum);
    }),
  );
});
