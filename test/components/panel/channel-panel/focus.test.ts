import { expect } from '@open-wc/testing';
import type { OmniChannelPanel, WorkspaceAdapter } from '../../../../src/index.ts';
import type { AgentWork } from '../../../../src/domain/work/agent-work.ts';
import type { FakeBackend } from '../../../fake-backend/fake-backend.ts';
import { aRequest } from '../../../fake-backend/records.ts';
import { everything, focused } from '../../../helpers/mount.ts';
import { panelPage } from '../../../helpers/panel-under-test.ts';
import { until } from '../../../helpers/until.ts';

describe('the focus after an answer', () => {
  const page = panelPage();
  let backend: FakeBackend;
  let panel: OmniChannelPanel;
  let field: HTMLInputElement;

  beforeEach(() => {
    ({ backend } = page);
    field = document.createElement('input');
    document.body.append(field);
  });
  afterEach(() => field.remove());

  async function rings(works: readonly AgentWork[], change: Partial<OmniChannelPanel> = {}): Promise<void> {
    panel = await page.signedIn(change);
    for (const work of works) backend.connection.put(work);
    await until('all are shown', () => toasts().length === works.length);
  }

  const toasts = () =>
    everything(panel.shadowRoot!).filter((element) => element.localName === 'omni-work-request');
  const acceptOf = (work: AgentWork) =>
    toasts()
      .find((toast) => (toast as unknown as { work: AgentWork }).work.id === work.id)
      ?.shadowRoot?.querySelector<HTMLElement>('[part=accept]');
  /** Focuses the button of this toast, and accepts as a press of it does. */
  async function accept(work: AgentWork): Promise<void> {
    acceptOf(work)!.focus();
    await panel.acceptAgentWork({ workId: work.id });
    await until('the toast is gone', () => !acceptOf(work));
  }
  const workspace = (moves: string[]): WorkspaceAdapter => ({
    openRecordIds: () => [],
    open: () => undefined,
    bringForward: () => undefined,
    focusRecord: (recordId) => {
      moves.push(recordId);
      field.focus();
    },
  });
  const isIn = (tag: string) => (focused()!.getRootNode() as ShadowRoot).host.localName === tag;

  it('goes to the next toast, and not to the record', async () => {
    const [first, second] = [aRequest(), aRequest()] as const;
    const moves: string[] = [];
    await rings([first, second], { workspace: workspace(moves) });
    await accept(first);
    expect(focused() === acceptOf(second)).to.equal(true);
    expect(moves).to.deep.equal([]);
  });

  it('goes on to the record by the host’s adapter after the last toast, whichever comes first', async () => {
    for (const open of [() => undefined, () => Promise.resolve()]) {
      const work = aRequest();
      const moves: string[] = [];
      await rings([work], { workspace: { ...workspace(moves), open } });
      await accept(work);
      await until('the focus moved', () => moves.length > 0);
      expect(moves).to.deep.equal([work.recordId]);
      expect(focused() === field).to.equal(true);
      await page.removed();
      backend.connection.works.clear();
    }
  });

  it('stays near without an adapter: at the work in the list, not at the status', async () => {
    const work = aRequest();
    await rings([work]);
    await accept(work);
    expect(isIn('omni-work-list')).to.equal(true);
    expect(focused()?.textContent).to.contain(work.subject);
  });

  it('is left to a rep who went elsewhere before the record was there', async () => {
    const work = aRequest();
    const moves: string[] = [];
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const elsewhere = document.createElement('button');
    document.body.append(elsewhere);
    await rings([work], { workspace: { ...workspace(moves), open: () => promise } });
    acceptOf(work)!.focus();
    const accepted = panel.acceptAgentWork({ workId: work.id });
    await until('the toast is gone', () => !acceptOf(work));
    elsewhere.focus();
    resolve(undefined);
    await accepted;
    expect(moves).to.deep.equal([]);
    expect(focused() === elsewhere).to.equal(true);
    elsewhere.remove();
  });

  it('is left to a rep who is elsewhere by then', async () => {
    const work = aRequest();
    const moves: string[] = [];
    await rings([work], { workspace: workspace(moves) });
    field.focus();
    await panel.acceptAgentWork({ workId: work.id });
    await until('the toast is gone', () => !acceptOf(work));
    expect(moves).to.deep.equal([]);
    expect(focused() === field).to.equal(true);
  });

  it('stays near when the last work is ended', async () => {
    const work = aRequest({ status: 'opened', openedBy: 'rep', openedAt: Date.now() });
    backend.connection.works.set(work.id, work);
    await rings([]);
    const list = panel.shadowRoot!.querySelector('omni-work-list')!.shadowRoot!;
    await until('it is listed', () => list.querySelector('[part=close]') !== null);
    list.querySelector<HTMLElement>('[part=close]')!.focus();
    await panel.closeAgentWork({ workId: work.id });
    await until('the list is empty', () => list.querySelector('[part=close]') === null);
    expect(isIn('omni-presence-menu')).to.equal(false);
    expect(panel.shadowRoot?.activeElement).not.to.equal(null);
  });
});
