import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import { type OmniChannelPanel, ShowLogRequestEvent } from '../../../../src/index.ts';
import { hasFocus, one, press, within } from '../../../helpers/mount.ts';

/** Without an API address it does not connect: tabs need no server. */
describe('the tabs of <omni-channel-panel>', () => {
  const add = () => fixture<OmniChannelPanel>(html`<omni-channel-panel></omni-channel-panel>`);

  it('are selected with the arrow keys', async () => {
    const panel = await add();
    const [work, log] = within(panel, '[role=tab]');
    work!.focus();
    await press('ArrowRight');
    expect(hasFocus(log)).to.equal(true);
    expect(log!.ariaSelected).to.equal('true');
    expect(one(panel, '#work').hidden).to.equal(true);
    for (const [key, tab] of [
      ['Home', work],
      ['End', log],
      ['ArrowRight', work],
      ['ArrowLeft', log],
    ] as const) {
      await press(key);
      expect(hasFocus(tab), key).to.equal(true);
    }
  });

  it('show the log when the rep asks what was missed, unless the host does', async () => {
    const panel = await add();
    const ask = async () => {
      one(panel, 'omni-connection-banner').dispatchEvent(new ShowLogRequestEvent());
      await Promise.resolve();
      await panel.updateComplete;
      return !one(panel, '#log').hidden;
    };
    panel.addEventListener('omni-show-log-request', (event) => event.preventDefault(), { once: true });
    expect(await ask()).to.equal(false);
    expect(await ask()).to.equal(true);
  });
});
