import { expect } from '@open-wc/testing';
import { html, type TemplateResult } from 'lit';
import { ar } from '../../../../assets/locales/ar.ts';
import { en } from '../../../../assets/locales/en.ts';
import {
  accepted,
  ago,
  request,
  statuses,
  storyConfiguration,
  works,
  wrapUp,
} from '../../../../components/shared/stories/story-fixtures.ts';
import '../../../../components/panel/acw-timer/acw-timer.ts';
import '../../../../components/panel/decline-dialog/decline-dialog.ts';
import '../../../../components/panel/missed-notice/missed-notice.ts';
import '../../../../components/panel/presence-menu/presence-menu.ts';
import '../../../../components/panel/request-log/request-log.ts';
import '../../../../components/panel/transfer-dialog/transfer-dialog.ts';
import '../../../../components/panel/work-list/work-list.ts';
import '../../../../components/panel/work-request/work-request.ts';
import { everything, mount, one } from '../../../helpers/mount.ts';

/** What cuts a text where it does not fit; `null`: nothing does. */
function cutterOf(text: Text): Element | null {
  for (let at = text.parentElement; at; at = at.parentElement)
    if (getComputedStyle(at).overflowX === 'hidden' && getComputedStyle(at).display !== 'inline') return at;
  return null;
}

/** The texts in Latin letters whose first letter is cut off. */
function cutAtTheStart(root: Element): string[] {
  return everything(root)
    .filter((element) => element.localName !== 'style' && !element.matches('.spoken'))
    .flatMap((element) => [...element.childNodes].filter((node): node is Text => node instanceof Text))
    .filter((text) => {
      const at = text.data.search(/[a-z]/i);
      const cutter = cutterOf(text);
      if (at < 0 || cutter === null) return false;
      const range = document.createRange();
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      const [first, box] = [range.getBoundingClientRect(), cutter.getBoundingClientRect()];
      return first.width > 0 && (first.left < box.left - 1 || first.right > box.right + 1);
    })
    .map(({ data }) => data.trim());
}

const subject = 'Refund for order 48213 has not arrived at the bank account in Lisbon';
const customerName = 'Maria Henriqueta da Silva Carvalho de Albuquerque e Castro';
const long = { subject, customerName };
const missed = request('missed', { ...long, status: 'declinedOnPushTimeout', settledAt: ago(1) });
const talk = { ...accepted[1]!, ...long };

describe('a text in another direction than the panel, where it does not fit,', () => {
  const views: readonly (readonly [string, TemplateResult])[] = [
    ['status', html`<omni-presence-menu></omni-presence-menu>`],
    ['list of work', html`<omni-work-list></omni-work-list>`],
    ['missed notice', html`<omni-missed-notice></omni-missed-notice>`],
    ['log', html`<omni-request-log></omni-request-log>`],
    ['row toast', html`<omni-work-request compact .work=${request('a', long)}></omni-work-request>`],
    ['transfer form', html`<omni-transfer-dialog .work=${talk}></omni-transfer-dialog>`],
    ['reasons', html`<omni-decline-dialog .work=${request('a', long)}></omni-decline-dialog>`],
    ['wrap-up', html`<omni-acw-timer></omni-acw-timer>`],
  ];
  for (const words of [ar, en])
    for (const [name, view] of views)
      it(`is cut at its end: ${name}, ${words.locale}`, async () => {
        const effective = storyConfiguration.effective!;
        const channels = effective.channels.map((channel) => ({
          ...channel,
          name: `${channel.name} of the north`,
        }));
        const available = { ...statuses.available, name: 'Available for all who call' };
        const { contexts } = await mount(
          html`<div style="inline-size: 22rem" dir=${words.direction}>${view}</div>`,
          {
            strings: words,
            configuration: { ...storyConfiguration, effective: { ...effective, channels } },
            presence: { confirmed: { status: available, since: ago(60), cause: 'rep' } },
            work: works([talk, { ...wrapUp('acw', 90), ...long }, request('r', long), missed], {
              outcomes: ['missed'],
            }),
          },
        );
        expect(cutAtTheStart(contexts)).to.deep.equal([]);
      });

  it('says which names there is room for, each whole', async () => {
    const { get } = await mount(
      html`<div style="inline-size: 22rem" dir="rtl"><omni-presence-menu></omni-presence-menu></div>`,
      { strings: ar },
    );
    const line = one(get('omni-presence-menu'), '[part=button] > .pieces');
    expect(line.textContent.replace(/\s+/g, ' ').trim()).to.contain('Voice، Messaging، Case');
  });
});
