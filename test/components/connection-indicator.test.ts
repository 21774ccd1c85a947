import { expect } from '@open-wc/testing';
import { html } from 'lit';
import '../../components/connection-indicator/connection-indicator.ts';
import { accepted, NOW, request, works } from '../../components/shared/story-fixtures.ts';
import type { StoryContext } from '../../components/shared/story-contexts.ts';
import { mount, one, text, within } from '../fixtures/mount.ts';

describe('connection indicator', () => {
  async function indicator(connection: StoryContext['connection'], work = works([])) {
    const mounted = await mount(html`<omni-connection-indicator></omni-connection-indicator>`, {
      connection: { ...connection },
      work,
    });
    return { ...mounted, element: mounted.get('omni-connection-indicator') };
  }

  it('is one quiet line while connected, with what became of the recent requests', async () => {
    const missed = request('missed', { status: 'declinedOnPushTimeout', settledAt: NOW });
    const { element } = await indicator({}, works([...accepted, missed, request('waits')]));
    expect(text(element)).to.equal('Connected 3 accepted, 1 missed lately');
    expect(element.getAttribute('status')).to.equal('connected');
  });

  it('counts the seconds of an interruption', async () => {
    const { element, clock } = await indicator({ status: 'interrupted', since: NOW - 4_000 });
    expect(text(element)).to.equal('Reconnecting… 4 s');
    await clock.advance(1000);
    expect(text(element)).to.equal('Reconnecting… 5 s');
  });

  it('says of a loss since when, what the server will do, and when the next attempt starts', async () => {
    const connection = { status: 'lost', since: NOW - 19_000, nextAttemptAt: NOW + 6_000 } as const;
    const { element, clock } = await indicator(connection);
    expect(text(element)).to.contain('Connection lost');
    expect(text(one(element, 'dl'))).to.equal(
      'Since 14:02:11 Offline at about 14:02:41, unless you are back Next try in 6 s',
    );
    await clock.advance(12_000);
    expect(text(one(element, 'dl'))).to.equal('Since 14:02:11 Offline at about 14:02:41 Next try now');
    expect(text(one(element, '.aside'))).to.equal('0:31');
  });

  it('announces a loss once: what ticks stands outside the alert', async () => {
    const { element, clock } = await indicator({ status: 'lost', since: NOW });
    const alert = one(element, '[role=alert]');
    const before = text(alert);
    await clock.advance(5000);
    expect(text(alert)).to.equal(before);
  });

  for (const [status, sentence, mend] of [
    ['lost', 'Connection lost', 'Reconnect now'],
    ['replaced', 'Signed in elsewhere', 'Use here'],
    ['refused', 'The server refused the sign-in', 'Try again'],
  ] as const)
    it(`offers "${mend}" when ${status}`, async () => {
      const { element, heard } = await indicator({ status });
      expect(text(element)).to.contain(sentence);
      expect(text(one(element, 'button'))).to.equal(mend);
      one(element, 'button').click();
      expect(heard('omni-mend-request').map(({ kind }) => kind)).to.deep.equal(['notConnected']);
    });

  it('says why, where the connection says so', async () => {
    const { element } = await indicator({ status: 'refused', detail: 'Your sign-in has expired.' });
    expect(text(one(element, '[role=alert] p'))).to.equal('Your sign-in has expired.');
  });

  it('has nothing to click, and no clock to watch, while it is quiet', async () => {
    for (const status of ['connecting', 'connected', 'signedOut'] as const) {
      const { element, clock } = await indicator({ status });
      expect(within(element, 'button')).to.have.length(0);
      expect(clock.waiting).to.equal(0);
    }
  });
});
