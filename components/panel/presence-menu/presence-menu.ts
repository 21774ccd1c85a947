import { consume, type ContextType } from '@lit/context';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import type { IconName } from '../../../assets/icons/icons.ts';
import { configurationContext, connectionContext, presenceContext } from '../../../src/contexts.ts';
import { WorksController } from '../../../src/controllers/works.ts';
import {
  isChosen,
  type Presence,
  type PresenceStatus,
} from '../../../src/domain/configuration/presence-status.ts';
import type { Instant } from '../../../src/domain/time.ts';
import type { Id } from '../../../src/domain/values.ts';
import { EndOutboundRequestEvent, SetStatusRequestEvent } from '../../../src/events/requests.ts';
import { beforeNames, isolated } from '../../shared/join-with-dots.ts';
import { icon } from '../../shared/icon.ts';
import { namesOf, piecesOf } from '../../shared/one-line.ts';
import { PanelElement } from '../../shared/panel-element.ts';
import { Typeahead } from './typeahead.ts';
import { styles } from './presence-menu.styles.ts';
import { customElement } from '../../shared/custom-element.ts';

const kinds: readonly PresenceStatus['kind'][] = ['online', 'busy', 'offline', 'unknown'];

/**
 * The rep's presence status, and the menu to change it. It shows the status that the server confirmed; a change under
 * way is shown as pending. Without a connection the status is unknown, and none can be chosen.
 *
 * During wrap-up it shows that, and the status that follows. A status chosen then takes effect at the end of wrap-up,
 * and the line below offers to end it now. The menu's "End wrap-up now" leads to that button for confirmation.
 *
 * A rep who chose a busy status while a request without a push time-out waits is asked whether to keep what still rings
 * or to give it back.
 *
 * While an outbound conversation keeps offers away, a line says until when, and the rep can end that.
 *
 * @fires omni-end-outbound-request - The rep says that the outbound conversation is over.
 * @fires omni-set-status-request - The rep chose a status, or gives back what still rings.
 *
 * @csspart button - The present status; opens the menu.
 * @csspart icon - The icon of a status, on the button and in the menu.
 * @csspart icon-online - That of an online status.
 * @csspart icon-busy - That of a busy status, and of wrap-up.
 * @csspart icon-offline - That of Offline.
 * @csspart icon-unknown - That of an unknown status.
 * @csspart icon-pending - That of a change that is not confirmed yet.
 * @csspart menu - The menu, in the top layer.
 * @csspart item - A line of the menu.
 * @csspart after - A line below the button: the status after wrap-up, requests that still wait, an outbound conversation.
 * @csspart keep - The button that keeps what still rings.
 * @csspart give-back - The button that gives it back.
 * @csspart end-now - The button that ends wrap-up now.
 * @csspart end-outbound - The button that ends the outbound conversation.
 */
@customElement('omni-presence-menu')
export class OmniPresenceMenu extends PanelElement {
  static override styles = styles;

  @consume({ context: presenceContext, subscribe: true })
  protected presence: ContextType<typeof presenceContext> | undefined;
  @consume({ context: connectionContext, subscribe: true })
  protected connection: ContextType<typeof connectionContext> | undefined;
  @consume({ context: configurationContext, subscribe: true })
  protected configuration: ContextType<typeof configurationContext> | undefined;

  @state() private open = false;
  /** Since when the status is set with which the rep keeps what still rings; `null` if they have not said so. */
  @state() private keeps: Instant | null = null;
  /** Whether the rep asked to end wrap-up and has not confirmed it yet. */
  @state() private asksToEnd = false;
  @query('[part=button]') private button!: HTMLElement;
  @query('[part=menu]') private menu!: HTMLElement;
  @query('[part=end-now]') private endNow!: HTMLElement | null;

