import type { ConsoleOptions } from '../../../src/console/console.ts';
import type { Id } from '../../../src/domain/values.ts';
import { ProblemEvent } from '../../../src/events/facts.ts';
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
  readonly #warned = new Set<string>();

  constructor(panel: Panel) {
    this.#panel = panel;
    this.toasts = new PanelToasts(panel);
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
    const root = this.#panel.getRootNode() as Document | ShadowRoot;
    const { body, activeElement } = this.#panel.ownerDocument;
    return root.activeElement === this.#panel || activeElement === body;
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
    console.warn(`<omni-channel-panel>: ${detail} See ${EXPLAINED}`);
  }
}
