import { expect } from '@open-wc/testing';
import { html } from 'lit';
import {
  accepted,
  NOW,
  request,
  statuses,
  works,
} from '../../../../components/shared/stories/story-fixtures.ts';
import '../../../../components/panel/capacity-meters/capacity-meters.ts';
import '../../../../components/panel/connection-indicator/connection-indicator.ts';
import '../../../../components/panel/presence-menu/presence-menu.ts';
import '../../../../components/panel/readiness-line/readiness-line.ts';
import '../../../../components/panel/work-list/work-list.ts';
import '../../../../components/panel/work-requests/work-requests.ts';
import '../../../../src/index.ts';
import '../../../../src/setup/index.ts';
import { rendered } from '../../../helpers/fake-clock.ts';
import { everything, mount, one, text, within } from '../../../helpers/mount.ts';
import { until } from '../../../helpers/until.ts';

/**
 * Replaces each text below a node by elements around a translation, as Chrome's translator does; what is marked is left
 * alone by one that `obeys`.
 */
function translate(node: Node, obeys: boolean): void {
  if (node instanceof Text) {
    if (node.data.trim() === '') return;
    const [outer, inner] = [document.createElement('FONT'), document.createElement('FONT')];
    outer.append(inner);
    inner.append(`[${node.data}]`);
    node.replaceWith(outer);
    return;
  }
  if (node instanceof Element && (node.matches('style, svg') || (obeys && node.matches('[translate=no]'))))
    return;
  for (const child of [...((node as Partial<Element>).shadowRoot?.childNodes ?? []), ...node.childNodes])
    translate(child, obeys);
}

describe('on a page that the browser translates', () => {
  const before = { presence: {}, work: works([...accepted, request('a')]) };
  const after = {
    presence: { confirmed: { status: statuses.lunch, since: NOW, cause: 'rep' } },
    connection: { status: 'interrupted', since: NOW },
    sound: { fallback: 'The default sound rings.' },
    work: works(
      [request('b', { subject: 'Another subject', customerName: 'Jo', stamp: { deadline: NOW + 9000 } })],
      {
        capacity: { primary: { used: 7, total: 9 }, interruptible: { used: 1, total: 3 } },
      },
    ),
  } as const;
  const panel = () =>
    mount(
      html`<p>The host's text</p>
        <omni-presence-menu></omni-presence-menu><omni-readiness-line></omni-readiness-line
        ><omni-capacity-meters></omni-capacity-meters><omni-work-list></omni-work-list
        ><omni-connection-indicator></omni-connection-indicator><omni-work-requests></omni-work-requests>`,
      before,
    );
  const translated = (root: Element) =>
    everything(root).filter(({ localName }) => localName === 'font').length;

  it('asks to be left alone', async () => {
    const { contexts } = await panel();
    translate(contexts, true);
    expect(text(contexts.querySelector('p')!)).to.equal("[The host's text]");
    expect(translated(contexts)).to.equal(2);
  });

  for (const tag of ['omni-channel-panel', 'omni-presence-setup'])
    it(`<${tag}> asks so too`, async () => {
      const element = document.createElement(tag);
      document.body.append(element);
      try {
        await rendered();
        expect(element.getAttribute('translate')).to.equal('no');
      } finally {
        element.remove();
      }
    });

  it('shows what is true all the same where it is not left alone', async () => {
    const untouched = await panel();
    await untouched.change(after);
    const { contexts, change, get } = await panel();
    translate(contexts, false);
    expect(translated(contexts)).to.be.greaterThan(10);
    await change(after);
    for (const tag of [
      'omni-presence-menu',
      'omni-readiness-line',
      'omni-capacity-meters',
      'omni-work-list',
      'omni-connection-indicator',
      'omni-work-requests',
    ] as const)
      expect(text(get(tag)), tag).to.equal(text(untouched.get(tag)));
    const [toast] = within(get('omni-work-requests'), 'omni-work-request');
    expect(text(toast!)).to.contain('Another subject');
  });

  it('opens its menu although that is the first to be rendered anew', async () => {
    const { contexts, get } = await panel();
    translate(contexts, false);
    const menu = get('omni-presence-menu');
    one(menu, '[part=button]').click();
    await until('it is rendered anew', () => within(menu, 'font').length === 0);
    await until('the focus is in the menu', () => menu.shadowRoot!.activeElement?.role === 'menuitemradio');
    expect(one(menu, '[part=menu]').matches(':popover-open')).to.equal(true);
  });
});
