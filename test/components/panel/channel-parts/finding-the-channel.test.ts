import { expect } from '@open-wc/testing';
import type { OmniChannel, OmniPresence } from '../../../../src/index.ts';
import { SetStatusRequestEvent } from '../../../../src/index.ts';
import type { FakeBackend } from '../../../fake-backend/fake-backend.ts';
import { panelPage, untilSignedIn } from '../../../helpers/panel-under-test.ts';
import { until } from '../../../helpers/until.ts';
import { text } from '../../../helpers/mount.ts';
import { ApartPage } from './apart.ts';

describe('a part finds its channel', () => {
  const page = panelPage();
  let apart: ApartPage;
  let backend: FakeBackend;
  let part: OmniPresence;
  let warnings: string[];
  const { warn } = console;

  beforeEach(() => {
    ({ backend } = page);
    apart = new ApartPage(page);
    part = document.createElement('omni-presence');
    warnings = [];
    console.warn = (...all: unknown[]) => void warnings.push(all.map(String).join(' '));
  });
  afterEach(() => {
    apart.home.remove();
    console.warn = warn;
  });

  const isConnected = () => text(part).includes('Offline');
  const connects = (how: string) => until(`it shows its channel ${how}`, isConnected);
  const empties = (how: string) => until(`it is empty ${how}`, () => text(part) === '');
  const channel = (properties?: Partial<OmniChannel>) => apart.channel(properties);
  /** A channel that is not connected. */
  const another = () => {
    const other = page.channel({ apiAddress: '', rep: '' });
    apart.home.append(other);
    return other;
  };

  it('around it, across shadow trees and slots', async () => {
    const around = await channel();
    const host = document.createElement('div');
    host.attachShadow({ mode: 'open' }).append(part);
    around.append(host);
    await connects('from a shadow tree');
    const frame = document.createElement('div');
    const shadow = frame.attachShadow({ mode: 'open' });
    shadow.append(around);
    around.append(document.createElement('slot'));
    apart.home.append(frame);
    frame.append(part);
    await untilSignedIn(around);
    await connects('through a slot');
  });

  it('by its id, in whatever order they come', async () => {
    part.for = 'mine';
    apart.home.append(part);
    await channel({ id: 'mine' });
    await connects('that came later');
    expect(warnings).to.deep.equal([]);
  });

  it('by its id in an outer tree', async () => {
    await channel({ id: 'mine' });
    const host = document.createElement('div');
    part.setAttribute('for', 'mine');
    host.attachShadow({ mode: 'open' }).append(part);
    apart.home.append(host);
    await connects('from a shadow tree');
  });

  it('by an id that the channel gets later, and loses', async () => {
    const late = await channel();
    part.for = 'mine';
    apart.home.append(part);
    late.id = 'mine';
    await connects('with its id');
    late.id = 'other';
    await empties('without it');
  });

  it('that the host names by a property', async () => {
    const named = await channel();
    part.channel = named;
    apart.home.append(part);
    await connects('by property');
    part.channel = another();
    await until('it shows the other', () => text(part).includes('unknown'));
    expect(isConnected()).to.equal(false);
    part.channel = null;
    await empties('without it');
  });

  it('again where it is moved to, and shows nothing of the one before', async () => {
    const first = await channel();
    first.append(part);
    await connects('at first');
    const second = another();
    second.append(part);
    await until('it shows the other', () => text(part).includes('unknown'));
    expect(isConnected()).to.equal(false);
    first.append(part);
    await connects('again');
    expect(part.shadowRoot!.querySelectorAll('omni-presence-menu')).to.have.length(1);
  });

  it('again after the part was removed', async () => {
    const around = await channel();
    around.append(part);
    await connects('at first');
    part.remove();
    await around.login({ statusId: 'lunch' });
    around.append(part);
    await until('it is up to date', () => text(part).includes('Lunch'));
  });

  it('and loses it, and gets the next one of its id', async () => {
    const first = await channel({ id: 'mine' });
    part.for = 'mine';
    apart.home.append(part);
    await connects('at first');
    first.remove();
    await empties('without');
    await until('the server has no panel', () => backend.connection.panels === 0);
    await channel({ id: 'mine' });
    await connects('of the next');
  });

  it('that only moves, without starting anew', async () => {
    const around = await channel();
    around.append(part);
    await connects('at first');
    const menu = part.shadowRoot!.querySelector('omni-presence-menu');
    const elsewhere = document.createElement('div');
    apart.home.append(elsewhere);
    elsewhere.append(around);
    await part.updateComplete;
    expect(part.shadowRoot!.querySelector('omni-presence-menu') === menu).to.equal(true);
    expect(backend.connection.panels).to.equal(1);
  });

  it('and asks that one, also from within another', async () => {
    const mine = await channel({ id: 'mine' });
    const around = another();
    part.for = 'mine';
    around.append(part);
    await connects('by its id');
    const heard: string[] = [];
    around.addEventListener('omni-set-status-request', () => heard.push('around'));
    mine.addEventListener('omni-set-status-request', (event) => {
      heard.push('mine');
      event.preventDefault();
    });
    part.shadowRoot!.querySelector('omni-presence-menu')!.dispatchEvent(new SetStatusRequestEvent('lunch'));
    await until('it is heard', () => heard.length > 0);
    expect(heard).to.deep.equal(['mine']);
  });

  it('although a framework sets nothing at first', async () => {
    Object.assign(part, { for: undefined, channel: undefined });
    const around = await channel();
    around.append(part);
    await connects('around it');
  });
});

describe('a part without a channel', () => {
  it('is empty, and says so once on the console, with the page that explains it', async () => {
    const { warn } = console;
    const warnings: string[] = [];
    console.warn = (...all: unknown[]) => void warnings.push(all.map(String).join(' '));
    const home = document.createElement('div');
    document.body.append(home);
    home.innerHTML = '<omni-log></omni-log><omni-log></omni-log><omni-work for="nobody"></omni-work>';
    for (const part of home.querySelectorAll<OmniPresence>('*')) {
      await part.updateComplete;
      expect(part.shadowRoot!.childElementCount).to.equal(0);
      expect(part.getBoundingClientRect().height).to.equal(0);
    }
    console.warn = warn;
    home.remove();
    expect(warnings).to.have.length(2);
    expect(warnings[0]).to.match(
      /^<omni-log> is not within an <omni-channel> .*embedding\.md#separate-elements$/,
    );
    expect(warnings[1]).to.contain('<omni-work> has no <omni-channel id="nobody">');
  });
});
