import { expect } from '@open-wc/testing';
import type { PanelError } from '../../../src/errors.ts';
import { PendingAnswers } from '../../../src/services/work/pending-answers.ts';
import type { Commands } from '../../../src/services/connection/commands.ts';
import { Transferring } from '../../../src/services/work/transferring.ts';
import { ConfigurationStore } from '../../../src/stores/configuration.ts';
import { ConnectionStore } from '../../../src/stores/connection.ts';
import { WorkStore } from '../../../src/stores/work.ts';
import { aRequest } from '../../fake-backend/records.ts';

const BILLING = { kind: 'queue', id: 'billing' } as const;

describe('transferring', () => {
  let work: WorkStore;
  let sent: { command: Parameters<Commands['send']>[0]; keep: boolean; settle: () => Promise<void> }[];
  let transferring: Transferring;
  let stop: () => void;

  beforeEach(() => {
    work = new WorkStore((tell) => tell());
    const connection = new ConnectionStore(0);
    connection.update({ status: 'connected' });
    sent = [];
    const commands: Commands = {
      send: (command, { keep }) => {
        const { promise, resolve } = Promise.withResolvers<undefined>();
        const settle = () => {
          resolve(undefined);
          return new Promise<void>((next) => setTimeout(next));
        };
        sent.push({ command, keep, settle });
        return promise;
      },
    };
    const underWay = new PendingAnswers({ work, connection });
    transferring = new Transferring({ configuration: new ConfigurationStore(), underWay, commands });
    stop = underWay.start();
  });
  afterEach(() => stop());

  function opened(channelId = 'messaging') {
    const one = aRequest({ status: 'opened', openedAt: 1 }, { channelId });
    work.put(one);
    return one;
  }
  const underWayFor = (id: string) => work.state.answers.get(id)?.kind;

  it('is in progress until the server has sent the new state of the work, and survives a break', async () => {
    const one = opened();
    const done = transferring.transfer(one.id, BILLING, false);
    expect(sent[0]).to.deep.include({ keep: true });
    expect(sent[0]!.command).to.deep.equal({ type: 'transfer', agentWorkId: one.id, destination: BILLING });
    await sent[0]!.settle();
    expect(underWayFor(one.id), 'the result came first').to.equal('transfer');
    work.put({ ...one, status: 'transferred', transferredTo: { ...BILLING, name: 'Billing' } });
    await done;
    expect(underWayFor(one.id)).to.equal(undefined);
  });

  it('is sent once, however often it is clicked', () => {
    const one = opened();
    void transferring.transfer(one.id, BILLING, false);
    void transferring.transfer(one.id, BILLING, false);
    expect(sent).to.have.length(1);
  });

  it('counts an invitation as done with its result, since the work stays open', async () => {
    const one = opened();
    const done = transferring.transfer(one.id, BILLING, true);
    work.put({ ...one, customerLeftAt: null });
    expect(underWayFor(one.id)).to.equal('transfer');
    await sent[0]!.settle();
    await done;
    expect(underWayFor(one.id)).to.equal(undefined);
    expect(sent[0]!.command).to.deep.include({ conference: true });
  });

  it('sends nothing that is impossible', async () => {
    const { id: call } = opened('voice');
    const { id: chat } = opened('chat');
    const request = aRequest({}, { channelId: 'messaging' });
    work.put(request);
    const tries = [
      transferring.transfer(call, BILLING, true),
      transferring.transfer(chat, BILLING, false),
      transferring.transfer(request.id, BILLING, false),
    ].map((made) => made.then(() => null).catch((error: unknown) => (error as PanelError).code));
    expect(await Promise.all(tries)).to.deep.equal(['notTransferable', 'notTransferable', 'notAcceptable']);
    expect(sent).to.deep.equal([]);
  });
});