  readonly #works = new WorksController(this);
  readonly #typeahead = new Typeahead();

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!this.#wrapsUp) this.asksToEnd = false;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (!this.#known && this.open) this.menu.hidePopover();
  }

  protected override render() {
    const { glyph, name, detail } = this.#shown();
    return html`<button
        part="button"
        aria-haspopup="menu"
        aria-expanded=${this.open}
        aria-disabled=${!this.#known}
        popovertarget="menu"
        @click=${this.#toggle}
        @keydown=${this.#buttonKey}
      >
        ${this.#icon(glyph)}
        <b class="one-line foreign">${name}</b>
        <span class="quiet pieces keeps-first">${piecesOf(detail)}</span>
        ${this.#known ? icon('down') : nothing}
      </button>
      <div
        id="menu"
        part="menu"
        popover="auto"
        role="menu"
        aria-label=${this.words.status}
        @toggle=${this.#toggled}
        @keydown=${this.#menuKey}
      >
        ${kinds.map((kind) => this.#group(kind))}
        ${
          this.#wrapsUp
            ? html`<div role="group" aria-label=${this.words.wrappingUp}>
                <button role="menuitem" part="item" tabindex="-1" @click=${this.#askToEnd}>
                  ${icon('check')}${this.words.endWrapUpNow}
                </button>
              </div>`
            : nothing
        }
      </div>
      ${this.#after()}${this.#stillWaiting()}${this.#outbound()}`;
  }

  // A rep at lunch answers nothing: what has no push time-out would ring until they are back.
  #stillWaiting() {
    const { presence, words } = this;
    const confirmed = presence?.confirmed;
    if (!this.#known || confirmed?.status.kind !== 'busy' || !isChosen(confirmed.cause)) return nothing;
    const waiting = this.#works.waiting.filter(({ stamp }) => !stamp.automatic);
    if (this.keeps === confirmed.since || waiting.every(({ stamp }) => stamp.deadline !== null))
      return nothing;
    const busy = presence?.pendingStatusId != null;
    return html`<div part="after" class="asks">
      <p role="status">${words.stillWaits(waiting.length)}</p>
      <button class="button small" part="keep" @click=${() => (this.keeps = confirmed.since)}>
        ${words.keepRequests}
      </button>
      <button
        class="button small"
        part="give-back"
        aria-disabled=${busy}
        @click=${() =>
          !busy && this.dispatchEvent(new SetStatusRequestEvent(confirmed.status.id, false, true))}
      >
        ${busy ? words.checkingStatus : words.giveBack}
      </button>
    </div>`;
  }

  #after() {
    const { presence, words } = this;
    const next = this.#next;
    if (!this.#wrapsUp || !next || !(this.asksToEnd || presence?.statusAfterAcw)) return nothing;
    const busy = presence?.pendingStatusId != null;
    return html`<div part="after">
      <p role="status">${words.statusAfterWrapUp(next.name)}</p>
      <button
        class="button small"
        part="end-now"
        aria-disabled=${busy}
        @click=${() => !busy && this.dispatchEvent(new SetStatusRequestEvent(next.id, true))}
      >
        ${busy ? words.checkingStatus : words.endWrapUpNow}
      </button>
    </div>`;
  }

  // Whoever is offered nothing should know why.
  #outbound() {
    const { presence, words } = this;
    const endsAt = presence?.outboundEndsAt ?? null;
    if (!this.#known || endsAt === null) return nothing;
    return html`<div part="after" class="asks">
      <p>${words.outboundUntil(words.time(endsAt))}</p>
      <button
        class="button small"
        part="end-outbound"
        @click=${() => this.dispatchEvent(new EndOutboundRequestEvent())}
      >
        ${words.endOutbound}
      </button>
    </div>`;
  }

  #group(kind: PresenceStatus['kind']) {
    const statuses = this.#statuses.filter((status) => status.kind === kind);
    if (statuses.length === 0) return nothing;
    const head = this.words.kinds[kind];
    // A heading that only repeats its single status is redundant.
    const same = statuses.length === 1 && statuses[0]?.name === head;
    return html`<div role="group" aria-label=${head}>
      ${same ? nothing : html`<p class="quiet" aria-hidden="true">${head}</p>`}
      ${statuses.map((status) => this.#item(status))}
    </div>`;
  }

  #item({ id, name, kind, channelIds }: PresenceStatus): TemplateResult {
    const { words } = this;
    const checked = id === this.#next?.id;
    const pending = id === this.presence?.pendingStatusId;
    const now = this.#wrapsUp ? words.next : words.now;
    const tail = pending ? words.checkingStatus : checked ? now : '';
    const channels = words.list(this.#channels(channelIds).map(isolated));
    const detail = this.#wrapsUp ? beforeNames(words.afterWrapUp, channels) : channels;
    return html`<button
      role="menuitemradio"
      part="item"
      tabindex="-1"
      aria-checked=${checked}
      @click=${() => this.#choose(id)}
    >
      ${this.#icon(kind)}
      <span>${name}<span class="quiet channels">${detail}</span></span>
      ${tail ? html`<span class="quiet tail">${icon(pending ? 'dots' : 'check')}${tail}</span>` : nothing}
    </button>`;
  }

  #icon(glyph: IconName): TemplateResult {
    return html`<span class=${glyph} part="icon icon-${glyph}">${icon(glyph)}</span>`;
  }

  #shown(): { glyph: IconName; name: string; detail: readonly (string | TemplateResult)[] } {
    const { words } = this;
    const confirmed = this.presence?.confirmed ?? null;
    const name = confirmed?.status.name ?? '';
    if (!this.#known || !confirmed) {
      const until = () => words.wasUntil(name, words.time(this.connection?.since ?? 0));
      return {
        glyph: 'unknown',
        name: words.statusUnknown,
        detail: [confirmed ? until() : words.notConnectedYet],
      };
    }
    const pending = this.#statuses.find(({ id }) => id === this.presence?.pendingStatusId);
    if (this.#wrapsUp) {
      const next = pending ? words.changingTo(pending.name) : words.thenStatus(this.#next?.name ?? '');
      return { glyph: pending ? 'pending' : 'busy', name: words.inWrapUp, detail: [next] };
    }
    if (pending) {
      return { glyph: 'pending', name: words.changingTo(pending.name), detail: [words.untilConfirmed(name)] };
    }
    return { glyph: confirmed.status.kind, name, detail: this.#since(confirmed) };
  }

  #since({ status, since, cause }: Presence): (string | TemplateResult)[] {
    const time = this.words.time(since);
    const { since: at, setBy } = this.words;
    const set = cause === 'unknown' || isChosen(cause) ? at(time) : setBy[cause](time);
    const channels = this.#channels(status.channelIds);
    return channels.length === 0 ? [set] : [set, namesOf(channels, this.words.separator)];
  }

  #channels(ids: readonly Id[]): string[] {
    const channels = this.configuration?.effective?.channels ?? [];
    return channels.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  }

  get #statuses(): readonly PresenceStatus[] {
    return this.configuration?.effective?.statuses ?? [];
  }

  // Without a connection the status is unknown.
  get #known(): boolean {
    return this.connection?.status === 'connected' && this.presence?.confirmed != null;
  }

  get #wrapsUp(): boolean {
    return this.#known && this.#works.wrappingUp.length > 0;
  }

  /** The present status, or during wrap-up the one that follows. */
  get #next(): PresenceStatus | undefined {
    return (this.#wrapsUp ? this.presence?.statusAfterAcw : null) ?? this.presence?.confirmed?.status;
  }

  get #items(): HTMLElement[] {
    return [...this.menu.querySelectorAll<HTMLElement>('[role^=menuitem]')];
  }

  // `popovertarget` keeps a press on the button from closing the menu first, which the click would then open again.
  readonly #toggle = (event: Event): void => {
    event.preventDefault();
    if (this.menu.matches(':popover-open')) this.menu.hidePopover();
    else this.#show();
  };

  // The focus moves here and not in the toggle event, which comes later: a key pressed meanwhile would be lost.
  #show(): void {
    if (!this.#known) return;
    this.menu.showPopover();
    this.#focusItem();
  }

  #focusItem(): void {
    (this.#items.find((item) => item.ariaChecked === 'true') ?? this.#items[0])?.focus();
  }

  // The open menu was rendered anew.
  protected override focusLeft(...lost: Parameters<PanelElement['focusLeft']>): void {
    if (this.menu.matches(':popover-open')) this.#focusItem();
    else super.focusLeft(...lost);
  }

  readonly #toggled = (event: ToggleEvent): void => {
    this.open = event.newState === 'open';
  };

  readonly #buttonKey = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    this.#show();
  };

  readonly #menuKey = (event: KeyboardEvent): void => {
    const items = this.#items;
    const at = items.findIndex((item) => item === this.shadowRoot?.activeElement);
    const to: Partial<Record<string, number>> = {
      ArrowDown: (at + 1) % items.length,
      ArrowUp: (at - 1 + items.length) % items.length,
      Home: 0,
      End: items.length - 1,
    };
    if (event.key === 'Tab' || event.code === 'Tab') {
      this.menu.hidePopover();
      return;
    }
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      this.#close();
      return;
    }
    const target =
      to[event.key] ??
      this.#typeahead.find(
        event,
        items.map((item) => item.textContent.trim()),
        at,
      );
    if (target === undefined) return;
    event.preventDefault();
    items[target]?.focus();
  };

  #choose(id: Id): void {
    this.#close();
    this.dispatchEvent(new SetStatusRequestEvent(id));
  }

  // Ending all wrap-ups is confirmed with the button that this shows and focuses.
  readonly #askToEnd = (): void => {
    this.#close();
    this.asksToEnd = true;
    void this.updateComplete.then(() => this.endNow?.focus());
  };

  /** Focuses the button. */
  override focus(options?: FocusOptions): void {
    this.button.focus(options);
  }

  // The browser restores the focus only to what had it: in Safari, clicked buttons do not get it.
  #close(): void {
    this.menu.hidePopover();
    this.button.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'omni-presence-menu': OmniPresenceMenu;
  }
}
