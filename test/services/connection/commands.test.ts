import { expect } from '@open-wc/testing';
import { commandsOver, OUTCOME_TIMEOUT } from '../../../src/services/connection/commands.ts';
import { PanelError } from '../../../src/errors.ts';
import type { Command, CommandOutcome } from '../../../src/protocol/messages.ts';
import { NotUnderstoodError } from '../../../src/protocol/outbox.ts';
import { FakeTimers } from '../../helpers/fake-timers.ts';

describe('a command', () => {
  it('that is not kept ends although the server never answers', async () => {
    const timers = new FakeTimers();
    const keeper = { keep: () => undefined, forget: () => undefined };
    const sending = { send: () => new Promise<CommandOutcome>(() => undefined) };
    const commands = commandsOver(sending, () => 'id', keeper, timers);
    let code: unknown = null;
    const sent = commands
      .send({ type: 'set-status', statusId: 'available' }, { keep: false })
      .catch((error: unknown) => (code = (error as { code: unknown }).code));
    timers.advance(OUTCOME_TIMEOUT - 1);
    await new Promise((resolve) => setTimeout(resolve));
    expect(code).to.equal(null);
    timers.advance(1);
    await sent;
    expect(code).to.equal('notConnected');
    expect(timers.count).to.equal(0);
  });

  it('that the server could not read fails with a code of its own, and is not kept', async () => {
    const kept = new Set<string>();
    const keeper = {
      keep: ({ id }: Command) => kept.add(id),
      forget: ({ id }: Command) => kept.delete(id),
    };
    const sending = { send: () => Promise.reject(new NotUnderstoodError('/agentWorkId: Must be an id.')) };
    const commands = commandsOver(sending, () => 'id', keeper, new FakeTimers());
    for (const keep of [true, false]) {
      const sent = commands.send({ type: 'accept', agentWorkId: 'work' }, { keep });
      const error: unknown = await sent.catch((reason: unknown) => reason);
      expect(error).to.be.instanceOf(PanelError);
      expect((error as PanelError).code).to.equal('notUnderstood');
      expect((error as PanelError).message).to.not.contain('agentWorkId');
    }
    expect([...kept]).to.deep.equal([]);
  });
});
