import { ContextProvider, type Context } from '@lit/context';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { en, type Strings } from '../../../assets/locales/en.ts';
import {
  acceptedWorks,
  createConsole,
  type PlatformOverrides,
  type FlightEntry,
  type Store,
  type Token,
  type WatchdogAddress,
} from '../../../src/console/console.ts';
import {
  clockContext,
  configurationContext,
  connectionContext,
  presenceContext,
  receiptsContext,
  soundContext,
  stringsContext,
  transferContext,
  workContext,
} from '../../../src/contexts.ts';
import { isOpen, type AgentWork } from '../../../src/domain/work/agent-work.ts';
import type { Capacity } from '../../../src/domain/work/capacity.ts';
import type { DestinationPage } from '../../../src/domain/work/transfer.ts';
import type { WorkspaceAdapter } from '../../../src/domain/work/workspace.ts';
import { PanelError } from '../../../src/errors.ts';
import '../acw-timer/acw-timer.ts';
import '../capacity-meters/capacity-meters.ts';
import '../connection-banner/connection-banner.ts';
import '../connection-indicator/connection-indicator.ts';
import '../move-notice/move-notice.ts';
import '../presence-menu/presence-menu.ts';
import '../readiness-line/readiness-line.ts';
import '../request-log/request-log.ts';
import '../work-list/work-list.ts';
import '../work-requests/work-requests.ts';
import { styles } from './channel-panel.styles.ts';
import { answerRequests } from './panel-requests.ts';
import { PanelOptions } from './panel-options.ts';
import type { DestinationSearch, Transfer } from './panel-arguments.ts';
import { tabFor } from './panel-tabs.ts';

/**
 * The rep's omni-channel panel: presence, work requests with their sound, accepted work, the log. It connects while it is
 * in the document, and moving it there does not break the connection.
 *
 * Requests of the rep bubble from it as cancelable events ("...-request"): a host that calls `preventDefault()` takes
 * over, or vetoes. Facts are past tense and cannot be canceled. Methods have the names that console developers know; what
 * they cannot do they say by a `PanelError` with a `code`.
 *
 * @fires omni-set-status-request - The rep asks for a presence status.
 * @fires omni-accept-request - The rep accepts a work request.
 * @fires omni-decline-request - The rep declines a work request.
 * @fires omni-finish-request - The rep ends the conversation of accepted work, or closes it.
 * @fires omni-extend-acw-request - The rep extends a wrap-up once.
 * @fires omni-end-acw-request - All done: the rep ends a wrap-up.
 * @fires omni-take-request - The rep takes declined or missed work that waits still.
 * @fires omni-transfer-request - The rep transfers accepted work, or asks somebody to join its conversation.
 * @fires omni-find-destinations-request - The rep looks for where to transfer to.
 * @fires omni-silence-alarm-request - The rep silences the alarm of a lost connection.
 * @fires omni-dismiss-return-request - The rep has read what happened while they were away.
 * @fires omni-download-flight-record-request - The rep wants the flight record of the last hour, for support.
 * @fires omni-show-log-request - The rep wants to see what was missed.
 * @fires omni-dismiss-request - The rep dismisses a toast that told an outcome.
 * @fires omni-show-record-request - The rep wants the record of a work brought forward.
 * @fires omni-fix-problem-request - The rep clicked the button that fixes a problem.
 * @fires omni-test-sound-request - The rep wants to hear the request sound or the alarm.
 * @fires omni-set-volume-request - The rep set the volume.
 * @fires omni-find-outputs-request - The rep wants to choose what the sound comes out of.
 * @fires omni-set-output-request - The rep chose a device for the sound.
 * @fires omni-open-work-request - Accepted work is about to be opened in the workspace.
 * @fires omni-notification-request - A request waits that the rep cannot see; the panel is about to notify them.
 * @fires omni-login - The panel signed in: the server sent the first snapshot.
 * @fires omni-logout - The rep signed out.
 * @fires omni-status-changed - The server confirmed a presence status.
 * @fires omni-work-assigned - A work request arrived.
 * @fires omni-work-accepted - A work request was accepted, by the rep or automatically.
 * @fires omni-work-declined - A work request was declined, by the rep or by the push time-out.
 * @fires omni-work-canceled - A work request was canceled without an answer.
 * @fires omni-work-transferred - Accepted work was transferred.
 * @fires omni-work-closed - Accepted work was closed.
 * @fires omni-acw-started - Wrap-up started for work whose conversation ended.
 * @fires omni-acw-ended - Wrap-up ended, by itself or early.
 * @fires omni-configuration-changed - The rep was moved to another presence configuration: `from`, `to`.
 * @fires omni-workload-changed - What open work takes of the rep's capacity changed.
 * @fires omni-attention-changed - How many requests wait, whether one rings, whether the connection is lost: for the title.
 * @fires omni-requests-obstructed - A modal dialog of the host makes the toasts inert, or no longer.
 * @fires omni-connection-error - The connection broke, was refused, or was replaced.
 * @fires omni-problem - Something failed that the host may want to know.
 *
 * @csspart tabs - The tabs Work and Log.
 */
