import type { ConsoleOptions } from '../../../src/console/console.ts';
import type { OmniChannelPanel } from './channel-panel.ts';
import { PanelToasts } from './panel-toasts.ts';

/** The panel's properties as the console's options, read whenever needed. */
export class PanelOptions implements ConsoleOptions {
  readonly toasts: PanelToasts;
  readonly #panel: OmniChannelPanel;

  constructor(panel: OmniChannelPanel) {
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

  dispatch(event: Event): boolean {
    return this.#panel.dispatchEvent(event);
  }
}
