import { expect } from '@open-wc/testing';
import { type OmniChannelPanel, PanelError } from '../../../../src/index.ts';
import { FakeBackend } from '../../../fake-backend/fake-backend.ts';
import { aConfiguration, aRequest } from '../../../fake-backend/records.ts';
import { everything, text } from '../../../helpers/mount.ts';
import { panelPage, untilSignedIn } from '../../../helpers/panel-under-test.ts';
import { until } from '../../../helpers/until.ts';

const sourced = <T>(value: T) => ({ value, source: 'configuration' as const });
const BILLING = { kind: 'queue', id: 'billing', name: 'Billing', repsOnline: 2 } as const;
const SALES = { kind: 'queue', id: 'sales', name: 'Sales', repsOnline: 0 } as const;

describe('transfer in <omni-channel-panel>', () => {
  const page = panelPage();
  let backend: FakeBackend;
  let panel: OmniChannelPanel;
  let events: string[];

  beforeEach(async () => {
    const other = new FakeBackend(
      aConfiguration({
        agentAlias: sourced('Rosie'),
        transferDestinations: sourced({
          messaging: { profileIds: [], queueIds: ['billing', 'sales'], flowIds: [] },
          voice: { profileIds: [], queueIds: [] },
        }),
      }),
    );
    backend = page.use(other);
    backend.transferDestinations.items = [BILLING, SALES];
    panel = page.create();
    events = [];
    for (const type of ['omni-work-transferred', 'omni-acw-started', 'omni-work-closed'] as const)
      panel.addEventListener(type, ({ agentWork }) =>
        events.push(`${type} ${agentWork.transferredTo?.id ?? 'nowhere'}`),
      );
    document.body.append(panel);
    await untilSignedIn(panel);
    await panel.login({ statusId: 'lunch' });
  });

  async function opened(channelId = 'messaging'): Promise<string> {
    const work = aRequest({ status: 'opened', openedAt: Date.now() }, { channelId });
    backend.connection.put(work);
    await until('the work is here', () => panel.getAgentWorks().some(({ id }) => id === work.id));
    return work.id;
  }
  const parts = (part: string) =>
    everything(panel.shadowRoot!).filter((element) => element.getAttribute('part') === part);
  const shown = () => everything(panel.shadowRoot!).map(text).join(' ');
  const codeOf = (promise: Promise<unknown>) =>
    promise.then(
      () => null,
      (error: unknown) => error instanceof PanelError && error.code,
    );
  const radios = () =>
    everything(panel.shadowRoot!).filter(
      (element): element is HTMLInputElement =>
        element instanceof HTMLInputElement && element.type === 'radio',
    );

  async function choose(): Promise<void> {
    await until('the button is drawn', () => parts('transfer').length === 1);
    (parts('transfer')[0] as HTMLElement).click();
    await until('destinations are found', () => radios().length === 2);
    radios()[0]!.click();
    await until('it is chosen', () => radios()[0]!.checked);
  }
  const confirm = () =>
    everything(panel.shadowRoot!)
      .filter((element) => element.matches('omni-transfer-dialog'))
      .map((dialog) => dialog.shadowRoot!.querySelector<HTMLElement>('.primary')!.click());

  it('goes from the search to the server, is reported to the host, and appears in the log', async () => {
    const id = await opened();
    await choose();
    confirm();
    await until('it is transferred', () => panel.getAgentWorks().length === 0);
    const [sent] = backend.connection.receivedOf('transfer');
    expect(sent).to.deep.include({ agentWorkId: id, destination: { kind: 'queue', id: 'billing' } });
    expect(sent).not.to.have.property('conference');
    expect(events).to.deep.equal(['omni-work-transferred billing']);
    await until('the log says so', () => shown().includes('Transferred to billing'));
  });

  it('searches by part of a name', async () => {
    await opened();
    await choose();
    const search = everything(panel.shadowRoot!).find(
      (element): element is HTMLInputElement =>
        element instanceof HTMLInputElement && element.type === 'search',
    )!;
    search.value = 'SAL';
    search.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await until('one is found', () => radios().length === 1);
    expect(shown()).to.contain('Sales').and.to.contain('nobody online');
  });

  it('shows that the server is checking', async () => {
    await opened();
    backend.connection.decide = () => null;
    await choose();
    confirm();
    await until('it is checked', () => parts('transfer')[0]?.getAttribute('aria-disabled') === 'true');
    expect(shown()).to.contain('Checking');
    expect(events).to.deep.equal([]);
  });

  it('shows in the row why the server refused', async () => {
    await opened();
    const detail = 'There is no such destination any more.';
    backend.connection.decide = () => ({ kind: 'refused', code: 'destinationUnknown', detail });
    await choose();
    confirm();
    await until('it says why', () => shown().includes(detail));
    expect(panel.getAgentWorks()).to.have.length(1);
    expect(parts('transfer')[0]?.getAttribute('aria-disabled')).to.equal('false');
  });

  it('can be taken over by the host', async () => {
    await opened();
    panel.addEventListener('omni-transfer-request', (event) => {
      events.push(`asked ${event.destination.name} ${String(event.conference)}`);
      event.preventDefault();
    });
    await choose();
    confirm();
    await until('the dialog is closed', () => radios().length === 0);
    expect(events).to.deep.equal(['asked Billing false']);
    expect(backend.connection.receivedOf('transfer')).to.deep.equal([]);
  });

  it('is available as a method, with typed errors', async () => {
    const id = await opened();
    const transfer = (workId: string, queueId = 'billing') =>
      panel.transferAgentWork({ workId, destination: { kind: 'queue', id: queueId } });
    expect(await codeOf(transfer('nothing'))).to.equal('unknownWork');
    expect(await codeOf(transfer(id, 'support'))).to.equal('destinationNotAllowed');
    expect(await codeOf(transfer(await opened('case')))).to.equal('notTransferable');
    const { id: request } = backend.connection.put(aRequest({}, { channelId: 'messaging' }));
    await until('the request is here', () => panel.getAgentWorks().length === 3);
    expect(await codeOf(transfer(request))).to.equal('notAcceptable');
    expect(backend.connection.receivedOf('transfer')).to.deep.equal([]);
    await transfer(id);
    expect(events).to.deep.equal(['omni-work-transferred billing']);
  });

  it('invites somebody while the work stays open, for messaging only', async () => {
    const id = await opened();
    const join = (workId: string) =>
      panel.transferAgentWork({ workId, destination: { kind: 'queue', id: 'billing' }, conference: true });
    await join(id);
    await until('it says who is asked', () => shown().includes('Asking billing to join'));
    await until('nothing is checked any more', () => !shown().includes('Checking'));
    expect(panel.getAgentWorks().map(({ status }) => status)).to.deep.equal(['opened']);
    expect(await codeOf(join(await opened('voice')))).to.equal('notTransferable');
  });

  it('gives the host destinations, and the agent alias', async () => {
    const id = await opened();
    const { items, next } = await panel.getTransferDestinations({ workId: id, search: 'bil' });
    expect([items, next]).to.deep.equal([[BILLING], null]);
    expect(panel.getAgentAlias()).to.equal('Rosie');
  });
});
