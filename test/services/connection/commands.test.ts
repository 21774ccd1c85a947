import { expect } from '@open-wc/testing';
import { commandsOver, OUTCOME_TIMEOUT } from '../../../src/services/connection/commands.ts';
import type { CommandOutcome } from '../../../src/protocol/messages.ts';
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
});
