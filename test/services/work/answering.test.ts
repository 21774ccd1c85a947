import { expect } from '@open-wc/testing';
import { PanelError } from '../../../src/errors.ts';
import { Answering } from '../../../src/services/work/answering.ts';
import { PendingAnswers } from '../../../src/services/work/pending-answers.ts';
import { ConnectionStore } from '../../../src/stores/connection.ts';
import { WorkStore } from '../../../src/stores/work.ts';
import { aRequest } from '../../fake-backend/records.ts';
import { until } from '../../helpers/until.ts';

describe('answering', () => {
  let work: WorkStore;
  let connection: ConnectionStore;
  let sent: { type: string; settle: { resolve(): void; reject(error: Error): void } }[];
  let accepted: string[];
  let answering: Answering;
  let stop: () => void;

  beforeEach(() => {
    work = new WorkStore((tell) => tell());
    connection = new ConnectionStore(0);
    connection.update({ status: 'connected' });
    sent = [];
    accepted = [];
    const underWay = new PendingAnswers({ work, connection });
    answering = new Answering({
      underWay,
      accepted: (id) => accepted.push(id),
      commands: {
        send: ({ type }) => {
          const { promise, resolve, reject } = Promise.withResolvers<undefined>();
          sent.push({ type, settle: { resolve: () => resolve(undefined), reject } });
          return promise;
        },
      },
    });
    stop = underWay.start();
  });
  afterEach(() => stop());

  const offer = () => {
    const request = aRequest();
    work.put(request);
    return request;
  };
  const answerTo = (id: string) => work.state.answers.get(id);

  it('shows an answer as in progress until the server has sent the new state of the work', async () => {
    const request = offer();
    const answer = answering.accept(request.id);
    expect(answerTo(request.id)).to.deep.equal({ kind: 'accept', state: 'checking' });
    sent[0]!.settle.resolve();
    await answer;
    expect(answerTo(request.id)).to.deep.equal({ kind: 'accept', state: 'checking' });
    work.put({ ...request, status: 'opened', openedBy: 'rep' });
    expect(answerTo(request.id)).to.equal(undefined);
    expect(accepted).to.deep.equal([request.id]);
  });

  it('treats a second identical answer as the first one', async () => {
    const request = offer();
    const both = [answering.accept(request.id), answering.accept(request.id)];
    expect(sent).to.have.length(1);
    sent[0]!.settle.resolve();
    await Promise.all(both);
  });

  it('does not mix up answers: accepted work is not declined', async () => {
    const request = offer();
    const accept = answering.accept(request.id);
    const decline = answering.decline(request.id, null).catch((error: unknown) => error);
    sent[0]!.settle.resolve();
    await accept;
    expect(await decline).to.include({ code: 'noLongerOpen' });
    expect(sent.map(({ type }) => type)).to.deep.equal(['accept']);
    expect(work.state.refusals.size).to.equal(0);
  });

  it('sends the other answer if the first one had no effect', async () => {
    const request = offer();
    const accept = answering.accept(request.id).catch((error: unknown) => error);
    const decline = answering.decline(request.id, null);
    sent[0]!.settle.reject(new PanelError('notAcceptable', 'There is no room for it now.'));
    expect(await accept).to.include({ code: 'notAcceptable' });
    await until('the other one is sent', () => sent.length === 2);
    sent[1]!.settle.resolve();
    await decline;
    expect(sent.map(({ type }) => type)).to.deep.equal(['accept', 'decline']);
  });

  it('can end work as soon as the host is notified of its acceptance, before the outcome arrives', async () => {
    const request = offer();
    const accept = answering.accept(request.id);
    work.put({ ...request, status: 'opened', openedBy: 'rep' });
    const close = answering.close(request.id);
    sent[0]!.settle.resolve();
    await accept;
    await until('the end is sent', () => sent.length === 2);
    sent[1]!.settle.resolve();
    await close;
    expect(sent.map(({ type }) => type)).to.deep.equal(['accept', 'end-conversation']);
  });

  it('shows a kept answer as kept, and as checked again when the connection is back', () => {
    const request = offer();
    connection.update({ status: 'interrupted' });
    void answering.decline(request.id, null);
    expect(answerTo(request.id)?.state).to.equal('kept');
    connection.update({ status: 'connected' });
    expect(answerTo(request.id)?.state).to.equal('checking');
  });

  it('shows why an answer was refused', async () => {
    const request = offer();
    const answer = answering.accept(request.id).catch((error: unknown) => error);
    sent[0]!.settle.reject(new PanelError('noLongerOpen', 'The request is no longer open.'));
    expect(await answer).to.be.instanceOf(PanelError);
    expect(work.state.refusals.get(request.id)).to.equal('The request is no longer open.');
    expect(answerTo(request.id)).to.equal(undefined);
    expect(accepted).to.deep.equal([]);
  });

  it('ends conversations and closes work without one', () => {
    const call = aRequest({ status: 'opened' });
    const aCase = aRequest({ status: 'opened' }, { channelId: 'case' });
    for (const one of [call, aCase]) work.put(one);
    void answering.close(call.id);
    void answering.close(aCase.id);
    expect(sent.map(({ type }) => type)).to.deep.equal(['end-conversation', 'close']);
  });

  it('knows only the works that the server has sent', async () => {
    work.resynchronise([], { primary: { used: 0, total: 5 }, interruptible: { used: 0, total: 5 } });
    const error: unknown = await answering.accept('nobody').catch((why: unknown) => why);
    expect(error).to.include({ code: 'unknownWork' });
    expect(sent).to.deep.equal([]);
  });

  it('does not call a work unknown before the first snapshot', async () => {
    const error: unknown = await answering.close('of the page before').catch((why: unknown) => why);
    expect(error).to.include({ code: 'notConnected' });
    expect(sent).to.deep.equal([]);
  });
});
