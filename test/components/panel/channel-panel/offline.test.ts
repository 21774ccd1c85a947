import { expect } from '@open-wc/testing';
import type { OmniChannelPanel } from '../../../../src/index.ts';
import { masterOutput } from '../../../../src/platform/sound/ringer.ts';
import type { FakeBackend } from '../../../fake-backend/fake-backend.ts';
import { aConfiguration, aRequest, statuses } from '../../../fake-backend/records.ts';
import { Listening } from '../../../helpers/listening.ts';
import { everything, text } from '../../../helpers/mount.ts';
import { panelPage } from '../../../helpers/panel-under-test.ts';
import { until } from '../../../helpers/until.ts';

describe('<omni-channel-panel> without its server', () => {
  const page = panelPage();
  let backend: FakeBackend;
  let panel: OmniChannelPanel;
  let listening: Listening | null = null;
  /** The last instant in the flight record of the previous panel. */
  let recordedUntil: number;

  beforeEach(() => {
    recordedUntil = 0;
    ({ backend } = page);
  });
  afterEach(() => {
    listening?.stop();
    listening = null;
  });

  const signedIn = async () => {
    panel = await page.signedIn();
    await until('the configuration is here', () =>
      panel
        .getFlightRecord()
        .some(
          ({ at, what, about }) =>
            at > recordedUntil && what === 'configuration' && about.version && !about.cached,
        ),
    );
  };
  const removed = async () => {
    recordedUntil = panel.getFlightRecord().at(-1)?.at ?? 0;
    await page.removed();
  };
  /** The server is gone: sockets are refused, and HTTP requests get errors. */
  const gone = () => {
    backend.connection.isGone = true;
    backend.presenceConfiguration.instead = () => new Response(null, { status: 503 });
    backend.connection.close(null);
  };
  const back = () => {
    backend.connection.isGone = false;
    backend.presenceConfiguration.instead = null;
  };
  const part = (name: string) =>
    everything(panel.shadowRoot!).find((element) => element.getAttribute('part') === name) as
      | HTMLElement
      | undefined;
  const shows = (words: RegExp) => until(`it shows ${words.source}`, () => words.test(text(panel)));
  const heard = () => listening !== null && !listening.isSilent;

  describe('started again', () => {
    it('starts at once from its cache, and shows how old that is', async () => {
      await signedIn();
      await removed();
      gone();
      panel = page.add();
      await shows(/as of \d/i);
      await shows(/Cannot connect/);
      expect(panel.getServicePresenceStatusId()).to.equal(null);
      expect(text(panel)).not.to.contain('could not be read');
    });

    it('revalidates its cache by entity tag, and only then treats it as current', async () => {
      await signedIn();
      await removed();
      await signedIn();
      await until('it is asked for', () => backend.presenceConfiguration.asked.length > 1);
      expect(backend.presenceConfiguration.asked).to.deep.equal([null, '"v1"']);
      await panel.setServicePresenceStatus({ statusId: 'lunch' });
    });

    it('keeps nothing about a rep who signed out and asked to be forgotten', async () => {
      await signedIn();
      await panel.logout({ forget: true });
      expect(panel.getFlightRecord()).to.deep.equal([]);
      await removed();
      await signedIn();
      await until('it is asked for', () => backend.presenceConfiguration.asked.length > 1);
      expect(backend.presenceConfiguration.asked).to.deep.equal([null, null]);
    });

    it('says that the server set the rep Offline while there was no page, with a way back', async () => {
      await signedIn();
      await panel.login({ statusId: 'available' });
      await removed();
      const offline = statuses.find(({ kind }) => kind === 'offline')!;
      backend.connection.presence = { status: offline, since: Date.now(), cause: 'grace' };
      await signedIn();
      await shows(/You were set Offline/);
      part('back')?.click();
      await until('the status is back', () => panel.getServicePresenceStatusId() === 'available');
      await until('it is no update any more', () => part('back') === undefined);
    });

    it('remembers the volume on this device', async () => {
      await signedIn();
      panel.shadowRoot!.dispatchEvent(volume(40));
      await until('it is remembered', () => Object.values(localStorage).includes('40'));
      await removed();
      await signedIn();
      panel.shadowRoot!.dispatchEvent(volume(5));
      await until('it is remembered', () => Object.values(localStorage).includes('20'));
    });
  });

  it('sends an answer given while the server was gone once, even from the next page', async () => {
    await signedIn();
    await panel.login({ statusId: 'available' });
    const { id } = backend.connection.put(aRequest({}, { pushTimeoutSeconds: null }));
    await until('the request is here', () => panel.getAgentWorks().length === 1);
    gone();
    await until('the link is gone', () => panel.getServicePresenceStatusId() === null);
    const answer = panel.acceptAgentWork({ workId: id }).catch((error: unknown) => error);
    await removed();
    await answer;
    expect(backend.connection.receivedOf('accept')).to.deep.equal([]);
    back();
    await signedIn();
    await until('it is accepted', () => panel.getAgentWorks()[0]?.status === 'opened');
    await removed();
    await signedIn();
    expect(backend.connection.receivedOf('accept')).to.have.length(1);
  });

  it('ends the promises of its methods without a connection, and tells what is kept', async () => {
    await signedIn();
    await panel.login({ statusId: 'available' });
    const { id } = backend.connection.put(aRequest({}, { pushTimeoutSeconds: null }));
    await until('the request is here', () => panel.getAgentWorks().length === 1);
    gone();
    await shows(/Connection lost/);
    expect(await panel.acceptAgentWork({ workId: id })).to.equal('kept');
    expect(await panel.startOutboundConversation()).to.equal('kept');
    const why = async (promise: Promise<unknown>) =>
      promise.then(
        () => 'done',
        (error: unknown) => (error as { code: string }).code,
      );
    expect(await why(panel.acceptAgentWork({ workId: 'none' }))).to.equal('unknownWork');
    expect(await why(panel.setServicePresenceStatus({ statusId: 'lunch' }))).to.equal('notConnected');
    back();
    part('fix')?.click();
    await until('it is accepted', () => panel.getAgentWorks()[0]?.status === 'opened');
  });

  describe('lost', () => {
    async function lost(): Promise<void> {
      await signedIn();
      await panel.login({ statusId: 'available' });
      await until('sound runs', () => masterOutput().context.state === 'running');
      listening = await Listening.start();
      gone();
    }

    it('sounds the alarm without a network, until the rep silences it', async () => {
      await lost();
      await until('the alarm is heard', heard);
      part('silence')?.click();
      await until('silence', () => listening!.silentFor > 100);
      expect(panel.getFlightRecord().map(({ what }) => what)).to.include.members([
        'lost',
        'alarm sounding',
        'alarm heard',
        'alarm silenced',
      ]);
      await until('there is nothing to silence', () => part('silence') === undefined);
    });

    it('ends the alarm when the snapshot arrives, and says what happened', async () => {
      const missed = aRequest({}, { pushTimeoutSeconds: null });
      await lost();
      await until('the alarm is heard', heard);
      const { works } = backend.connection;
      works.set(missed.id, { ...missed, status: 'declinedOnPushTimeout', settledAt: Date.now() });
      backend.connection.presence = { status: statuses[3]!, since: Date.now(), cause: 'grace' };
      back();
      part('fix')?.click();
      await until('silence', () => listening!.silentFor > 100);
      await shows(/You were set Offline/);
      part('back')?.click();
      await until('the status is back', () => panel.getServicePresenceStatusId() === 'available');
      await until('it is read', () => part('back') === undefined);
    });

    it('does not restore the status by itself', async () => {
      await lost();
      const sent = backend.connection.receivedOf('set-status').length;
      await shows(/Connection lost/);
      await panel.setServicePresenceStatus({ statusId: 'lunch' }).catch(() => undefined);
      back();
      part('fix')?.click();
      await until('it is back', () => panel.getServicePresenceStatusId() === 'available');
      expect(backend.connection.receivedOf('set-status')).to.have.length(sent);
    });
  });

  it('works without a database', async () => {
    const open = indexedDB.open.bind(indexedDB);
    indexedDB.open = () => {
      throw new DOMException('No access.', 'SecurityError');
    };
    try {
      await signedIn();
      await panel.login({ statusId: 'available' });
      const work = backend.connection.put(aRequest({}, { configuration: aConfiguration() }));
      await until('the request is here', () => panel.getAgentWorks().length === 1);
      await panel.acceptAgentWork({ workId: work.id });
      expect(panel.getFlightRecord().some(({ what }) => what.startsWith('archive: SecurityError'))).to.equal(
        true,
      );
    } finally {
      indexedDB.open = open;
    }
  });
});

function volume(percent: number): Event {
  return Object.assign(new Event('omni-set-volume-request', { bubbles: true, composed: true }), {
    volumePercent: percent,
  });
}
