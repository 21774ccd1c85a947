import { expect } from '@open-wc/testing';
import { startAcw } from '../../../src/domain/work/acw.ts';
import { PanelError } from '../../../src/errors.ts';
import { PendingAnswers } from '../../../src/services/work/pending-answers.ts';
import type { Commands } from '../../../src/services/connection/commands.ts';
import { Taking } from '../../../src/services/work/taking.ts';
import { WrappingUp } from '../../../src/services/work/wrapping-up.ts';
import { ConnectionStore } from '../../../src/stores/connection.ts';
import { WorkStore } from '../../../src/stores/work.ts';
import { aRequest } from '../../fake-backend/records.ts';

const TERMS = { durationSeconds: 60, extension: { seconds: 30, max: 1 } };

describe('wrapping up', () => {
  let work: WorkStore;
  let sent: {
    command: Parameters<Commands['send']>[0];
    keep: boolean;
    settle: { resolve(): void; reject(error: Error): void };
  }[];
  let accepted: string[];
  let wrappingUp: WrappingUp;
  let taking: Taking;
  let stops: (() => void)[];

  beforeEach(() => {
    work = new WorkStore((tell) => tell());
    const connection = new ConnectionStore(0);
    connection.update({ status: 'connected' });
    sent = [];
    accepted = [];
    const commands: Commands = {
      send: (command, { keep }) => {
        const { promise, resolve, reject } = Promise.withResolvers<undefined>();
        sent.push({ command, keep, settle: { resolve: () => resolve(undefined), reject } });
        return promise;
      },
    };
    const underWay = new PendingAnswers({ work, connection });
    wrappingUp = new WrappingUp({ work, underWay, commands });
    taking = new Taking({ work, underWay, commands, accepted: (id) => accepted.push(id) });
    stops = [underWay.start(), taking.start()];
  });
  afterEach(() => stops.forEach((stop) => stop()));

  const aWrapUp = (changes = {}) => {
    const one = aRequest({ status: 'afterConversationWork', acw: startAcw(TERMS, 1000), ...changes });
    work.put(one);
    return one;
  };
  const types = () => sent.map(({ command }) => command.type);
  const answerTo = (id: string) => work.state.answers.get(id)?.kind;
  const codeOf = async (promise: Promise<unknown>) => {
    const error: unknown = await promise.catch((why: unknown) => why);
    return error instanceof PanelError ? error.code : null;
  };

  it('shows an extension as in progress until the server has moved the end', async () => {
    const one = aWrapUp();
    const extended = wrappingUp.extend(one.id);
    expect(answerTo(one.id)).to.equal('extend-acw');
    sent[0]!.settle.resolve();
    await extended;
    expect(answerTo(one.id)).to.equal('extend-acw');
    work.put({ ...one, acw: { ...one.acw!, endsAt: one.acw!.endsAt + 30_000, extensionsUsed: 1 } });
    expect(answerTo(one.id)).to.equal(undefined);
    expect(await codeOf(wrappingUp.extend(one.id))).to.equal('noExtensionLeft');
    expect(sent).to.have.length(1);
  });

  it('extends once, however often it is clicked', () => {
    const one = aWrapUp();
    void wrappingUp.extend(one.id);
    void wrappingUp.extend(one.id);
    expect(types()).to.deep.equal(['extend-acw']);
  });

  it('executes later commands after an extension', async () => {
    const one = aWrapUp();
    void wrappingUp.extend(one.id);
    void wrappingUp.end(one.id);
    expect(types()).to.deep.equal(['extend-acw']);
    sent[0]!.settle.resolve();
    await new Promise((resolve) => setTimeout(resolve));
    expect(types()).to.deep.equal(['extend-acw', 'end-acw']);
  });

  it('shows why the server refused', async () => {
    const one = aWrapUp();
    const ended = codeOf(wrappingUp.end(one.id));
    sent[0]!.settle.reject(new PanelError('noLongerOpen', 'The wrap-up has ended.'));
    expect(await ended).to.equal('noLongerOpen');
    expect(work.state.refusals.get(one.id)).to.equal('The wrap-up has ended.');
  });

  it('ends every wrap-up with one command when an outbound conversation starts', async () => {
    const [one, other] = [aWrapUp(), aWrapUp()];
    const ended = wrappingUp.startOutbound();
    expect(sent.map(({ command }) => command)).to.deep.equal([{ type: 'start-outbound', maxSeconds: 60 }]);
    expect([answerTo(one.id), answerTo(other.id)]).to.deep.equal(['end-acw', 'end-acw']);
    sent[0]!.settle.resolve();
    await ended;
    for (const { id } of [one, other]) work.put({ ...one, id, status: 'closed', acw: null });
    expect(work.state.answers.size).to.equal(0);
  });

  it('ends the wrap-up of the record that the host closed, and of no other', async () => {
    const one = aWrapUp({ recordId: 'record' });
    aWrapUp();
    work.put(aRequest({ status: 'opened', recordId: 'record' }));
    const closed = wrappingUp.recordClosed('record');
    expect(sent.map(({ command }) => command)).to.deep.equal([{ type: 'end-acw', agentWorkId: one.id }]);
    sent[0]!.settle.reject(new PanelError('noLongerOpen', 'The wrap-up has ended.'));
    await closed;
  });

  it('knows which work is in wrap-up', async () => {
    const request = aRequest();
    work.resynchronise([request], { primary: { used: 1, total: 5 }, interruptible: { used: 0, total: 5 } });
    expect(await codeOf(wrappingUp.end('nobody'))).to.equal('unknownWork');
    expect(await codeOf(wrappingUp.extend(request.id))).to.equal('noLongerOpen');
  });

  describe('"Take it"', () => {
    const missed = () => aRequest({ status: 'declinedOnPushTimeout', settledAt: 1, takeable: true });

    for (const when of ['before', 'after'])
      it(`opens the new agent work that arrived ${when} the result, once`, async () => {
        const one = missed();
        work.put(one);
        const taken = taking.take(one.id);
        expect(sent[0]).to.deep.include({ keep: false });
        const comes = () => work.put({ ...one, id: 'new', status: 'opened', takeable: false });
        if (when === 'before') comes();
        sent[0]!.settle.resolve();
        await taken;
        if (when === 'after') comes();
        comes();
        expect(accepted).to.deep.equal(['new']);
      });

    it('takes nothing that no longer waits', async () => {
      const one = { ...missed(), takeable: false };
      work.put(one);
      expect(await codeOf(taking.take(one.id))).to.equal('noLongerWaiting');
      expect(sent).to.deep.equal([]);
    });
  });
});