@customElement('omni-channel-panel')
export class OmniChannelPanel extends LitElement {
  static override styles = styles;

  /** The address of the API, below which `v1/...` is. */
  @property({ attribute: 'api-address' }) apiAddress = '';
  /** The id of the rep whom the panel is for. */
  @property() rep = '';
  /** The rep's token, or a function that fetches one: called again before it expires, and when it is refused. */
  @property({ attribute: false }) token: Token = '';
  /** The host's workspace, where accepted work opens; `null`: the host listens to `omni-open-work-request`. */
  @property({ attribute: false }) workspace: WorkspaceAdapter | null = null;
  /** The host's service worker that shows notifications with a button to accept; `null`: they have none. */
  @property({ attribute: false }) notificationRegistration: ServiceWorkerRegistration | null = null;
  /** `docked`: as high as its place. `inline`: as high as its content. */
  @property({ reflect: true }) layout: 'docked' | 'inline' = 'docked';

  /**
   * Where the host serves `watchdog.js` of this package, on its own origin: with it the panel keeps time in a hidden
   * browser tab without sound running. Under Trusted Types, the address as the host's policy made it. `null`: without.
   */
  @property({ attribute: 'watchdog' }) watchdog: WatchdogAddress | null = null;

  /** The words of the panel, and how it writes times and numbers; the direction of its text follows them. */
  @property({ attribute: false }) words: Strings = en;

  @state() private tab: 'work' | 'log' = 'work';
  @state() private workCount = 0;

  /** Whether the toasts stand in the panel, not above the page. */
  protected readonly toastsInside: boolean = false;

  @query('omni-presence-menu') private presenceMenu!: HTMLElement | null;

  readonly #console = createConsole(new PanelOptions(this), this.makePowers());
  readonly #words = new ContextProvider(this, { context: stringsContext, initialValue: en });
  /** What it is connected for; `null`: it is not. */
  #runsFor: string | null = null;

