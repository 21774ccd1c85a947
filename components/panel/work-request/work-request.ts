import { consume, type ContextType } from '@lit/context';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { soundContext, workContext } from '../../../src/contexts.ts';
import { ClockController, nextSecond } from '../../../src/controllers/clock.ts';
import { isWorkRequest, type AgentWork } from '../../../src/domain/work/agent-work.ts';
import { secondsSince, type Instant } from '../../../src/domain/time.ts';
import {
  AcceptRequestEvent,
  DeclineRequestEvent,
  DismissRequestEvent,
  FixProblemRequestEvent,
  ShowRecordRequestEvent,
} from '../../../src/events/requests.ts';
import '../countdown-dial/countdown-dial.ts';
import '../decline-dialog/decline-dialog.ts';
import { joinWithDots } from '../../shared/join-with-dots.ts';
import { piecesOf } from '../../shared/one-line.ts';
import { icon } from '../../shared/icon.ts';
import { PanelElement } from '../../shared/panel-element.ts';
import { MISCLICK_WINDOW } from '../../shared/places.ts';
import { ariaShortcut, type Shortcuts } from '../../shared/shortcuts.ts';
import { endText, viewRequest, type RequestState, type RequestView } from './request-view.ts';
import { styles } from './work-request.styles.ts';
import { customElement } from '../../shared/custom-element.ts';

const isLong = (highlight: AgentWork['highlights'][number]) =>
  Math.max(highlight.label.length, highlight.value.length) > 14;

/**
 * A work request as a toast: what it is, who is waiting and since when, the time left, and the answers. Accept comes
 * first, and Decline next to it if the request can be declined. Once it is settled the same button only dismisses, so
 * that a late click does no harm. It never takes the focus and is complete in its first frame.
 *
 * Its state is reflected on the host, for styling: `ringing`, `urgent` (10 seconds or fewer), `checking` (an answer
 * waits for the server), `kept` (an answer waits for the connection), `settled`. Its template is small on purpose:
 * with 1,000 requests the whole stack has at most 60 elements, including shadow trees.
 *
 * @fires omni-accept-request - The rep accepts.
 * @fires omni-decline-request - The rep declines, with the chosen reason, or at once if none is asked for.
 * @fires omni-dismiss-request - The rep dismisses a settled request.
 * @fires omni-show-record-request - The rep opens the record of automatically accepted work.
 * @fires omni-fix-problem-request - The rep turns on sound for a ring that is not audible.
 *
 * @csspart band - The solid header of a full toast: icon, kind, channel, time left.
 * @csspart accept - The accept button, which later dismisses.
 * @csspart decline - The decline button.
 * @csspart subject - The subject of the request.
 * @csspart turn-on-sound - The button that makes a ring audible.
 * @csspart dialog - The dialog that asks for the decline reason.
 */
@customElement('omni-work-request')
export class OmniWorkRequest extends PanelElement {
  static override styles = styles;

  @property({ attribute: false }) work: AgentWork | undefined;
  /** A row instead of a full toast. */
  @property({ type: Boolean, reflect: true }) compact = false;
  /** The keys that answer this request; `null` if it is not the first one. */
  @property({ attribute: false }) shortcuts: Shortcuts | null = null;
  /** When it moved to its present place. */
  @property({ attribute: false }) since: Instant = 0;
  @property({ reflect: true }) state: RequestState = 'ringing';
  /** Whether the rep is choosing a decline reason. */
  @property({ type: Boolean, reflect: true }) declining = false;

  @consume({ context: workContext, subscribe: true })
  protected answers: Pick<ContextType<typeof workContext>, 'answers' | 'refusals'> | undefined;
  @consume({ context: soundContext, subscribe: true })
  protected sound: ContextType<typeof soundContext> | undefined;

  @state() private view: RequestView | undefined;

  readonly #clock = new ClockController(this, (now) => {
    if (!this.work || !(this.#waits || this.#pulses)) return null;
    return nextSecond(this.work.stamp.deadline ?? this.work.offeredAt, now);
  });

