import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { map } from 'lit/directives/map.js';
import { ClockController, nextSecond } from '../../../src/controllers/clock.ts';
import { WorksController } from '../../../src/controllers/works.ts';
import { acwProgress, extensionsLeft } from '../../../src/domain/work/acw.ts';
import { secondsLeft, type Instant } from '../../../src/domain/time.ts';
import type { Id } from '../../../src/domain/values.ts';
import {
  EndAcwRequestEvent,
  ExtendAcwRequestEvent,
  ShowRecordRequestEvent,
} from '../../../src/events/requests.ts';
import { icon } from '../../shared/icon.ts';
import { length } from '../../shared/length.ts';
import { PanelElement } from '../../shared/panel-element.ts';
import { Places } from '../../shared/places.ts';
import { styles } from './acw-timer.styles.ts';
import { customElement } from '../../shared/custom-element.ts';
import { flagNote, flagStyles } from '../work-list/flag-note.ts';

/** The seconds left from which the end is announced and highlighted. */
const LAST_SECONDS = 10;

type WrapUp = WorksController['wrappingUp'][number];
type Answer = NonNullable<ReturnType<WorksController['answerTo']>>['kind'];

/**
 * The wrap-up countdown (ACW) of each work in wrap-up, one below another: the time left as a number and a bar, the
 * time of day at which it ends, the extensions left, and "All done". A click on the subject brings the record to the
 * front.
 *
 * The end is an instant of the server's clock: when the countdown reaches it, the element shows that the wrap-up is
 * ending until the server ends it. It updates once a second without animation, and nothing moves while it runs. The
 * last ten seconds are announced once per end, and shown by text, border and fill.
 *
 * @fires omni-extend-acw-request - The rep extends the wrap-up.
 * @fires omni-end-acw-request - "All done": the rep ends the wrap-up.
 * @fires omni-show-record-request - The rep brings the record to the front.
 *
 * @csspart timer - One countdown; it has `data-urgent` in its last ten seconds.
 * @csspart show - The button that brings the record to the front.
 * @csspart extend - The button that extends the wrap-up.
 * @csspart end - "All done".
 */
@customElement('omni-acw-timer')
export class OmniAcwTimer extends PanelElement {
  static override styles = [...styles, flagStyles];

  readonly #works = new WorksController(this);
  readonly #clock = new ClockController(this, (now) => {
    const ends = this.#works.wrappingUp.map(({ acw }) => acw.endsAt).filter((end) => end > now);
    return ends.length === 0 ? null : Math.min(...ends.map((end) => nextSecond(end, now)));
  });
  /** The announced ends, by work: an extension sets a new one. */
  #announced = new Map<Id, Instant>();
  readonly #places = new Places();
  #said = '';

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { now } = this.#clock;
    this.#places.arrange(
      this.#works.wrappingUp.map(({ id }) => id),
      now,
    );
    const near = this.#works.wrappingUp.filter(({ acw }) => isNear(secondsLeft(acw.endsAt, now)));
    const [fresh, ...others] = near.filter(({ id, acw }) => this.#announced.get(id) !== acw.endsAt);
    const more = others.length > 0 ? this.words.announceMore(others.length) : '';
    if (fresh) this.#said = this.words.wrapUpEndsIn(secondsLeft(fresh.acw.endsAt, now), fresh.subject) + more;
    else if (near.length === 0) this.#said = '';
    this.#announced = new Map(near.map(({ id, acw }) => [id, acw.endsAt]));
  }

  protected override render() {
    return html`<p class="spoken" role="alert">${this.#said}</p>
      ${map(this.#works.wrappingUp, (work) => this.#timer(work))}`;
  }

  #timer(work: WrapUp): TemplateResult {
    const { words } = this;
    const { id, acw, subject, channel } = work;
    const { now } = this.#clock;
    const left = secondsLeft(acw.endsAt, now);
    const near = isNear(left);
    const { extension } = acw.terms;
    const extended = acw.extensionsUsed * (extension?.seconds ?? 0);
    const refusal = this.#works.state?.refusals.get(id);
    return html`<div
      part="timer"
      role="group"
      data-work=${id}
      aria-label=${words.about(words.wrappingUp, subject)}
      ?data-urgent=${near}
    >
      <button part="show" title=${subject} @click=${() => this.dispatchEvent(new ShowRecordRequestEvent(id))}>
        ${icon(channel.type)}<span class="spoken">${channel.name}</span
        ><b class="one-line foreign">${subject}</b>
        <span class="tag ${near ? '' : 'accent'}"
          >${extended > 0 ? words.extended(length(extended, words)) : words.wrappingUp}</span
        >
      </button>
      ${flagNote(work, words)}
      <div class="big">
        <span class="left" role="timer">${words.duration(left)}</span>
        <p>
          <span class="say">
            <span ?data-off=${near}>${left === 0 ? words.ending : words.endsAt}</span>
            <b ?data-off=${!near}>${words.endsIn(near ? left : LAST_SECONDS)}</b>
          </span>
          <span class="at">${words.exactTime(acw.endsAt)}</span>
        </p>
      </div>
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <path class="track" d="M0 4H100" />
        <path d="M0 4H${Math.round((1 - acwProgress(acw, now)) * 1000) / 10}" />
      </svg>
      <div class="acts">
        ${extension ? this.#extend(work, length(extension.seconds, words)) : nothing}${this.#end(work)}
      </div>
      ${refusal ? html`<p class="refusal" role="alert">${refusal}</p>` : nothing}
    </div>`;
  }

  #extend(work: WrapUp, by: string): TemplateResult {
    const { words } = this;
    const left = extensionsLeft(work.acw);
    const label = left === 0 ? words.extendNone : words.extend(by, left);
    return this.#button(work, 'extend-acw', label, left > 0);
  }

  #end(work: WrapUp): TemplateResult {
    return this.#button(work, 'end-acw', html`${icon('check')}${this.words.allDone}`, true);
  }

  // One answer at a time: both buttons are inert while an answer is pending.
  #button(work: WrapUp, kind: Answer & `${string}-acw`, label: unknown, offered: boolean): TemplateResult {
    const answer = this.#works.answerTo(work.id);
    const enabled = offered && !answer && work.acw.endsAt > this.#clock.now;
    const request = kind === 'end-acw' ? EndAcwRequestEvent : ExtendAcwRequestEvent;
    return html`<button
      class="button ${kind === 'end-acw' ? 'primary' : ''}"
      part=${kind === 'end-acw' ? 'end' : 'extend'}
      aria-disabled=${!enabled}
      @click=${() =>
        enabled &&
        this.#places.isIntended(work.id, this.#clock.now) &&
        this.dispatchEvent(new request(work.id))}
    >
      ${answer?.kind === kind ? this.words.checkingStatus : label}
    </button>`;
  }
}

function isNear(left: number): boolean {
  return left > 0 && left <= LAST_SECONDS;
}

declare global {
  interface HTMLElementTagNameMap {
    'omni-acw-timer': OmniAcwTimer;
  }
}
