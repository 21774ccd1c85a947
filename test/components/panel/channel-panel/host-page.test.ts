import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import type { OmniChannelPanel } from '../../../../src/index.ts';
import '../../../../src/index.ts';
import { one, text, within } from '../../../helpers/mount.ts';

/** Without an API address it does not connect: this needs no server. */
describe('<omni-channel-panel> on the page of a host', () => {
  const add = () => fixture<OmniChannelPanel>(html`<omni-channel-panel></omni-channel-panel>`);

  it('has the language and the direction of its words, whatever those of the page', async () => {
    const page = document.documentElement;
    page.dir = 'rtl';
    page.lang = 'ar';
    try {
      const panel = await add();
      expect([panel.lang, getComputedStyle(panel).direction]).to.deep.equal(['en-GB', 'ltr']);
    } finally {
      page.dir = '';
      page.lang = 'en';
    }
  });

  it('answers with the shortcuts of the host, and lists them, changed or switched off at any time', async () => {
    const panel = await add();
    const listed = () => within(one(panel, 'omni-readiness-line'), 'kbd').map(text);
    expect(listed()).to.deep.equal(['Alt+A', 'Alt+D']);
    panel.shortcuts = { accept: 'Ctrl+Enter', decline: '' };
    await panel.updateComplete;
    await panel.shadowRoot?.querySelector('omni-readiness-line')?.updateComplete;
    expect(panel.shadowRoot?.querySelector('omni-work-requests')?.shortcuts).to.equal(panel.shortcuts);
    expect(listed()).to.deep.equal(['Ctrl+Enter']);
  });
});
