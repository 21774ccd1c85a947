import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { ago, request, works } from '../../../components/shared/stories/story-fixtures.ts';
import '../../../components/panel/missed-notice/missed-notice.ts';
import { mount, one, text, within } from '../../helpers/mount.ts';

const missed = (id: string) =>
  request(id, { subject: id, status: 'declinedOnPushTimeout', settledAt: ago(1) });

describe('missed notice', () => {
  async function notice(...ids: string[]) {
    const left = request('left', { status: 'canceled', cancelReason: 'customerLeft', settledAt: ago(1) });
    const list = [...ids.map(missed), left, missed('dismissed')];
    const mounted = await mount(html`<omni-missed-notice></omni-missed-notice>`, {
      work: works(list, { outcomes: [...ids, 'left'] }),
    });
    return { ...mounted, element: mounted.get('omni-missed-notice') };
  }

  it('names the one that was missed, and counts several', async () => {
    expect(text(one((await notice('Refund')).element, 'p'))).to.equal('Missed · Refund');
    expect(text(one((await notice('a', 'b', 'c')).element, 'p'))).to.equal('3 requests missed');
  });

  it('is empty when none is left', async () => {
    const { element } = await notice();
    expect(within(element, '*').filter(({ localName }) => localName !== 'style')).to.have.length(0);
  });

  it('dismisses all with one button', async () => {
    const { element, heard } = await notice('a', 'b');
    one(element, '[part=dismiss]').click();
    expect(heard('omni-dismiss-request').map(({ workId }) => workId)).to.have.members(['a', 'b']);
    expect(heard('omni-show-log-request')).to.have.length(0);
  });

  it('opens the log, in which they are listed, and is done', async () => {
    const { element, heard } = await notice('a', 'b');
    one(element, '[part=log]').click();
    expect(heard('omni-show-log-request')).to.have.length(1);
    expect(heard('omni-dismiss-request')).to.have.length(2);
  });
});
