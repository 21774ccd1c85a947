import { ContextProvider } from '@lit/context';
import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { en, type Strings } from '../../../assets/locales/en.ts';
import {
  createConsole,
  type PanelConsole,
  type PlatformOverrides,
  type Token,
  type WatchdogAddress,
} from '../../../src/console/console.ts';
import { stringsContext } from '../../../src/contexts.ts';
import { RunController } from '../../../src/controllers/run.ts';
import type { WorkspaceAdapter } from '../../../src/domain/work/workspace.ts';
import { defaultShortcuts, type Shortcuts } from '../../shared/shortcuts.ts';
import type { OmniWorkRequests } from '../work-requests/work-requests.ts';
import { HostProperties } from './host-properties.ts';
import { keepFocus } from './panel-focus.ts';
import { PanelMethods } from './panel-methods.ts';
import { PanelOptions } from './panel-options.ts';
import { answerRequests } from './panel-requests.ts';
import { provideContexts } from './provide-contexts.ts';

/**
 * What `<omni-channel-panel>` and `<omni-channel>` have in common: the connection, the console, what a host sets, calls
 * and listens to, and the contexts of the elements that show it.
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
 */
export abstract class ChannelElement extends PanelMethods {
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
  /**
   * Where the host serves this package's `watchdog.js`, on its own origin: with it the panel keeps time in a hidden
   * browser tab without running sound. Under Trusted Types, a URL made by the host's policy. `null` for none.
   */
  @property({ attribute: 'watchdog' }) watchdog: WatchdogAddress | null = null;

  /** The keys that answer the first waiting request; an empty string switches one off. */
  @property({ attribute: false }) shortcuts: Shortcuts = defaultShortcuts;

  /** The panel's texts, with its time and number formats; they determine its text direction. */
  @property({ attribute: false }) words: Strings = en;

  /** Leaves out the capacity. */
  @property({ type: Boolean, attribute: 'hide-capacity' }) hideCapacity = false;
  /** Leaves out the log, and the buttons that open it. */
  @property({ type: Boolean, attribute: 'hide-log' }) hideLog = false;
  /** Leaves out the button that opens the settings: volume, output devices, shortcuts. */
  @property({ type: Boolean, attribute: 'hide-settings' }) hideSettings = false;

  readonly #options = new PanelOptions(this, {
    requests: () => this.requests,
    hasFocus: () => this.hasFocus,
  });
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
    this.rememberDefaults();
    provideContexts(this, this.#console);
    answerRequests(this, { ...this.#console.handlers, showLog: () => this.showLog() });
    keepFocus(this, {
      requests: () => this.requests,
      nearest: (event) => this.nearest(event),
      answered: (workId) => this.#console.handlers.answeredByToast(workId),
    });
  }

  protected override get console(): PanelConsole {
    return this.#console;
  }

  /** The element with the toasts, if there is one. */
  protected abstract get requests(): OmniWorkRequests | null;

  /** Whether the focus is in what belongs to this element. */
  protected abstract get hasFocus(): boolean;

  /** What takes the focus that an element of it has lost. */
  protected abstract nearest(event: Event): HTMLElement | null;

  /** Shows the log: the rep asked for it, and the host did not take that over. */
  protected abstract showLog(): void;

  /** Platform overrides; called once, before the fields of a derived class are initialised. */
  protected createOverrides(): Partial<PlatformOverrides> {
    return {};
  }

  /** To be called by the constructor of a class that has more properties, once they have their defaults. */
  protected rememberDefaults(): void {
    this.#properties.rememberDefaults();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#properties.replaceNothing();
    if (this.words !== this.#words.value) this.#words.setValue(this.words);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (changed.has('apiAddress') || changed.has('rep')) this.#connecting.check();
    if (changed.has('rep') && this.rep === '') this.#console.lacksRep();
  }

  /** The server and rep to connect for; `null` for none. */
  #target(): string | null {
    this.#properties.replaceNothing();
    if (!this.isConnected) return null;
    this.#properties.reportMissing();
    return this.rep === '' ? null : `${this.apiAddress} ${this.rep}`;
  }
}
