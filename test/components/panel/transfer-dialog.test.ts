import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { HOSTILE, request, storyTransfer } from '../../../components/shared/stories/story-fixtures.ts';
import type { StoryContext } from '../../../components/shared/stories/story-contexts.ts';
import '../../../components/panel/transfer-dialog/transfer-dialog.ts';
import { rendered } from '../../helpers/fake-clock.ts';
import { everything, hasFocus, mount, one, press, text, within } from '../../helpers/mount.ts';

describe('transfer dialog', () => {
  const message = request('router', { status: 'opened', channel: 'messaging' });

  async function opened(transfer: StoryContext['transfer'] = {}, work = message) {
    let closed = 0;
    const mounted = await mount(
      html`<omni-transfer-dialog .work=${work} @close=${() => closed++}></omni-transfer-dialog>`,
      { transfer: { ...storyTransfer, ...transfer, agentWorkId: work.id } },
    );
    const dialog = mounted.get('omni-transfer-dialog');
    const sent = () =>
      mounted
        .heard('omni-transfer-request')
        .map(({ workId, destination, conference }) => ({ workId, destination, conference }));
    const search = one(dialog, '[type=search]') as HTMLInputElement;
    const searches = () => mounted.heard('omni-find-destinations-request').map((asked) => asked.search);
    return { ...mounted, dialog, sent, search, searches, closed: () => closed };
  }

  it('is open but not modal, with the focus in the search', async () => {
    const { dialog, search, searches } = await opened();
    const native = one(dialog, 'dialog') as HTMLDialogElement;
    expect([native.open, native.matches(':modal')]).to.deep.equal([true, false]);
    expect(hasFocus(search)).to.equal(true);
    // The first search happened before the test listened: the element already shows its results.
    await press('b');
    expect(searches()).to.deep.equal(['b']);
  });

  it('groups results by kind, each with how many are online, none chosen', async () => {
    const { dialog } = await opened();
    expect(within(dialog, 'fieldset').map((group) => text(group))).to.deep.equal([
      'Profiles Specialists 3 online',
      'Queues Billing voice 1 online Deliveries nobody online',
      'Flows Returns and refunds 2 online',
    ]);
    expect(within(dialog, ':checked')).to.have.length(0);
    expect(text(one(dialog, '[role=status]'))).to.equal('4 found');
  });

  it('transfers with keys alone: search, arrows, Enter', async () => {
    const { sent, closed, searches } = await opened();
    await press('ArrowDown', 'ArrowDown', 'Enter');
    expect(sent()).to.deep.equal([
      {
        workId: 'router',
        destination: { kind: 'queue', id: 'billing', name: 'Billing voice' },
        conference: false,
      },
    ]);
    expect(closed()).to.equal(1);
    expect(searches(), 'nothing is looked for any more').to.deep.equal([null]);
  });

  it('offers a conference for messaging, but not for a call', async () => {
    const { dialog, sent } = await opened();
    within(dialog, '[type=radio]')[0]?.click();
    one(dialog, '[type=checkbox]').click();
    expect(text(one(dialog, '.primary'))).to.equal('Transfer');
    one(dialog, '.primary').click();
    expect(sent()[0]).to.deep.include({ conference: true });
    const call = await opened({}, request('call', { status: 'opened' }));
    expect(within(call.dialog, '[type=checkbox]')).to.have.length(0);
  });

  it('does not confirm without a destination, and says so', async () => {
    const { dialog, sent, closed } = await opened();
    await press('Enter');
    expect([sent(), closed()]).to.deep.equal([[], 0]);
    expect(text(one(dialog, '[role=alert]'))).to.equal('Choose a destination.');
  });

  it('does not use a choice that the search no longer shows', async () => {
    const { dialog, change, sent } = await opened();
    within(dialog, '[type=radio]')[0]?.click();
    await change({ transfer: { agentWorkId: 'router', items: storyTransfer.items.slice(1) } });
    expect(within(dialog, '.found :checked')).to.have.length(0);
    one(dialog, '.primary').click();
    expect(sent()).to.deep.equal([]);
  });

  it('keeps the choice if the search finds it again in another position', async () => {
    const { dialog, change } = await opened();
    within(dialog, '[type=radio]')[1]?.click();
    await change({ transfer: { agentWorkId: 'router', items: storyTransfer.items.slice(1) } });
    const [first] = within(dialog, '[type=radio]') as HTMLInputElement[];
    expect(first?.checked).to.equal(true);
    expect(within(dialog, '.found :checked')).to.have.length(1);
  });

  it('keeps Tab within itself, in both directions', async () => {
    const { dialog, search } = await opened();
    await press('Shift+Tab');
    expect(hasFocus(one(dialog, '.primary'))).to.equal(true);
    await press('Tab');
    expect(hasFocus(search)).to.equal(true);
  });

  it('cancels with Escape without further events', async () => {
    const { sent, closed } = await opened();
    let outside = 0;
    const count = (event: KeyboardEvent) => event.key === 'Escape' && outside++;
    document.addEventListener('keydown', count);
    await press('Escape');
    document.removeEventListener('keydown', count);
    expect([sent(), closed(), outside]).to.deep.equal([[], 1, 0]);
  });

  it('shows that it is searching, found nothing or failed, with a button that helps', async () => {
    const { dialog, change, searches } = await opened({ status: 'asking', items: [] });
    const said = () => text(one(dialog, '[role=status]'));
    expect(said()).to.equal('Searching…');
    await change({ transfer: { agentWorkId: 'router', items: [] } });
    expect(said()).to.equal('Nothing found');
    await change({ transfer: { agentWorkId: 'router', items: [], status: 'failed' } });
    expect(said()).to.equal('The search failed.');
    one(dialog, '[part=again]').click();
    await change({ transfer: { agentWorkId: 'router', more: true } });
    one(dialog, '[part=more]').click();
    expect(searches()).to.deep.equal(['', null]);
  });

  it('shows no results of another work', async () => {
    const { dialog, change } = await opened();
    await change({ transfer: { agentWorkId: 'other' } });
    expect(within(dialog, 'fieldset')).to.have.length(0);
    expect(text(one(dialog, '[role=status]'))).to.equal('Searching…');
  });

  it('shows text as text, whatever it contains', async () => {
    const items = [{ kind: 'queue', id: 'q', name: HOSTILE, repsOnline: 0 }] as const;
    const { dialog } = await opened({ items });
    await rendered();
    expect(everything(dialog).filter(({ localName }) => localName === 'img')).to.have.length(0);
    expect(text(dialog)).to.contain(HOSTILE);
  });
});
