import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { agentWorkStatusSchema, nextAgentWorkStatus } from '../../../src/domain/work/agent-work.ts';
import { decide, type DecidedWork, type WorkCommand } from '../../../src/domain/work/answer-rules.ts';

const work = (changes: Partial<DecidedWork> = {}): DecidedWork => ({
  status: 'assigned',
  openedBy: null,
  cancelReason: null,
  acw: null,
  stamp: { declinable: true, declineReasons: [], deadline: 1000 },
  channelType: 'chat',
  ...changes,
});
const acw = (extensionsUsed: number) => ({
  startedAt: 0,
  endsAt: 60_000,
  extensionsUsed,
  terms: { durationSeconds: 60, extension: { seconds: 30, max: 1 } },
});
const { options: agentWorkStatuses } = agentWorkStatusSchema;
const code = (command: WorkCommand, of: DecidedWork, now: number | null = 0) =>
  decide(command, of, now)?.code ?? null;

describe('a command about agent work', () => {
  it('answers a request only while it is open, up to its push time-out', () => {
    for (const type of ['accept', 'decline'] as const) {
      const command = { type, reasonId: null } as WorkCommand;
      for (const status of agentWorkStatuses)
        assert.equal(code(command, work({ status })), status === 'assigned' ? null : 'noLongerOpen', status);
      assert.equal(code(command, work(), 999), null);
      assert.equal(code(command, work(), 1000), 'noLongerOpen');
      assert.equal(code(command, work(), null), null, 'the time-out is the server’s to judge');
    }
  });

  it('declines only what may be declined, with one of the reasons offered', () => {
    const stamp = { declinable: true, declineReasons: [{ id: 'break', label: 'Break' }], deadline: null };
    const decline = (reasonId: string | null) => ({ type: 'decline', reasonId }) as const;
    assert.equal(code(decline('break'), work({ stamp })), null);
    assert.equal(code(decline(null), work({ stamp })), 'reasonMissing');
    assert.equal(code(decline('lunch'), work({ stamp })), 'reasonUnknown');
    assert.equal(code(decline('break'), work({ stamp: { ...stamp, declinable: false } })), 'notDeclinable');
  });

  it('ends accepted work in the way of its channel', () => {
    const opened = work({ status: 'opened', openedBy: 'rep' });
    const openedCase = { ...opened, channelType: 'case' } as const;
    assert.equal(code({ type: 'end-conversation' }, opened), null);
    assert.equal(code({ type: 'close' }, openedCase), null);
    assert.equal(code({ type: 'close' }, opened), 'notAcceptable');
    assert.equal(code({ type: 'end-conversation' }, openedCase), 'notAcceptable');
    assert.equal(code({ type: 'close' }, work({ channelType: 'case' })), 'notAcceptable', 'accept it first');
    assert.equal(code({ type: 'close' }, work({ channelType: 'case' }), 1000), 'noLongerOpen');
  });

  it('transfers calls and messaging, and asks somebody to join in messaging only', () => {
    const transfer = (channelType: DecidedWork['channelType'], conference = false) =>
      code({ type: 'transfer', conference }, work({ status: 'opened', channelType }));
    assert.deepEqual(
      [transfer('voice'), transfer('messaging'), transfer('messaging', true)],
      [null, null, null],
    );
    assert.deepEqual([transfer('case'), transfer('voice', true)], ['notTransferable', 'notTransferable']);
  });

  it('extends a wrap-up while one extension is left and it has not ended', () => {
    const wrapUp = (used: number) => work({ status: 'afterConversationWork', acw: acw(used) });
    assert.equal(code({ type: 'extend-acw' }, wrapUp(0)), null);
    assert.equal(code({ type: 'extend-acw' }, wrapUp(1)), 'noExtensionLeft');
    assert.equal(code({ type: 'extend-acw' }, wrapUp(0), 60_000), 'noExtensionLeft');
    assert.equal(code({ type: 'extend-acw' }, work()), 'noLongerOpen');
    assert.equal(code({ type: 'end-acw' }, wrapUp(1)), null);
    assert.equal(code({ type: 'end-acw' }, work({ status: 'closed' })), 'noLongerOpen');
  });

  it('raises and lowers the flag of accepted work, also in wrap-up, and of no other', () => {
    for (const type of ['raise-flag', 'lower-flag'] as const) {
      const allowed = agentWorkStatuses.filter((status) => code({ type }, work({ status })) === null);
      assert.deepEqual(allowed, ['opened', 'afterConversationWork']);
      assert.equal(code({ type }, work()), 'notAcceptable', 'accept it first');
      assert.equal(code({ type }, work({ status: 'closed' })), 'noLongerOpen');
    }
  });

  it('takes declined and missed work only', () => {
    const takeable = agentWorkStatuses.filter((status) => code({ type: 'take' }, work({ status })) === null);
    assert.deepEqual(takeable, ['declined', 'declinedOnPushTimeout']);
  });

  it('that has an effect is a legal transition', () => {
    const events = {
      accept: { type: 'accepted' },
      decline: { type: 'declined' },
      'end-conversation': { type: 'conversationEnded', acw: false },
      transfer: { type: 'transferred' },
      'end-acw': { type: 'acwEnded' },
    } as const;
    for (const [type, event] of Object.entries(events))
      for (const status of agentWorkStatuses) {
        const of = work({ status, acw: acw(0), channelType: 'messaging' });
        if (code({ type, reasonId: null } as WorkCommand, of) === null)
          assert.ok(nextAgentWorkStatus(status, event), `${type} from ${status}`);
      }
  });
});
