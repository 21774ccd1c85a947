import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import type { OmniSetupPreview } from '../../../components/setup/setup-preview/setup-preview.ts';
import '../../../components/setup/setup-preview/setup-preview.ts';
import { ARCHIVE_NAME } from '../../../src/platform/archive.ts';
import { draft, lists, SOUND } from '../../fake-backend/setup/preview-lists.ts';
import { everything, text } from '../../helpers/mount.ts';
import { emptiedBrowser } from '../../helpers/emptied-browser.ts';
import { until } from '../../helpers/until.ts';

describe('<omni-setup-preview>', () => {
  let preview: OmniSetupPreview;
  let escaped: string[];

  beforeEach(async () => {
    escaped = [];
    preview = await fixture<OmniSetupPreview>(
      html`<omni-setup-preview .references=${lists} .configuration=${draft}></omni-setup-preview>`,
    );
    await until('the panel is connected', () => panel().getServicePresenceStatusId() === 'available');
  });
  afterEach(() => fixtureCleanup());

  const panel = () => preview.shadowRoot!.querySelector('omni-preview-panel')!;
  const works = () => panel().getAgentWorks();
  const found = (tag: string) => everything(preview.shadowRoot!).filter(({ localName }) => localName === tag);
  const button = (label: string) => {
    const all = [...preview.shadowRoot!.querySelectorAll('button')];
    const one = all.find(({ textContent }) => textContent.trim() === label);
    if (!one) throw new Error(`There is no button “${label}”.`);
    return one;
  };
  const press = async (label: string) => {
    await until(`“${label}” can be pressed`, () => !button(label).disabled);
    button(label).click();
  };
  const change = async (settings: Record<string, unknown>) => {
    preview.configuration = { ...draft, ...settings };
    await preview.updateComplete;
  };
  const raised = async (label: string) => {
    const before = works().length;
    await press(label);
    await until('the request came', () => works().length === before + 1);
    return works().at(-1)!;
  };

  it('shows the real panel, with a request inside it instead of above the page', async () => {
    await raised('Voice');
    await until('there is a toast', () => found('omni-work-request').length === 1);
    const [toast] = found('omni-work-request');
    expect(toast?.closest('[popover]')).to.equal(null);
    expect(text(toast!)).to.contain('Refund for order 48213');
    const within = (inner: DOMRect, outer: DOMRect) =>
      inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top;
    expect(within(toast!.getBoundingClientRect(), panel().getBoundingClientRect())).to.equal(true);
  });

  it('routes each channel by its own queue, which has a visible label and can be changed', async () => {
    const voice = await raised('Voice');
    expect(voice.queue.name).to.equal('Billing voice');
    expect(voice.stamp.deadline).to.not.equal(null);
    const messaging = await raised('Messaging');
    expect(messaging.queue.name).to.equal('Messages');
    expect(messaging.stamp.deadline).to.equal(null);
    const row = [...preview.shadowRoot!.querySelectorAll('.channel')].find((one) =>
      text(one).includes('Voice'),
    )!;
    expect(text(row.querySelector('label > span')!)).to.equal('from queue');
    const select = row.querySelector('select')!;
    expect(select.ariaLabel).to.match(/^from queue/);
    select.value = 'letters';
    select.dispatchEvent(new Event('change'));
    await preview.updateComplete;
    expect((await raised('Voice')).stamp.deadline).to.equal(null);
    const other = [...preview.shadowRoot!.querySelectorAll('.channel')].find((one) =>
      text(one).includes('Chat'),
    )!;
    expect(other.querySelector('select')!.value).to.equal('quick');
  });

  it('declines as the rep would: with a reason if there are any', async () => {
    await raised('Voice');
    await until('the toast may be answered', () => {
      button('Decline').click();
      return found('omni-decline-dialog').length === 1;
    });
    expect(text(found('omni-decline-dialog')[0]!)).to.contain('Busy with another');
    expect(text(found('omni-decline-dialog')[0]!)).to.not.contain('An old one');
  });

  it('offers Decline only if the request’s terms allow it', async () => {
    await raised('Voice');
    await until('it can be declined', () => !button('Decline').disabled);
    await change({ allowDecline: false });
    await until('the panel has no Decline', () => panel().getAgentWorks().length === 1);
    expect(button('Decline').disabled).to.equal(false);
    await raised('Messaging');
    await until('it cannot be declined', () => button('Decline').disabled);
  });

  it('lets the push time-out pass, and the panel reports it', async () => {
    await raised('Voice');
    await press('Let the time-out pass');
    await until('the log has it', () => works().length === 0);
    await until(
      'it says Missed',
      () => text(found('omni-request-log')[0]!).includes('Missed') || text(panel()).includes('Missed'),
    );
  });

  it('lets the customer leave', async () => {
    await raised('Voice');
    await press('Customer leaves');
    await until('the toast says so', () =>
      found('omni-work-request').some((toast) => text(toast).includes('Customer left')),
    );
  });

  it('ends a conversation, wraps up and extends', async () => {
    const { id } = await raised('Voice');
    await panel().acceptAgentWork({ workId: id });
    await press('End conversation');
    await until('it wraps up', () => works()[0]?.status === 'afterConversationWork');
    await press('Extend wrap-up');
    await until('it is extended', () => works()[0]?.acw?.extensionsUsed === 1);
    await until('there is none left', () => button('Extend wrap-up').disabled);
  });

  it('loses the connection and restores it', async () => {
    await press('Lose it');
    await until('it reads unknown', () => panel().getServicePresenceStatusId() === null);
    await press('Restore it');
    await until('it is back', () => panel().getServicePresenceStatusId() === 'available');
  });

  it('follows the form as the user types: the capacity, and what rings', async () => {
    await change({ capacity: 42, notificationSound: SOUND });
    await until('the panel shows it', () => panel().getAgentWorkload()?.configuredCapacity === 42);
    const { stamp } = await raised('Voice');
    expect(stamp.ring?.sound).to.equal(SOUND);
  });

  it('keeps the last valid settings, and says so', async () => {
    await change({ capacity: 0 });
    await until('it says so', () => text(preview).includes('Some settings are not valid.'));
    expect(panel().getAgentWorkload()?.configuredCapacity).to.equal(5);
    await change({ capacity: 7 });
    await until('it follows again', () => panel().getAgentWorkload()?.configuredCapacity === 7);
    expect(text(preview)).to.not.contain('Some settings are not valid.');
  });

  it('says why no request can be created', async () => {
    await panel().setServicePresenceStatus({ statusId: 'offline' });
    await press('Voice');
    await until('it says so', () => text(preview).includes('not online for it'));
  });

  it('has no sound to play if there is none', async () => {
    await change({ playRequestSound: false, playConnectionLossSound: false });
    await until(
      'there is none',
      () => button('Hear a request').disabled && button('Hear the alarm').disabled,
    );
  });

  it('leaks nothing: no events, no storage, no requests', async () => {
    // Clears what other panels of this origin stored.
    await emptiedBrowser();
    const listening = new AbortController();
    const types = [
      'omni-work-assigned',
      'omni-attention-changed',
      'omni-status-changed',
      'omni-accept-request',
      'omni-open-work-request',
    ];
    for (const type of types)
      document.addEventListener(type, () => escaped.push(type), { signal: listening.signal });
    const { id } = await raised('Voice');
    await panel().acceptAgentWork({ workId: id });
    await panel().setServicePresenceStatus({ statusId: 'lunch' });
    listening.abort();
    expect(escaped).to.deep.equal([]);
    expect(Object.keys(localStorage).filter((name) => name.includes('preview'))).to.deep.equal([]);
    expect(Object.keys(sessionStorage).filter((name) => name.includes('preview'))).to.deep.equal([]);
    const databases = await indexedDB.databases();
    expect(databases.map(({ name }) => name)).to.not.include(ARCHIVE_NAME);
  });

  it('shows only a sentence until the settings are valid', async () => {
    const other = await fixture<OmniSetupPreview>(
      html`<omni-setup-preview
        .references=${lists}
        .configuration=${{ ...draft, name: '' }}
      ></omni-setup-preview>`,
    );
    expect(text(other)).to.contain('as soon as all settings are valid');
    expect(other.shadowRoot!.querySelectorAll('button').length).to.equal(0);
  });

  it('can be restarted', async () => {
    await raised('Voice');
    await press('Start again');
    await until('there is nothing to do', () => works().length === 0);
  });
});
