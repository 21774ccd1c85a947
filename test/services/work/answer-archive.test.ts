import { expect } from '@open-wc/testing';
import { PanelError } from '../../../src/errors.ts';
import { Archive } from '../../../src/platform/archive.ts';
import { ServerClock } from '../../../src/platform/time/clock.ts';
import { pageTimers } from '../../../src/platform/time/timers.ts';
import type { Command } from '../../../src/protocol/messages.ts';
import { AnswerArchive, type ResumeOptions } from '../../../src/services/work/answer-archive.ts';
import { PendingAnswers } from '../../../src/services/work/pending-answers.ts';
import { ConnectionStore } from '../../../src/stores/connection.ts';
import { WorkStore } from '../../../src/stores/work.ts';
import { aRequest } from '../../fake-backend/records.ts';
import { emptiedBrowser } from '../../helpers/emptied-browser.ts';
import { FakeTimers } from '../../helpers/fake-timers.ts';

const HOUR = 3_600_000;

describe('answers that survive the page', () => {
  let archive: Archive;
  let timers: FakeTimers;

  beforeEach(async () => {
    await emptiedBrowser();
    archive = new Archive({ timers: pageTimers, failed: () => undefined });
    archive.start();
    timers = new FakeTimers(1_700_000_000_000);
  });
  afterEach(() => archive.close());

  function aPage(repId = 'amara') {
    const page = crypto.randomUUID();
    const clock = new ServerClock(timers);
    const work = new WorkStore();
    const connection = new ConnectionStore(0);
    connection.update({ status: 'connected' });
    const underWay = new PendingAnswers({ work, connection });
    underWay.start();
    const keeping = new AnswerArchive({
      archive,
      work,
      clock,
      repId: () => repId,
      apiAddress: () => 'https://api.example.test',
      page: () => page,
    });
    const sent: { command: Command; settle: PromiseWithResolvers<undefined> }[] = [];
    const accepted: string[] = [];
    const resuming: ResumeOptions = {
      underWay,
      sendAgain(command) {
        const settle = Promise.withResolvers<undefined>();
        sent.push({ command, settle });
        return settle.promise;
      },
      accepted: (id) => accepted.push(id),
    };
    const resume = (living?: readonly string[]) => keeping.resume(resuming, living ? new Set(living) : null);
    return { keeping, page, work, sent, accepted, resume };
  }
  const accept = (agentWorkId: string): Command => ({
    type: 'accept',
    id: crypto.randomUUID(),
    agentWorkId,
  });
  const settled = () => new Promise((resolve) => setTimeout(resolve));

  it('of a page that is still alive are left to it', async () => {
    const [first, second] = [aPage(), aPage()];
    first.keeping.keep(accept('request'));
    await settled();
    await second.resume([first.page, second.page]);
    expect(second.sent).to.deep.equal([]);
    await second.resume([second.page]);
    expect(second.sent.length).to.equal(1);
    // Once, however often it checks.
    await second.resume([second.page]);
    expect(second.sent.length).to.equal(1);
  });

  it('are sent once more with the same id, shown as in progress, and open accepted work', async () => {
    const command = accept('request');
    aPage().keeping.keep(command);
    const next = aPage();
    next.work.put(aRequest({ id: 'request' }));
    await next.resume();
    expect(next.sent.map((one) => one.command)).to.deep.equal([command]);
    expect(next.work.state.answers.get('request')).to.deep.equal({ kind: 'accept', state: 'checking' });
    next.sent[0]!.settle.resolve(undefined);
    await settled();
    expect(next.accepted).to.deep.equal(['request']);
  });

  it('show the outcome of the request if they are too late', async () => {
    aPage().keeping.keep(accept('request'));
    const next = aPage();
    next.work.put(aRequest({ id: 'request', status: 'declinedOnPushTimeout', settledAt: 1 }));
    await next.resume();
    next.sent[0]!.settle.reject(new PanelError('noLongerOpen', 'The request is no longer open.'));
    await settled();
    expect([...next.work.state.outcomes]).to.deep.equal(['request']);
    expect(next.accepted).to.deep.equal([]);
  });

  it('keep the reason, and are sent in the order in which they were given', async () => {
    const { keeping } = aPage();
    const decline: Command = {
      type: 'decline',
      id: crypto.randomUUID(),
      agentWorkId: 'one',
      reasonId: 'busy',
    };
    keeping.keep(decline);
    timers.advance(1000);
    keeping.keep(accept('other'));
    const next = aPage();
    await next.resume();
    expect(next.sent[0]!.command).to.deep.equal(decline);
    expect(next.sent.map(({ command }) => command.type)).to.deep.equal(['decline', 'accept']);
  });

  it('are not sent again once their outcome is known', async () => {
    const { keeping } = aPage();
    const [done, open] = [accept('done'), accept('open')];
    keeping.keep(done);
    keeping.keep(open);
    keeping.forget(done);
    const next = aPage();
    await next.resume();
    expect(next.sent.map((one) => one.command)).to.deep.equal([open]);
  });

  it('are separate for each rep, and deleted when the rep signs out', async () => {
    const { keeping } = aPage();
    keeping.keep(accept('request'));
    const other = aPage('noah');
    await other.resume();
    expect(other.sent).to.deep.equal([]);
    await keeping.forgetAll();
    const next = aPage();
    await next.resume();
    expect(next.sent).to.deep.equal([]);
  });

  it('expire when the server might no longer recognise them', async () => {
    aPage().keeping.keep(accept('request'));
    timers.advance(24 * HOUR);
    const onTime = aPage();
    await onTime.resume();
    expect(onTime.sent).to.have.length(1);
    timers.advance(1);
    const late = aPage();
    await late.resume();
    expect(late.sent).to.deep.equal([]);
  });

  it('are ignored if damaged', async () => {
    aPage().keeping.keep(accept('request'));
    await archive.write(async ({ answers }) => {
      const [key] = await answers.getAllKeys();
      await answers.put({ at: timers.now(), command: { type: 'accept' } }, key!);
      await answers.put('nonsense', `${key!}2`);
    });
    const next = aPage();
    await next.resume();
    expect(next.sent).to.deep.equal([]);
    expect(await archive.read(({ answers }) => answers.getAllKeys())).to.deep.equal([]);
  });
});
