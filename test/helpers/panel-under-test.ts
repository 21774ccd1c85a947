import { setupWorker, type SetupWorker } from 'msw/browser';
import type { OmniChannel, OmniChannelPanel } from '../../src/index.ts';
import '../../src/index.ts';
import { FakeBackend } from '../fake-backend/fake-backend.ts';
import { REP } from '../fake-backend/records.ts';
import { emptiedBrowser } from './emptied-browser.ts';
import { until } from './until.ts';

/** A page on which the tests of a `describe` put a panel, in an empty browser, with a fake back end as its server. */
export interface PanelPage {
  readonly backend: FakeBackend;
  /** Gives the page a back end: each panel from now on connects to it. */
  use(backend?: FakeBackend): FakeBackend;
  /** A panel that the host has given nothing yet. */
  bare(): OmniChannelPanel;
  /** A panel for the rep of the back end. It connects once it is in the document. */
  create(properties?: Partial<OmniChannelPanel>): OmniChannelPanel;
  add(properties?: Partial<OmniChannelPanel>, place?: ParentNode): OmniChannelPanel;
  /** Adds a panel and waits until it is signed in. */
  signedIn(properties?: Partial<OmniChannelPanel>, place?: ParentNode): Promise<OmniChannelPanel>;
  /** A channel, for parts in places of their own. It connects once it is in the document. */
  channel(properties?: Partial<OmniChannel>): OmniChannel;
  /** Removes every panel and channel, and waits until the server has none. It is done after each test. */
  removed(): Promise<void>;
}

/** Call it first in a `describe`: it registers what has to be done before and after its tests. */
export function panelPage(): PanelPage {
  let worker: SetupWorker;
  let backend: FakeBackend;
  const panels = new Set<HTMLElement>();

  const connects = () => ({ apiAddress: backend.address, rep: REP.id, token: 'token' });
  const page: PanelPage = {
    get backend() {
      return backend;
    },
    use(next = new FakeBackend()) {
      backend = next;
      worker.resetHandlers(...backend.handlers);
      return backend;
    },
    bare() {
      const panel = document.createElement('omni-channel-panel');
      panels.add(panel);
      return panel;
    },
    create(properties = {}) {
      return Object.assign(page.bare(), connects(), properties);
    },
    channel(properties = {}) {
      const channel = document.createElement('omni-channel');
      panels.add(channel);
      return Object.assign(channel, connects(), properties);
    },
    add(properties, place = document.body) {
      const panel = page.create(properties);
      place.append(panel);
      return panel;
    },
    async signedIn(properties, place) {
      const panel = page.add(properties, place);
      await untilSignedIn(panel);
      return panel;
    },
    async removed() {
      for (const panel of panels) panel.remove();
      panels.clear();
      await until('the socket is closed', () => backend.connection.panels === 0);
    },
  };

  before(async () => {
    worker = setupWorker();
    await worker.start({ quiet: true, onUnhandledFrame: 'bypass' });
  });
  after(() => worker.stop());
  beforeEach(async () => {
    await emptiedBrowser();
    page.use();
  });
  afterEach(() => page.removed());
  return page;
}

export function untilSignedIn(panel: Pick<OmniChannelPanel, 'getServicePresenceStatusId'>): Promise<void> {
  return until('the panel is signed in', () => panel.getServicePresenceStatusId() !== null);
}
