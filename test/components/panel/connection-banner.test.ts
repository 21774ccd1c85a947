import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { ar } from '../../../assets/locales/ar.ts';
import '../../../components/panel/connection-banner/connection-banner.ts';
import { NOW, statuses } from '../../../components/shared/stories/story-fixtures.ts';
import type { StoryContext } from '../../../components/shared/stories/story-contexts.ts';
import { focused, mount, one, press, text, within } from '../../helpers/mount.ts';

type Connection = NonNullable<StoryContext['connection']>;
type Returned = NonNullable<Connection['returned']>;

const lost = { status: 'lost', since: NOW - 19_000, nextAttemptAt: NOW + 6_000 } as const;
const offline = { confirmed: { status: statuses.offline, since: NOW, cause: 'grace' } } as const;
const statusBefore = { id: 'available', name: 'Available' };
const returned = (change: Partial<Returned> = {}): Connection => ({
  returned: {
    at: NOW,
    awayFor: 48_000,
    missed: 0,
    setOfflineByServer: false,
    statusBefore: null,
    slept: false,
    ...change,
  },
});

describe('connection banner', () => {
  async function banner(connection: Connection, more: StoryContext = {}) {
    const mounted = await mount(html`<omni-connection-banner></omni-connection-banner>`, {
      connection,
      ...more,
    });
    const element = mounted.get('omni-connection-banner');
    return { ...mounted, element, alert: () => text(one(element, '[role=alert]')) };
  }

  for (const status of ['connecting', 'connected', 'interrupted', 'signedOut'] as const)
    it(`is empty and uses no timer while ${status}`, async () => {
      const { element, clock } = await banner({ status });
      expect(element.offsetHeight).to.equal(0);
      expect(clock.waiting).to.equal(0);
    });

  it('shows since when the connection is lost, what the server will do, and when the next attempt starts', async () => {
    const { element, clock, alert } = await banner(lost);
    expect(alert()).to.equal('Connection lost New requests cannot reach you. Accepted work stays yours.');
    expect(text(one(element, 'dl'))).to.equal(
      'Since 14:02:11 Offline at about 14:02:41, unless you are back Next try in 6 s',
    );
    await clock.advance(12_000);
    expect(text(one(element, 'dl'))).to.equal('Since 14:02:11 Offline at about 14:02:41 Next try now');
    expect(text(one(element, '.aside'))).to.equal('0:31');
  });

  it('does not call it lost if it never came about, and says what was found', async () => {
    const { element, alert, change } = await banner({ ...lost, grace: null });
    expect(alert()).to.equal('Cannot connect The server does not answer. The panel keeps trying.');
    expect(text(one(element, '[part=fix]'))).to.equal('Try again');
    await change({ connection: { ...lost, grace: null, obstacle: 'socket' } });
    expect(alert()).to.contain('something in between blocks the connection');
    await change({ connection: { ...lost, grace: null, obstacle: 'policy' } });
    expect(alert()).to.contain('This page does not allow the connection.');
    await change({ connection: { ...lost, grace: null, detail: 'The server is restarting.' } });
    expect(alert()).to.equal('Cannot connect The server is restarting.');
  });

  it('is no success when the server has set Offline, although the connection is back', async () => {
    const { element, change } = await banner(returned());
    expect(one(element, '[part=banner]').className).to.equal('positive');
    await change({ connection: returned({ setOfflineByServer: true, statusBefore }) });
    expect(one(element, '[part=banner]').className).to.equal('caution');
  });

  it('updates both of its times every second', async () => {
    const { element, clock } = await banner({ ...lost, since: NOW - 300, nextAttemptAt: NOW + 1600 });
    const times = () => [text(one(element, '.aside')), text(within(element, 'dd').at(-1)!)];
    expect(times()).to.deep.equal(['0:00', 'in 2 s']);
    await clock.advance(600);
    expect(times()).to.deep.equal(['0:00', 'in 1 s']);
    await clock.advance(100);
    expect(times()).to.deep.equal(['0:01', 'in 1 s']);
    await clock.advance(900);
    expect(times()).to.deep.equal(['0:01', 'now']);
  });

  it('announces a loss once: the ticking times are outside the alert', async () => {
    const { element, clock } = await banner(lost);
    const changes: MutationRecord[] = [];
    const observer = new MutationObserver((records) => changes.push(...records));
    observer.observe(one(element, '[role=alert]'), { childList: true, characterData: true, subtree: true });
    for (let second = 0; second < 8; second++) await clock.advance(1000);
    expect(changes).to.have.length(0);
    observer.disconnect();
  });

  it('does not announce Offline to a rep who is Offline already', async () => {
    const { element } = await banner(lost, { presence: offline });
    expect(text(one(element, 'dl'))).to.equal('Since 14:02:11 Next try in 6 s');
  });

  for (const [status, sentence, fix] of [
    ['lost', 'Connection lost', 'Reconnect now'],
    ['replaced', 'Signed in elsewhere', 'Use here'],
    ['refused', 'The server refused the sign-in', 'Try again'],
  ] as const)
    it(`offers "${fix}" when ${status}`, async () => {
      const { element, heard, alert } = await banner({ status });
      expect(alert()).to.contain(sentence);
      expect(text(one(element, 'button'))).to.equal(fix);
      one(element, 'button').click();
      expect(heard('omni-fix-problem-request').map(({ problem }) => problem)).to.deep.equal(['notConnected']);
    });

  it('shows the reason if the connection has one', async () => {
    const { alert } = await banner({ status: 'refused', detail: 'Your sign-in has expired.' });
    expect(alert()).to.equal('The server refused the sign-in Your sign-in has expired.');
  });

  it('says what to do if the sign-in is refused from the start', async () => {
    const { alert } = await banner({ status: 'refused', detail: null, grace: null });
    expect(alert()).to.equal(
      'The server refused the sign-in Sign in again. If that does not help, tell your administrator.',
    );
  });

  it('offers to silence the alarm only while it sounds; Reconnect stays in place', async () => {
    const { element, heard, change } = await banner({ ...lost, alarm: 'sounding' });
    const place = () => JSON.stringify(one(element, '[part=fix]').getBoundingClientRect());
    const before = place();
    one(element, '[part=silence]').click();
    expect(heard('omni-silence-alarm-request')).to.have.length(1);
    for (const alarm of ['silenced', null] as const) {
      await change({ connection: { ...lost, alarm } });
      expect(within(element, '[part=silence]')).to.have.length(0);
      expect(place()).to.equal(before);
    }
    await change({ connection: { ...lost, status: 'refused', alarm: 'sounding' } });
    expect(within(element, '[part=silence]')).to.have.length(1);
  });

  for (const [awayFor, said] of [
    [48_000, '48 s'],
    [14 * 60_000, '14 min'],
    [125 * 60_000, '2 h 5 min'],
  ] as const)
    it(`shows after ${said} for how long the rep was away`, async () => {
      const { alert, clock } = await banner(returned({ awayFor }));
      expect(alert()).to.equal(`Connected again You were away for ${said}. Nothing was missed.`);
      expect(clock.waiting).to.equal(0);
    });

  it('says what was missed, and leads to the log', async () => {
    const { element, alert, heard, change } = await banner(returned({ missed: 2 }));
    expect(alert()).to.equal('Connected again You were away for 48 s. 2 requests missed.');
    one(element, '[part=log]').click();
    expect(heard('omni-show-log-request')).to.have.length(1);
    await change({ connection: returned({ missed: 1 }) });
    expect(alert()).to.contain('1 request missed.');
  });

  it('offers the previous status while the rep is still Offline', async () => {
    const connection = returned({ setOfflineByServer: true, statusBefore });
    const { element, alert, heard, change } = await banner(connection, { presence: offline });
    expect(alert()).to.contain('You were set Offline.');
    expect(text(one(element, '[part=back]'))).to.equal('Go Available');
    one(element, '[part=back]').click();
    expect(heard('omni-set-status-request').map(({ statusId, endAcw }) => [statusId, endAcw])).to.deep.equal([
      ['available', false],
    ]);
    await change({ presence: { ...offline, pendingStatusId: 'available' } });
    one(element, '[part=back]').click();
    expect(text(one(element, '[part=back]'))).to.equal('Checking');
    expect(heard('omni-set-status-request'), 'one at a time').to.have.length(1);
    await change({ presence: {} });
    expect(within(element, '[part=back]')).to.have.length(0);
  });

  it('shows from when to when the machine slept, and what was missed', async () => {
    const { element, alert } = await banner(returned({ slept: true, awayFor: 14 * 60_000, missed: 2 }));
    expect(alert()).to.equal('Away 14 min; 2 requests missed This computer slept from 13:48 to 14:02.');
    expect(one(element, '[part=banner]').className).to.equal('caution');
  });

  it('can be dismissed, and does not announce a return too early', async () => {
    const { element, heard, change } = await banner({ ...returned(), status: 'interrupted' });
    expect(element.offsetHeight).to.equal(0);
    await change({ connection: returned() });
    expect(one(element, '[part=dismiss]').ariaLabel).to.equal('Dismiss');
    one(element, '[part=dismiss]').click();
    expect(heard('omni-dismiss-return-request')).to.have.length(1);
  });

  it('never takes the focus, and can be used with the keyboard alone', async () => {
    const { element, heard } = await banner({ ...lost, alarm: 'sounding' });
    expect(document.activeElement === document.body).to.equal(true);
    await press('Tab');
    expect((focused() as HTMLElement).part.value).to.equal('fix');
    await press('Enter', 'Tab', 'Space');
    expect((focused() as HTMLElement).part.value).to.equal('silence');
    expect(heard('omni-fix-problem-request')).to.have.length(1);
    expect(heard('omni-silence-alarm-request')).to.have.length(1);
    expect(within(element, 'button')).to.have.length(2);
  });

  it('is laid out right-to-left in Arabic, and fits a narrow panel', async () => {
    const { element, contexts } = await banner({ ...lost, alarm: 'sounding' }, { strings: ar });
    const [fix, silence] = ['fix', 'silence'].map((part) =>
      one(element, `[part=${part}]`).getBoundingClientRect(),
    );
    expect(fix!.right).to.be.greaterThan(silence!.right);
    contexts.style.inlineSize = '320px';
    expect(element.scrollWidth).to.be.at.most(320);
  });
});
