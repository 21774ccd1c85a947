import type { ConsoleOptions } from '../../../src/console/console.ts';
import type { Id } from '../../../src/domain/values.ts';
import { ProblemEvent } from '../../../src/events/facts.ts';
import type { OmniWorkRequests } from '../work-requests/work-requests.ts';
import { PanelToasts } from './panel-toasts.ts';

const EXPLAINED =
  'https://github.com/omni-channel-panel/omni-channel-panel/blob/main/docs/embedding.md#problems';

/** The panel as its options see it. */
type Panel = HTMLElement &
  Omit<ConsoleOptions, 'repId' | 'toasts' | 'dispatch' | 'mayMoveFocus'> & { readonly rep: Id };

/** What the console reads of the panel, at the moment it needs it. */
export class PanelOptions implements ConsoleOptions {
  readonly toasts: PanelToasts;
  readonly #panel: Panel;
  readonly #hasFocus: () => boolean;
  readonly #warned = new Set<string>();

  constructor(
    panel: Panel,
    deps: {
      /** The element with the toasts, if there is one. */
      readonly requests: () => OmniWorkRequests | null;
      readonly hasFocus: () => boolean;
    },
  ) {
    this.#panel = panel;
    this.#hasFocus = deps.hasFocus;
    this.toasts = new PanelToasts(deps.requests);
  }

  get apiAddress() {
    return this.#panel.apiAddress;
  }

  get repId() {
    return this.#panel.rep;
  }

  get token() {
    return this.#panel.token;
  }

  get workspace() {
    return this.#panel.workspace;
  }

  get words() {
    return this.#panel.words;
  }

  get notificationRegistration() {
    return this.#panel.notificationRegistration;
  }

  get watchdog() {
    return this.#panel.watchdog;
  }

  mayMoveFocus(): boolean {
    const { body, activeElement } = this.#panel.ownerDocument;
    return this.#hasFocus() || activeElement === body;
  }

  dispatch(event: Event): boolean {
    if (event instanceof ProblemEvent) this.#warn(event);
    return this.#panel.dispatchEvent(event);
  }

  // Whoever embeds the panel looks at the console before they listen: the first problem of each kind is there too, and each
  // missing property.
  #warn({ problem, detail }: ProblemEvent): void {
    const kind = problem === 'property' ? detail : problem;
    if (this.#warned.has(kind)) return;
    this.#warned.add(kind);
    console.warn(`<${this.#panel.localName}>: ${detail} See ${EXPLAINED}`);
  }
}
