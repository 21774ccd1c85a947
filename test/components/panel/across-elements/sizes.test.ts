import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { accepted, request, works, wrapUp } from '../../../../components/shared/stories/story-fixtures.ts';
import '../../../../components/panel/acw-timer/acw-timer.ts';
import '../../../../components/panel/capacity-meters/capacity-meters.ts';
import '../../../../components/panel/connection-banner/connection-banner.ts';
import '../../../../components/panel/connection-indicator/connection-indicator.ts';
import '../../../../components/panel/presence-menu/presence-menu.ts';
import '../../../../components/panel/readiness-line/readiness-line.ts';
import '../../../../components/panel/request-log/request-log.ts';
import '../../../../components/panel/transfer-dialog/transfer-dialog.ts';
import '../../../../components/panel/work-list/work-list.ts';
import '../../../../components/panel/work-requests/work-requests.ts';
import { everything, mount, one } from '../../../helpers/mount.ts';

describe('the sizes of the panel', () => {
  const page = document.documentElement;

  async function whole() {
    const list = [...accepted, wrapUp('charged', 90), request('a'), request('b'), request('c')];
    const mounted = await mount(
      html`<omni-presence-menu></omni-presence-menu><omni-acw-timer></omni-acw-timer
        ><omni-readiness-line></omni-readiness-line><omni-capacity-meters></omni-capacity-meters
        ><omni-transfer-dialog .work=${accepted[1]!}></omni-transfer-dialog><omni-work-list></omni-work-list
        ><omni-request-log></omni-request-log><omni-connection-indicator></omni-connection-indicator
        ><omni-connection-banner></omni-connection-banner><omni-work-requests></omni-work-requests>`,
      { work: works(list), connection: { status: 'lost' } },
    );
    const accept = () => one(mounted.get('omni-work-request'), '[part=accept]');
    return { ...mounted, accept };
  }
  const sizes = (root: Element) =>
    everything(root).map((element) => {
      const { width, height } = element.getBoundingClientRect();
      const { fontSize, paddingBlockStart, paddingInlineStart, borderStartStartRadius } =
        getComputedStyle(element);
      return [
        element.localName,
        width,
        height,
        fontSize,
        paddingBlockStart,
        paddingInlineStart,
        borderStartStartRadius,
      ].join(' ');
    });

  for (const root of ['62.5%', '22px'])
    it(`do not depend on a host whose root has ${root}`, async () => {
      const { contexts, accept } = await whole();
      const before = sizes(contexts);
      page.style.fontSize = root;
      try {
        expect(sizes(contexts)).to.deep.equal(before);
        expect(accept().getBoundingClientRect().height).to.equal(44);
      } finally {
        page.style.fontSize = '';
      }
    });

  it('are scaled by one token', async () => {
    const { contexts, accept, get } = await whole();
    const font = () => parseFloat(getComputedStyle(get('omni-presence-menu')).fontSize);
    const before = font();
    contexts.style.setProperty('--omni-rem', '20px');
    expect(accept().getBoundingClientRect().height).to.equal(55);
    expect(font()).to.equal(before * 1.25);
  });
});