  /** Accepts, unless it has only just moved to its place, or is not waiting for an answer. */
  accept(): void {
    if (this.work && this.#waits && !this.#tooSoon) this.dispatchEvent(new AcceptRequestEvent(this.work.id));
  }

  /** Declines, or first asks for the reason. */
  decline(): void {
    if (!this.work?.stamp.declinable || !this.#waits || this.#tooSoon) return;
    if (this.work.stamp.declineReasons.length > 0) this.declining = true;
    else this.dispatchEvent(new DeclineRequestEvent(this.work.id, null));
  }

  /** Focuses the button that accepts, or dismisses. */
  override focus(options?: FocusOptions): void {
    this.#part('accept')?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { work } = this;
    if (!work) return;
    this.view = viewRequest(work, this.answers?.answers.get(work.id), this.#clock.now, this.words);
    this.state = this.view.state;
    if (this.state === 'checking' || this.state === 'kept') this.declining = false;
    this.role = 'article';
    this.ariaLabel = `${this.view.title}: ${work.subject}`;
    // On in the first frame, then alternating each second.
    this.toggleAttribute('pulses', this.#pulses);
    this.toggleAttribute('halo', this.#pulses && secondsSince(work.offeredAt, this.#clock.now) % 2 === 0);
  }

  // If a row becomes a full toast, or a button or a dialog disappears, the focus moves to what is left.
  protected override focusLeft(focused: HTMLElement): void {
    const left = this.#part(focused.part.value) ?? this.#part('decline') ?? this.#part('accept');
    if (left) left.focus();
    else super.focusLeft(focused);
  }

  protected override render() {
    const { work, view } = this;
    if (!work || !view) return nothing;
    return html`${this.compact ? this.#row(work, view) : this.#whole(work, view)}${this.#dialog(work, view)}`;
  }

  #whole(work: AgentWork, view: RequestView): TemplateResult {
    const waitedUntil = work.settledAt ?? work.openedAt ?? this.#clock.now;
    return html`<div class="band" part="band">
        ${icon(view.icon)}<b>${view.title}</b><span>${view.detail}</span>${this.#dial(work)}
      </div>
      ${this.#cannotHear()}
      <p class="subject foreign" part="subject">${work.subject}</p>
      <p class="customer foreign">${work.customerName}</p>
      ${
        work.highlights.length > 0
          ? html`<dl class=${work.highlights.some(isLong) ? 'long' : ''}>
              ${work.highlights.map(
                ({ label, value }) =>
                  html`<dt class="foreign">${label}</dt>
                    <dd class="foreign">${value}</dd>`,
              )}
            </dl>`
          : nothing
      }
      <p class="quiet">
        ${joinWithDots([work.queue.name, this.words.waited(this.words.duration(secondsSince(work.waitingSince, waitedUntil)))])}
      </p>
      ${this.#refusal(work)}${this.#buttons(work, view, 'large')}`;
  }

  #row(work: AgentWork, view: RequestView): TemplateResult {
    const waits = this.#waits;
    return html`${waits && work.stamp.deadline !== null ? this.#dial(work) : icon(view.icon)}
      <b class="foreign" part="subject" title=${work.subject}>${work.subject}</b>
      <span class="quiet pieces keeps-first">
        ${piecesOf(waits ? [view.detail, work.customerName, work.queue.name] : [view.title, work.customerName])}
      </span>
      ${this.#refusal(work)}${this.#buttons(work, view, '')}`;
  }

  #dial(work: AgentWork) {
    const { deadline } = work.stamp;
    if (!this.#waits || deadline === null) return nothing;
    return html`<omni-countdown-dial
      ?small=${this.compact}
      .start=${work.offeredAt}
      .end=${deadline}
    ></omni-countdown-dial>`;
  }

  #buttons(work: AgentWork, view: RequestView, size: string): TemplateResult {
    const { words, shortcuts, compact } = this;
    const waits = this.#waits;
    const opened = view.state === 'settled' && work.status !== 'canceled' && work.openedBy === 'automatic';
    const second = waits ? (work.stamp.declinable ? words.decline : null) : opened ? words.dismiss : null;
    const name = (button: string) => (compact ? words.about(button, work.subject) : nothing);
    const keys = (answer: keyof Shortcuts) => (waits && shortcuts?.[answer] ? shortcuts[answer] : null);
    return html`<button
        class="button ${size} ${waits ? 'accept' : ''}"
        part="accept"
        aria-disabled=${view.state === 'checking' || view.state === 'kept'}
        aria-label=${name(view.button)}
        aria-keyshortcuts=${ariaShortcut(keys('accept') ?? '') || nothing}
        @click=${this.#first}
      >
        ${view.button}${keys('accept') ? html`<kbd aria-hidden="true">${keys('accept')}</kbd>` : nothing}
      </button>
      ${
        second === null
          ? nothing
          : html`<button
              class="button ${size}"
              part="decline"
              aria-label=${name(second)}
              aria-keyshortcuts=${ariaShortcut(keys('decline') ?? '') || nothing}
              @click=${waits ? () => this.decline() : this.#dismiss}
            >
              ${second}
            </button>`
      }`;
  }

  #cannotHear() {
    const { work, sound } = this;
    if (!work?.stamp.ring || !this.#waits) return nothing;
    if (sound?.status === 'failed') return html`<p class="fix">${sound.reason ?? this.words.cannotHear}</p>`;
    if (sound?.status !== 'blocked') return nothing;
    return html`<p class="fix">
      ${this.words.cannotHear}<button
        class="button small primary"
        part="turn-on-sound"
        @click=${() => this.dispatchEvent(new FixProblemRequestEvent('soundBlocked'))}
      >
        ${this.words.turnOnSound}
      </button>
    </p>`;
  }

  #refusal(work: AgentWork) {
    const sentence = this.answers?.refusals.get(work.id);
    return sentence ? html`<p class="refusal">${sentence}</p>` : nothing;
  }

  #dialog(work: AgentWork, view: RequestView) {
    if (!this.declining) return nothing;
    return html`<omni-decline-dialog
      exportparts="dialog"
      .work=${work}
      .ended=${isWorkRequest(work.status) ? null : endText(work, view, this.words)}
      @close=${this.#closed}
    ></omni-decline-dialog>`;
  }

  // The button in the place of Accept, whatever it does now.
  readonly #first = (): void => {
    if (this.state !== 'settled') return this.accept();
    if (this.work?.openedBy === 'automatic' && !this.#tooSoon) {
      this.dispatchEvent(new ShowRecordRequestEvent(this.work.id));
    }
    this.#dismiss();
  };

