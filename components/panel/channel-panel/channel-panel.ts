import { ContextProvider, type Context } from '@lit/context';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { en, type Strings } from '../../../assets/locales/en.ts';
import {
  acceptedWorks,
  createConsole,
  type PlatformOverrides,
  type FlightEntry,
  type MethodOutcome,
  type Store,
  type Token,
  type WatchdogAddress,
  waitingRequests,
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
import { workloadOf, type AgentWorkload } from '../../../src/domain/work/capacity.ts';
import type { DestinationPage } from '../../../src/domain/work/transfer.ts';
import type { WorkspaceAdapter } from '../../../src/domain/work/workspace.ts';
import { defaultShortcuts, type Shortcuts } from '../../shared/shortcuts.ts';
import { keepKeys } from '../../shared/typing.ts';
import '../acw-timer/acw-timer.ts';
import '../announcer/announcer.ts';
import '../capacity-meters/capacity-meters.ts';
import '../connection-banner/connection-banner.ts';
import '../connection-indicator/connection-indicator.ts';
import '../missed-notice/missed-notice.ts';
import '../move-notice/move-notice.ts';
import '../presence-menu/presence-menu.ts';
import '../readiness-line/readiness-line.ts';
import '../request-log/request-log.ts';
import '../work-list/work-list.ts';
import '../work-requests/work-requests.ts';
import { styles } from './channel-panel.styles.ts';
import { answerRequests } from './panel-requests.ts';
import { keepFocus } from './panel-focus.ts';
import { reportMissing } from './missing-properties.ts';
import { replaceNothing } from './property-defaults.ts';
import { PanelOptions } from './panel-options.ts';
import type { DestinationSearch, Transfer } from './panel-arguments.ts';
import { tabFor } from './panel-tabs.ts';

/**
 * The rep's omni-channel panel: presence, work requests with their sound, accepted work, the log. It connects while
 * it is in the document; moving it within the document does not break the connection.
 *
 * The rep's actions bubble from it as cancelable events ("...-request"): a host that calls `preventDefault()` takes
 * over the action or vetoes it. Facts are in the past tense and cannot be canceled. Methods have the names that
 * console developers know; they reject with a `PanelError`, which has a `code`. Those that answer, end or transfer work
 * are fulfilled with a `MethodOutcome`: `confirmed`, or `kept` while there is no connection. No promise stays open.
 *
 * @fires omni-set-status-request - The rep asks for a presence status.
 * @fires omni-end-outbound-request - The rep says that the outbound conversation is over.
 * @fires omni-accept-request - The rep accepts a work request.
 * @fires omni-decline-request - The rep declines a work request.
 * @fires omni-close-request - The rep closes accepted work, which ends its conversation.
 * @fires omni-extend-acw-request - The rep extends a wrap-up once.
 * @fires omni-end-acw-request - "All done": the rep ends a wrap-up.
 * @fires omni-take-request - The rep takes declined or missed work that is still waiting.
 * @fires omni-transfer-request - The rep transfers accepted work, or invites someone to its conversation.
 * @fires omni-find-destinations-request - The rep searches for a transfer destination.
 * @fires omni-silence-alarm-request - The rep silences the alarm for a lost connection.
 * @fires omni-dismiss-return-request - The rep dismisses the report of what happened while they were away.
 * @fires omni-download-flight-record-request - The rep downloads the flight record of the last hour, for support.
 * @fires omni-show-log-request - The rep opens the log to see what was missed.
 * @fires omni-dismiss-request - The rep dismisses a toast that shows an outcome.
 * @fires omni-show-record-request - The rep brings the record of a work to the front.
 * @fires omni-fix-problem-request - The rep clicked the button that fixes a problem.
 * @fires omni-dismiss-problem-request - The rep dismisses a warning.
 * @fires omni-test-sound-request - The rep tests the request sound or the alarm.
 * @fires omni-test-notification-request - The rep tests whether notifications appear.
 * @fires omni-set-volume-request - The rep set the volume.
 * @fires omni-find-outputs-request - The rep wants to choose an output device.
 * @fires omni-set-output-request - The rep chose an output device.
 * @fires omni-open-work-request - Accepted work is about to open in the workspace.
 * @fires omni-notification-request - A request is waiting that the rep cannot see; the panel is about to show a
 *   notification.
 * @fires omni-login - The panel signed in: the server sent the first snapshot.
 * @fires omni-logout - The rep signed out.
 * @fires omni-status-changed - The server confirmed a presence status.
 * @fires omni-queued-status-changed - The status that follows wrap-up was chosen, or is no longer queued.
 * @fires omni-outbound-changed - An outbound conversation keeps offers away until `endsAt`, or no longer.
 * @fires omni-work-assigned - A work request arrived.
 * @fires omni-work-accepted - A work request was accepted, by the rep or automatically.
 * @fires omni-work-declined - A work request was declined, by the rep or by the push time-out.
 * @fires omni-work-canceled - A work request was canceled without an answer.
 * @fires omni-work-transferred - Accepted work was transferred.
 * @fires omni-work-closed - Accepted work was closed.
 * @fires omni-acw-started - Wrap-up started for work whose conversation ended.
 * @fires omni-acw-ended - Wrap-up ended, by itself or early.
 * @fires omni-configuration-changed - The rep was moved to another presence configuration: `from`, `to`.
 * @fires omni-workload-changed - The load of open work on the rep's capacity changed.
 * @fires omni-attention-changed - The number of waiting requests, whether one rings, or whether the connection is
 *   lost has changed: for the page's title.
 * @fires omni-requests-obstructed - A modal dialog of the host makes the toasts inert, or no longer does.
 * @fires omni-connection-error - The connection broke, was refused, or was replaced.
 * @fires omni-problem - A problem that may interest the host.
 *
 * @csspart tabs - The Work and Log tabs.
 *
 * @customElement omni-channel-panel
 */
export class OmniChannelPanel extends LitElement {
  static override styles = styles;

  /** The API address, below which `v1/...` is. */
  @property({ attribute: 'api-address' }) apiAddress = '';
  /** The id of the rep who uses the panel. */
  @property() rep = '';
  /**
   * The rep's token, or a function that fetches one: it is called again before the token expires, and when it is
   * rejected.
   */
  @property({ attribute: false }) token: Token = '';
  /** The host's workspace, where accepted work opens; `null` if the host handles `omni-open-work-request` instead. */
  @property({ attribute: false }) workspace: WorkspaceAdapter | null = null;
  /**
   * The host's service worker, if it shows notifications with an accept button; `null` for notifications without one.
   */
  @property({ attribute: false }) notificationRegistration: ServiceWorkerRegistration | null = null;
  /** `docked`: fills the height of its container. `inline`: as high as its content. */
  @property({ reflect: true }) layout: 'docked' | 'inline' = 'docked';

  /**
   * Where the host serves this package's `watchdog.js`, on its own origin: with it the panel keeps time in a hidden
   * browser tab without running sound. Under Trusted Types, a URL made by the host's policy. `null` for none.
   */
  @property({ attribute: 'watchdog' }) watchdog: WatchdogAddress | null = null;

  /** The keys that answer the first waiting request; an empty string switches one off. */
  @property({ attribute: false }) shortcuts: Shortcuts = defaultShortcuts;

  /** The panel's texts, with its time and number formats; they determine its text direction. */
  @property({ attribute: false }) words: Strings = en;

  @state() private tab: 'work' | 'log' = 'work';
  @state() private workCount = 0;

  /** Whether the toasts are shown inside the panel instead of above the page. */
  protected readonly toastsInside: boolean = false;

  readonly #console = createConsole(new PanelOptions(this), this.createOverrides());
  readonly #words = new ContextProvider(this, { context: stringsContext, initialValue: en });
  /** What it is connected for; `null` while disconnected. */
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
    stores.work.subscribe((work) => {
      this.workCount = acceptedWorks(work).length + waitingRequests(work).length;
    });
    answerRequests(this, handlers);
    // In a microtask: properties that the host sets right after inserting the panel are then included, and a panel
    // that is only moved is back in the document.
    const later = () => queueMicrotask(() => this.#run());
    this.addController({ hostConnected: later, hostDisconnected: later });
  }

  /**
   * Signs in again after `logout()`, or takes over from another place ("Use here"); then sets a presence status.
   * @throws {PanelError} (rejects) if the status is not set.
   */
  async login({ statusId }: { readonly statusId: string }): Promise<void> {
    this.#console.handlers.reconnect();
    await this.#console.signedIn();
    await this.#console.handlers.setStatus(statusId);
  }

  /**
   * Sets Offline without a grace period and ends the session. The panel stays signed out until `login()`. With
   * `forget` this browser's data about the rep is erased: the cached configuration and the volume, for instance.
   */
  logout(options: { readonly forget?: boolean } = {}): Promise<void> {
    return this.#console.handlers.signOut(options);
  }

  /** @throws {PanelError} (rejects) if the request is not accepted. */
  acceptAgentWork({ workId }: { readonly workId: string }): Promise<MethodOutcome> {
    return this.#console.settle(() => this.#console.handlers.accept(workId));
  }

  /**
   * Declines a request; `declineReason` is the id of one of the offered reasons, required if there are any.
   * @throws {PanelError} (rejects) if the request is not declined, or cannot be.
   */
  declineAgentWork({
    workId,
    declineReason = null,
  }: {
    readonly workId: string;
    readonly declineReason?: string | null;
  }): Promise<MethodOutcome> {
    return this.#console.settle(() => this.#console.handlers.decline(workId, declineReason));
  }

  /**
   * Closes accepted work: ends its conversation, or closes work that has none.
   * @throws {PanelError} (rejects) if it is not closed.
   */
  closeAgentWork({ workId }: { readonly workId: string }): Promise<MethodOutcome> {
    return this.#console.settle(() => this.#console.handlers.close(workId));
  }

  /**
   * Transfers accepted work; with `conference` (messaging only) invites someone at the destination to its
   * conversation.
   * @throws {PanelError} (rejects) if it is not transferred.
   */
  transferAgentWork({ workId, destination, conference = false }: Transfer): Promise<MethodOutcome> {
    return this.#console.settle(() => this.#console.handlers.transfer(workId, destination, conference));
  }

  /**
   * The transfer destinations of accepted work; `search` is part of a name, `cursor` is `next` from the previous
   * page.
   * @throws {PanelError} (rejects) if the server does not return them.
   */
  getTransferDestinations({
    workId,
    search = '',
    cursor = null,
  }: DestinationSearch): Promise<DestinationPage> {
    return this.#console.handlers.destinations({ agentWorkId: workId, search, cursor });
  }

  /** Extends a wrap-up once. @throws {PanelError} (rejects) if it is not extended. */
  extendAfterConversationWork({ workId }: { readonly workId: string }): Promise<MethodOutcome> {
    return this.#console.settle(() => this.#console.handlers.extendAcw(workId));
  }

  /** "All done". @throws {PanelError} (rejects) if the wrap-up is not ended. */
  endAfterConversationWork({ workId }: { readonly workId: string }): Promise<MethodOutcome> {
    return this.#console.settle(() => this.#console.handlers.endAcw(workId));
  }

  /**
   * The rep starts an outbound call or conversation, which ends every wrap-up. Until `endOutboundConversation()`, or for
   * `maxSeconds` (60 by default, at most 14,400), the rep is offered nothing.
   * @throws {PanelError} (rejects) if the server does not confirm it.
   */
  startOutboundConversation({ maxSeconds }: { readonly maxSeconds?: number } = {}): Promise<MethodOutcome> {
    return this.#console.settle(() => this.#console.handlers.startOutbound(maxSeconds));
  }

  /** The outbound conversation is over. @throws {PanelError} (rejects) if the server does not confirm it. */
  endOutboundConversation(): Promise<MethodOutcome> {
    return this.#console.settle(() => this.#console.handlers.endOutbound());
  }

  /**
   * The host's workspace closed a record's tab, which ends the wrap-ups of its works.
   * @throws {PanelError} (rejects) if one is not ended.
   */
  recordClosed({ recordId }: { readonly recordId: string }): Promise<MethodOutcome> {
    return this.#console.settle(() => this.#console.handlers.recordClosed(recordId));
  }

  /** The events of the last hour, for support: states and ids, no customer data and no token. */
  getFlightRecord(): readonly FlightEntry[] {
    return this.#console.handlers.flightRecord();
  }

  /** Offers the flight record to the rep as a file. */
  downloadFlightRecord(): void {
    this.#console.handlers.downloadFlightRecord();
  }

  /** The rep's open agent works: requests, accepted work, wrap-up. */
  getAgentWorks(): readonly AgentWork[] {
    return [...this.#console.stores.work.state.works.values()].filter(({ status }) => isOpen(status));
  }

  /** The load of open work on the rep's capacity, in units; `null` until the server has sent it. */
  getAgentWorkload(): AgentWorkload | null {
    const { capacity } = this.#console.stores.work.state;
    return capacity && workloadOf(capacity);
  }

  /** The id of the presence status confirmed by the server; `null` while it is unknown. */
  getServicePresenceStatusId(): string | null {
    const { connection, presence } = this.#console.stores;
    return connection.state.status === 'connected' ? (presence.state.confirmed?.status.id ?? null) : null;
  }

  /** The id of the status that takes effect when wrap-up ends; `null` if none was chosen. */
  getQueuedServicePresenceStatusId(): string | null {
    return this.#console.stores.presence.state.statusAfterAcw?.id ?? null;
  }

  /** Until when an outbound conversation keeps offers away, in milliseconds since 1970; `null` if there is none. */
  getOutboundConversationEnd(): number | null {
    return this.#console.stores.presence.state.outboundEndsAt;
  }

  /** The rep's name in messaging transcripts only; `null` for the rep's own. */
  getAgentAlias(): string | null {
    return this.#console.stores.configuration.state.effective?.settings.agentAlias.value ?? null;
  }

  /**
   * Sets a presence status. During wrap-up it takes effect at the end, unless `endAcw` ends the wrap-up now. With
   * `giveBack`, and a status that is not online, requests that still ring return to their queues.
   * @throws {PanelError} (rejects) if the status is not set.
   */
  setServicePresenceStatus({
    statusId,
    endAcw = false,
    giveBack = false,
  }: {
    readonly statusId: string;
    readonly endAcw?: boolean;
    readonly giveBack?: boolean;
  }): Promise<void> {
    return this.#console.handlers.setStatus(statusId, endAcw, giveBack);
  }

  /** Platform overrides; called once, before the fields of a derived class are initialised. */
  protected createOverrides(): Partial<PlatformOverrides> {
    return {};
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    keepFocus(this, { root, answered: (workId) => this.#console.handlers.answeredByToast(workId) });
    keepKeys(root);
    return root;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    replaceNothing(this);
    if (!changed.has('words')) return;
    if (this.words !== this.#words.value) this.#words.setValue(this.words);
    // Also those of English: the host's page may have another language and direction.
    this.lang = this.words.locale;
    this.dir = this.words.direction;
    // It has words of its own: a browser's translator would freeze its texts.
    this.translate = false;
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
      <omni-readiness-line .shortcuts=${this.shortcuts}></omni-readiness-line>
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
      <omni-missed-notice @omni-show-log-request=${this.#showLog}></omni-missed-notice>
      <omni-connection-indicator></omni-connection-indicator>
      <omni-work-requests .shortcuts=${this.shortcuts} ?inside=${this.toastsInside}></omni-work-requests>
      <omni-announcer></omni-announcer>`;
  }

  #tab(name: 'work' | 'log', label: string, count: number) {
    const isSelected = this.tab === name;
    return html`<button
      role="tab"
      id="${name}-tab"
      aria-controls=${name}
      aria-selected=${isSelected}
      aria-label=${count > 0 ? `${label} ${count}` : nothing}
      tabindex=${isSelected ? 0 : -1}
      @click=${() => (this.tab = name)}
    >
      ${label}${count > 0 ? html` <span>${count}</span>` : nothing}
    </button>`;
  }

  // After the host's listeners: it may show a log of its own.
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

  /** Connects for the present rep and API address while the panel is in the document; otherwise cleans up. */
  #run(): void {
    replaceNothing(this);
    const wanted = this.isConnected && this.rep !== '' ? `${this.apiAddress} ${this.rep}` : null;
    if (this.isConnected) reportMissing(this);
    if (wanted === this.#runsFor) return;
    if (this.#runsFor !== null) this.#console.disconnect();
    this.#runsFor = wanted;
    if (wanted !== null) this.#console.connect();
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