  constructor() {
    super();
    const { stores, clock, handlers } = this.#console;
    this.#provide(connectionContext, stores.connection);
    this.#provide(presenceContext, stores.presence);
    this.#provide(workContext, stores.work);
    this.#provide(configurationContext, stores.configuration);
    this.#provide(soundContext, stores.sound);
    this.#provide(receiptsContext, stores.receipts);
    this.#provide(transferContext, stores.transfer);
    new ContextProvider(this, { context: clockContext, initialValue: clock });
    stores.work.subscribe((work) => (this.workCount = acceptedWorks(work).length));
    answerRequests(this, handlers);
    this.addEventListener('omni-focus-left', (event) => {
      event.stopPropagation();
      this.presenceMenu?.focus({ preventScroll: true });
    });
    // In a microtask: what the host sets right after it has put the panel in its place counts too, and a panel that
    // only moves is back in the document by then.
    const later = () => queueMicrotask(() => this.#run());
    this.addController({ hostConnected: later, hostDisconnected: later });
  }

  /**
   * Signs in again after `logout()`, or at another place "uses here"; then sets a presence status.
   * @throws {PanelError} (by the promise) where the status is not set.
   */
  async login({ statusId }: { readonly statusId: string }): Promise<void> {
    this.#console.handlers.reconnect();
    await this.#signedIn();
    await this.#console.handlers.setStatus(statusId);
  }

  /**
   * Sets Offline, without grace, and ends the session. The panel stays signed out until `login()`. With `forget` this
   * browser keeps nothing of the rep: not the configuration that the panel starts from, nor their volume.
   */
  logout(options: { readonly forget?: boolean } = {}): Promise<void> {
    return this.#console.handlers.signOut(options);
  }

  /** @throws {PanelError} (by the promise) where the request is not accepted. */
  acceptAgentWork({ workId }: { readonly workId: string }): Promise<void> {
    return this.#console.handlers.accept(workId);
  }

  /**
   * Declines a request; `declineReason` is the id of one of the reasons it offers, needed where it offers any.
   * @throws {PanelError} (by the promise) where the request is not declined, or cannot be.
   */
  declineAgentWork({
    workId,
    declineReason = null,
  }: {
    readonly workId: string;
    readonly declineReason?: string | null;
  }): Promise<void> {
    return this.#console.handlers.decline(workId, declineReason);
  }

  /**
   * Ends the conversation of accepted work, or closes work that has none.
   * @throws {PanelError} (by the promise) where it is not ended.
   */
  closeAgentWork({ workId }: { readonly workId: string }): Promise<void> {
    return this.#console.handlers.finish(workId);
  }

  /**
   * Transfers accepted work; with `conference` somebody there is asked to join its conversation, in messaging only.
   * @throws {PanelError} (by the promise) where it is not transferred.
   */
  transferAgentWork({ workId, destination, conference = false }: Transfer): Promise<void> {
    return this.#console.handlers.transfer(workId, destination, conference);
  }

  /**
   * Where accepted work may be transferred to; `search` is part of a name, `cursor` the `next` of the page before.
   * @throws {PanelError} (by the promise) where the server does not say.
   */
  getTransferDestinations({
    workId,
    search = '',
    cursor = null,
  }: DestinationSearch): Promise<DestinationPage> {
    return this.#console.handlers.destinations({ agentWorkId: workId, search, cursor });
  }

  /** Extends a wrap-up once. @throws {PanelError} (by the promise) where it is not extended. */
  extendAfterConversationWork({ workId }: { readonly workId: string }): Promise<void> {
    return this.#console.handlers.extendAcw(workId);
  }

  /** All done. @throws {PanelError} (by the promise) where the wrap-up is not ended. */
  endAfterConversationWork({ workId }: { readonly workId: string }): Promise<void> {
    return this.#console.handlers.endAcw(workId);
  }

  /**
   * The rep calls or writes to somebody by themselves, which ends every wrap-up.
   * @throws {PanelError} (by the promise) where they are not ended.
   */
  startOutboundConversation(): Promise<void> {
    return this.#console.handlers.endEveryAcw();
  }

  /**
   * The host's workspace closed the tab of a record, which ends the wrap-up of its works.
   * @throws {PanelError} (by the promise) where one is not ended.
   */
  recordClosed({ recordId }: { readonly recordId: string }): Promise<void> {
    return this.#console.handlers.recordClosed(recordId);
  }

  /** What happened in the last hour, for support: states and ids, no customer's data and no token. */
  getFlightRecord(): readonly FlightEntry[] {
    return this.#console.handlers.flightRecord();
  }

  /** Hands the rep the flight record as a file. */
  downloadFlightRecord(): void {
    this.#console.handlers.downloadFlightRecord();
  }

  /** The rep's open agent works: requests, accepted work, wrap-up. */
  getAgentWorks(): readonly AgentWork[] {
    return [...this.#console.stores.work.state.works.values()].filter(({ status }) => isOpen(status));
  }

  /** What open work takes of the rep's capacity; `null` before the server said so. */
  getAgentWorkload(): Capacity | null {
    return this.#console.stores.work.state.capacity;
  }

  /** The id of the presence status that the server confirmed; `null` while it is unknown. */
  getServicePresenceStatusId(): string | null {
    const { connection, presence } = this.#console.stores;
    return connection.state.status === 'connected' ? (presence.state.confirmed?.status.id ?? null) : null;
  }

  /** The name for the rep in messaging transcripts, and only there; `null`: the rep's own. */
  getAgentAlias(): string | null {
    return this.#console.stores.configuration.state.effective?.settings.agentAlias.value ?? null;
  }

  /**
   * Sets a presence status. During wrap-up it takes effect when that ends, unless `endAcw` ends it now.
   * @throws {PanelError} (by the promise) where the status is not set.
   */
  setServicePresenceStatus({
    statusId,
    endAcw = false,
  }: {
    readonly statusId: string;
    readonly endAcw?: boolean;
  }): Promise<void> {
    return this.#console.handlers.setStatus(statusId, endAcw);
  }

  /** What stands in place of the browser's own; called once, before the fields of a derived class are there. */
  protected makePowers(): Partial<PlatformOverrides> {
    return {};
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has('words') || this.words === this.#words.value) return;
    this.#words.setValue(this.words);
    this.lang = this.words.locale;
    this.dir = this.words.direction;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (changed.has('apiAddress') || changed.has('rep')) this.#run();
  }

  protected override render() {
    const { words } = this;
    return html`<omni-connection-banner @omni-show-log-request=${this.#showLog}></omni-connection-banner>
      <omni-move-notice></omni-move-notice>
      <omni-presence-menu></omni-presence-menu>
      <omni-acw-timer></omni-acw-timer>
      <omni-readiness-line></omni-readiness-line>
      <omni-capacity-meters></omni-capacity-meters>
      <div role="tablist" part="tabs" aria-label=${words.work} @keydown=${this.#moveTab}>
        ${this.#tab('work', words.work, this.workCount)}${this.#tab('log', words.log, 0)}
      </div>
      <div role="tabpanel" id="work" aria-labelledby="work-tab" ?hidden=${this.tab !== 'work'}>
        <omni-work-list></omni-work-list>
      </div>
      <div role="tabpanel" id="log" aria-labelledby="log-tab" ?hidden=${this.tab !== 'log'}>
        <omni-request-log></omni-request-log>
      </div>
      <omni-connection-indicator></omni-connection-indicator>
      <omni-work-requests ?inside=${this.toastsInside}></omni-work-requests>`;
  }

  #tab(name: 'work' | 'log', label: string, count: number) {
    const isSelected = this.tab === name;
    return html`<button
      role="tab"
      id="${name}-tab"
      aria-controls=${name}
      aria-selected=${isSelected}
      tabindex=${isSelected ? 0 : -1}
      @click=${() => (this.tab = name)}
    >
      ${label}${count > 0 ? html` <span>${count}</span>` : nothing}
    </button>`;
  }

  // Once the host's listeners were called: it may show a log of its own.
  readonly #showLog = (event: Event): void => {
    queueMicrotask(() => {
      if (!event.defaultPrevented) this.tab = 'log';
    });
  };