  readonly #dismiss = (): void => {
    if (this.work && !this.#tooSoon) this.dispatchEvent(new DismissRequestEvent(this.work.id));
  };

  readonly #closed = (): void => {
    this.declining = false;
  };

  #part(name: string): HTMLElement | null {
    return this.renderRoot.querySelector(`[part='${name}']`);
  }

  get #waits(): boolean {
    return this.state === 'ringing' || this.state === 'urgent';
  }

  // Waiting requests pulse as full toasts; rows and outcomes only with their sound. If all rows pulsed, it would not
  // show which one rings.
  get #pulses(): boolean {
    return this.#rings || (this.#waits && !this.compact);
  }

  /** Whether it is ringing now, or would be if sound were audible. */
  get #rings(): boolean {
    const { work, sound } = this;
    if (!work) return false;
    if (sound?.ringing === work.id) return true;
    const { ring } = work.stamp;
    const isMute = sound?.status === 'blocked' || sound?.status === 'failed';
    return (
      isMute && ring !== null && this.#waits && this.#clock.now < work.offeredAt + ring.lengthSeconds * 1000
    );
  }

  get #tooSoon(): boolean {
    return this.#clock.now - this.since < MISCLICK_WINDOW;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'omni-work-request': OmniWorkRequest;
  }
}
