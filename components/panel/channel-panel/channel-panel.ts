import { ContextProvider } from '@lit/context';
import { html, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { en, type Strings } from '../../../assets/locales/en.ts';
import {
  acceptedWorks,
  createConsole,
  type PanelConsole,
  type PlatformOverrides,
  type Token,
  type WatchdogAddress,
  waitingRequests,
} from '../../../src/console/console.ts';
import { stringsContext } from '../../../src/contexts.ts';
import { RunController } from '../../../src/controllers/run.ts';
import type { WorkspaceAdapter } from '../../../src/domain/work/workspace.ts';
import { speak } from '../../shared/own-language.ts';
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
import { HostProperties } from './host-properties.ts';
import { keepFocus } from './panel-focus.ts';
import { PanelMethods } from './panel-methods.ts';
import { PanelOptions } from './panel-options.ts';
import { answerRequests } from './panel-requests.ts';
import { moveTab, tabButton, type TabName } from './panel-tabs.ts';
import { provideContexts } from './provide-contexts.ts';

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
 * @fires omni-work-flag-updated - The flag of accepted work was raised or lowered.
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
export class OmniChannelPanel extends PanelMethods {
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

  @state() private tab: TabName = 'work';
  @state() private workCount = 0;

  /** Whether the toasts are shown inside the panel instead of above the page. */
  protected readonly toastsInside: boolean = false;

  readonly #options = new PanelOptions(this);
  readonly #properties = new HostProperties(this, (event) => this.#options.dispatch(event));
  readonly #console = createConsole(this.#options, this.createOverrides());
  readonly #words = new ContextProvider(this, { context: stringsContext, initialValue: en });
  readonly #connecting = new RunController(this, {
    target: () => this.#target(),
    start: () => this.#console.connect(),
    stop: () => this.#console.disconnect(),
  });

  constructor() {
    super();
    const { stores, handlers } = this.#console;
    provideContexts(this, this.#console);
    stores.work.subscribe((work) => {
      this.workCount = acceptedWorks(work).length + waitingRequests(work).length;
    });
    answerRequests(this, handlers);
  }

  protected override get console(): PanelConsole {
    return this.#console;
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
    this.#properties.replaceNothing();
    if (!changed.has('words')) return;
    if (this.words !== this.#words.value) this.#words.setValue(this.words);
    speak(this, this.words);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (changed.has('apiAddress') || changed.has('rep')) this.#connecting.check();
    if (changed.has('rep') && this.rep === '') this.#console.lacksRep();
  }

  protected override render() {
    const { words } = this;
    const select = (name: TabName) => (this.tab = name);
    const tab = (name: TabName, label: string, count: number) =>
      tabButton({ name, label, count, isSelected: this.tab === name, select });
    return html`<omni-connection-banner @omni-show-log-request=${this.#showLog}></omni-connection-banner>
      <omni-move-notice></omni-move-notice>
      <omni-presence-menu></omni-presence-menu>
      <omni-acw-timer></omni-acw-timer>
      <omni-readiness-line .shortcuts=${this.shortcuts}></omni-readiness-line>
      <omni-capacity-meters></omni-capacity-meters>
      <div role="tablist" part="tabs" aria-label=${words.work} @keydown=${moveTab}>
        ${tab('work', words.work, this.workCount)}${tab('log', words.log, 0)}
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

  // After the host's listeners: it may show a log of its own.
  readonly #showLog = (event: Event): void => {
    queueMicrotask(() => {
      if (!event.defaultPrevented) this.tab = 'log';
    });
  };

  /** The server and rep to connect for; `null` for none. */
  #target(): string | null {
    this.#properties.replaceNothing();
    if (!this.isConnected) return null;
    this.#properties.reportMissing();
    return this.rep === '' ? null : `${this.apiAddress} ${this.rep}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'omni-channel-panel': OmniChannelPanel;
  }
}