  readonly #moveTab = (event: KeyboardEvent): void => {
    const tabs = [...this.renderRoot.querySelectorAll<HTMLElement>('[role=tab]')];
    const tab = tabFor(event, tabs, event.target as HTMLElement);
    if (!tab) return;
    event.preventDefault();
    tab.focus();
    tab.click();
  };

  /** Connects for the present rep and API address while it is in the document; otherwise leaves nothing behind. */
  #run(): void {
    const wanted = this.isConnected && this.rep !== '' ? `${this.apiAddress} ${this.rep}` : null;
    if (wanted === this.#runsFor) return;
    if (this.#runsFor !== null) this.#console.disconnect();
    this.#runsFor = wanted;
    if (wanted !== null) this.#console.connect();
  }

  /** Resolves when the server has said what a status needs: who the rep is, and what they may choose. */
  #signedIn(): Promise<void> {
    const { connection, configuration } = this.#console.stores;
    return new Promise((resolve, reject) => {
      const look = () => {
        const { status, detail } = connection.state;
        const isOver = status === 'signedOut' || status === 'refused' || status === 'replaced';
        if (isOver) reject(new PanelError('notConnected', detail ?? 'The panel is not connected.'));
        else if (status !== 'connected' || !configuration.state.effective) return;
        else resolve();
        for (const stop of stops) stop();
      };
      const stops = [connection.subscribe(look), configuration.subscribe(look)];
      look();
    });
  }

  #provide<State>(context: Context<unknown, State>, store: Store<State>): void {
    const provider = new ContextProvider(this, { context, initialValue: store.state });
    store.subscribe((state) => provider.setValue(state));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'omni-channel-panel': OmniChannelPanel;
  }
}
