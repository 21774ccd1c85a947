import { expect } from '@open-wc/testing';
import { html } from 'lit';
import '../../../components/panel/connection-indicator/connection-indicator.ts';
import {
  accepted,
  NOW,
  request,
  storyConfiguration,
  works,
} from '../../../components/shared/stories/story-fixtures.ts';
import type { StoryContext } from '../../../components/shared/stories/story-contexts.ts';
import { mount, text, within } from '../../helpers/mount.ts';

describe('connection indicator', () => {
  async function indicator(connection: StoryContext['connection'], work = works([])) {
    const mounted = await mount(html`<omni-connection-indicator></omni-connection-indicator>`, {
      connection: { ...connection },
      work,
    });
    return { ...mounted, element: mounted.get('omni-connection-indicator') };
  }

  it('is one quiet line while connected, with the outcomes of recent requests', async () => {
    const missed = request('missed', { status: 'declinedOnPushTimeout', settledAt: NOW });
    const { element } = await indicator({}, works([...accepted, missed, request('waits')]));
    expect(text(element)).to.equal('Connected Recently 3 accepted, 1 missed');
    expect(element.getAttribute('status')).to.equal('connected');
  });

  it('says that the page has not named the rep yet, instead of that it connects', async () => {
    const { element, change } = await indicator({ status: 'connecting', obstacle: 'rep' });
    expect(text(element)).to.equal('Waiting for this page to sign you in');
    await change({ connection: { status: 'connecting' } });
    expect(text(element)).to.equal('Connecting…');
  });

  it('counts the seconds of an interruption', async () => {
    const { element, clock } = await indicator({ status: 'interrupted', since: NOW - 4_000 });
    expect(text(element)).to.equal('Reconnecting… 4 s');
    await clock.advance(1000);
    expect(text(element)).to.equal('Reconnecting… 5 s');
  });

  for (const status of ['lost', 'replaced', 'refused'] as const)
    it(`leaves it to the banner when ${status}`, async () => {
      const { element } = await indicator({ status });
      expect(element.offsetHeight).to.equal(0);
    });

  it('shows how old the settings are until they are revalidated', async () => {
    const cached = { ...storyConfiguration, cached: true, asOf: new Date(2026, 10, 20, 10, 32).getTime() };
    const { element, change } = await indicator({ status: 'lost' });
    await change({ configuration: cached });
    expect(text(element)).to.equal('Started offline: settings as of 10:32');
    await change({ connection: { status: 'connecting' } });
    expect(text(element)).to.equal('Connecting… Settings as of 10:32');
    await change({ connection: {} });
    expect(text(element)).to.equal('Connected Settings as of 10:32');
    await change({ configuration: { ...cached, asOf: cached.asOf - 86_400_000 } });
    expect(text(element), 'of another day').to.equal('Connected Settings as of 19 Nov, 10:32');
    await change({ configuration: { ...cached, cached: false } });
    expect(text(element)).to.equal('Connected');
  });

  it('has nothing to click and no timer while it is quiet', async () => {
    for (const status of ['connecting', 'connected', 'signedOut'] as const) {
      const { element, clock } = await indicator({ status });
      expect(within(element, 'button')).to.have.length(0);
      expect(clock.waiting).to.equal(0);
    }
  });
});
