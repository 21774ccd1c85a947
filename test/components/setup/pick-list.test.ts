import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import type { OmniPickList } from '../../../components/setup/pick-list/pick-list.ts';
import '../../../components/setup/pick-list/pick-list.ts';
import '../../../components/setup/shared/story-contexts.ts';
import { one } from '../../helpers/mount.ts';
import { until } from '../../helpers/until.ts';

describe('a list of any length', () => {
  const page = document.documentElement;
  const rows = Array.from({ length: 2000 }, (_, index) => ({ id: `${index}`, name: `Rep ${index}` }));

  afterEach(() => (page.style.fontSize = ''));

  const open = async () => {
    const story = await fixture(
      html`<omni-setup-story><omni-pick-list .rows=${rows}></omni-pick-list></omni-setup-story>`,
    );
    const list = story.querySelector<OmniPickList>('omni-pick-list')!;
    return { list, scroller: one(list, '[part=list]') };
  };
  const heightOf = (list: OmniPickList) => one(list, '#row-0').getBoundingClientRect().height;

  for (const [host, fontSize, rem, height] of [
    ['a root of 62.5%', '62.5%', '16px', 36],
    ['larger elements', '', '20px', 45],
  ] as const)
    it(`is as long as its rows on a host with ${host}, and ends with the last one`, async () => {
      page.style.fontSize = fontSize;
      const { list, scroller } = await open();
      list.style.setProperty('--omni-rem', rem);
      list.requestUpdate();
      await until('the length is right', () => scroller.scrollHeight === rows.length * height);
      expect(heightOf(list)).to.equal(height);
      scroller.scrollTop = scroller.scrollHeight;
      await until('the last row is there', () => list.shadowRoot!.querySelector('#row-1999') !== null);
      const end = one(list, '#row-1999').getBoundingClientRect().bottom;
      expect(end).to.be.closeTo(scroller.getBoundingClientRect().bottom, 2);
    });
});
