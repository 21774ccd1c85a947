import { css, html, type PropertyValues } from 'lit';
import { firstFocusable } from '../../shared/focus.ts';
import '../announcer/announcer.ts';
import { customElement } from '../../shared/custom-element.ts';
import type { OmniWorkRequests } from '../work-requests/work-requests.ts';
import { ChannelElement } from './channel-element.ts';
import { channelsChanged, partsOf } from './placed-parts.ts';

/**
 * The connection of a rep, without a look of its own, for a host that places the parts of the panel apart:
 * `<omni-presence>`, `<omni-requests>`, `<omni-work>`, `<omni-wrap-up>` and `<omni-log>`. These are within it, or name
 * it by its `id`. Its properties, methods and events are those of `<omni-channel-panel>`.
 *
 * It has no box: its children are laid out as if they were in its place. It announces to screen readers what happens,
 * once, however many parts there are.
 *
 * @slot - The host's page, or the part of it that has the parts.
 */
@customElement('omni-channel')
export class OmniChannel extends ChannelElement {
  static override styles = css`
    :host {
      display: contents;
    }
    omni-announcer {
      position: fixed;
    }
  `;

  constructor() {
    super();
    this.addController({ hostConnected: channelsChanged, hostDisconnected: channelsChanged });
  }

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'id'];
  }

  override attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    // eslint-disable-next-line wc/guard-super-call -- LitElement has it
    super.attributeChangedCallback(name, before, now);
    if (name === 'id') channelsChanged();
  }

  protected override render() {
    return html`<slot></slot><omni-announcer lang=${this.words.locale}></omni-announcer>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    for (const part of partsOf(this)) part.requestUpdate();
  }

  protected override get requests(): OmniWorkRequests | null {
    return this.#find('omni-work-requests');
  }

  protected override get hasFocus(): boolean {
    return partsOf(this).some((part) => part.matches(':focus-within'));
  }

  /** The first row of work, or what else takes the focus without harm if the rep is still pressing a key. */
  protected override nearest(): HTMLElement | null {
    const work = this.#find('omni-work-list')?.shadowRoot;
    return (work && firstFocusable(work)) ?? this.#find('omni-presence-menu');
  }

  protected override showLog(): void {
    const log = this.#find('omni-request-log');
    log?.scrollIntoView({ block: 'nearest' });
    if (log) firstFocusable(log.renderRoot)?.focus();
  }

  #find<Tag extends keyof HTMLElementTagNameMap>(tag: Tag): HTMLElementTagNameMap[Tag] | null {
    const found = partsOf(this).map(({ renderRoot }) => renderRoot.querySelector(tag));
    return found.find((one) => one !== null) ?? null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'omni-channel': OmniChannel;
  }
}
