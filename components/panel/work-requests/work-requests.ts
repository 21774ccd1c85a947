import { html, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { ClockController, nextSecond } from '../../../src/controllers/clock.ts';
import { WorksController } from '../../../src/controllers/works.ts';
import { isWorkRequest, type AgentWork } from '../../../src/domain/work/agent-work.ts';
import { secondsLeft, type Instant } from '../../../src/domain/time.ts';
import type { Id } from '../../../src/domain/values.ts';
import { joinWithDots } from '../../shared/join-with-dots.ts';
import { icon } from '../../shared/icon.ts';
import { FocusLeftEvent } from '../../shared/focus.ts';
import { PanelElement } from '../../shared/panel-element.ts';
import { defaultShortcuts, isPressed, type Shortcuts } from '../../shared/shortcuts.ts';
import { OmniWorkRequest } from '../work-request/work-request.ts';
import { OutcomeTimes } from './outcome-times.ts';
import { arrange, MAX_SHOWN, type Toast } from './toast-order.ts';
import { covers } from './typing-place.ts';
import { styles } from './work-requests.styles.ts';
import { customElement } from '../../shared/custom-element.ts';

/** A telephone, or a page at 200 %: more than one toast would cover what the rep works with. */
const SMALL_PAGE = '(width < 30em), (height < 35em)';
/** Too low for one in full. */
const LOW_PAGE = '(height < 35em)';

/**
 * The toasts of the rep's work requests, in the top layer above the host's page. They enter by earliest deadline, and
 * do not move when others arrive. Five are shown, the first in full and the others as rows; the rest are counted until
 * the rep opens them. What ends next is never among those that are only counted.
 * An outcome goes by itself, unless the customer left; missed requests leave at once and are counted by
 * `omni-missed-notice`. No outcome of an automatic acceptance covers where the rep types.
 * `omni-announcer` announces them to screen readers. The focus is never taken.
 * On a small page, such as a telephone's or one at 200 %, only one is shown, and on a low one as a row.
 *
 * @fires omni-accept-request - From a toast or by shortcut.
 * @fires omni-decline-request - From a toast, its dialog, or by shortcut.
 *
 * @cssproperty [--omni-toast-inset-block=16px auto] - The position of the toasts: distance from the top and the
 *   bottom.
 * @cssproperty [--omni-toast-inset-inline=auto 16px] - The position of the toasts: distance from the start and the
 *   end of the line.
 * @cssproperty [--omni-toast-inline-size=416px] - The width of the toasts, if there is room.
 *
 * @csspart stack - The popover with the toasts.
 * @csspart more - The button that opens the rest of a burst, with their number.
 * @csspart toast - One request.
 * @csspart band - The solid header of a full toast: icon, kind, channel, time left.
 * @csspart subject - The subject of a request.
 * @csspart accept - The button that accepts, and later dismisses.
 * @csspart decline - The button that declines.
 * @csspart turn-on-sound - The button that makes a ring audible.
 * @csspart dialog - The dialog that asks for the decline reason.
 */
@customElement('omni-work-requests')
export class OmniWorkRequests extends PanelElement {
  static override styles = styles;

  /** The keys that answer the first waiting request. An empty string disables one. */
  @property({ attribute: false }) shortcuts: Shortcuts = defaultShortcuts;

  /**
   * Whether the toasts are shown here instead of in the top layer: in a panel for display only, such as a preview.
   */
  @property({ type: Boolean, reflect: true }) inside = false;

  /** Whether the rep opened the rest of a burst. */
  @state() private expanded = false;

  @query('[part=stack]') private stack!: HTMLElement;

  readonly #works = new WorksController(this);
  readonly #clock = new ClockController(this, (now) => this.#nextChange(now));
  #listening: AbortController | undefined;
  readonly #outcomes = new OutcomeTimes();
  #toasts: Toast[] = [];
  #hidden: AgentWork[] = [];
  #restHadFocus = false;
  readonly #smallPage = window.matchMedia(SMALL_PAGE);
  readonly #lowPage = window.matchMedia(LOW_PAGE);

  constructor() {
    super();
    this.addController({
      hostConnected: () => {
        this.#listening = new AbortController();
        const { signal } = this.#listening;
        this.ownerDocument.addEventListener('keydown', this.#keydown, { signal });
        this.ownerDocument.addEventListener('focusin', () => this.#uncover(), { signal });
        this.ownerDocument.addEventListener('visibilitychange', this.#seenAgain, { signal });
        this.addEventListener('pointerout', this.#released, { signal });
        this.addEventListener('focusout', this.#released, { signal });
        for (const page of [this.#smallPage, this.#lowPage])
          page.addEventListener('change', () => this.requestUpdate(), { signal });
      },
      hostDisconnected: () => this.#listening?.abort(),
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { now } = this.#clock;
    // Before the button is hidden: a hidden element has no focus.
    this.#restHadFocus = this.shadowRoot?.activeElement?.part.contains('more') ?? false;
    const held = this.#held();
    const isHidden = this.ownerDocument.hidden;
    const kept = isHidden ? new Set(this.#toasts.map(({ work }) => work.id)) : held;
    const requests = this.#outcomes.stillShown(this.#works.requests, kept, now);
    const all = [...requests, ...this.#beingDeclined(requests)];
    const places = this.#smallPage.matches && !this.inside ? 1 : MAX_SHOWN;
    if (all.length <= places) this.expanded = false;
    this.#toasts = arrange(this.#toasts, all, held, now, this.expanded ? Number.POSITIVE_INFINITY : places);
    const shown = new Set(this.#toasts.map(({ work }) => work.id));
    this.#hidden = requests.filter(({ id, status }) => !shown.has(id) && isWorkRequest(status));
  }

  protected override render() {
    return html`<div
      popover=${this.inside ? nothing : 'manual'}
      part="stack"
      role="region"
      aria-label=${this.words.requests}
      @omni-dismiss-request=${() => this.requestUpdate()}
      @keydown=${holdsDown}
    >
      <button
        part="more"
        aria-expanded=${this.expanded}
        ?hidden=${this.#hidden.length === 0 && !this.expanded}
        @click=${this.#toggleRest}
      >
        ${this.expanded ? this.words.showFewer : this.#more()}${icon('down')}
      </button>
    </div>`;
  }

  protected override updated(): void {
    this.#place();
    const shows = this.#toasts.length > 0 && this.isConnected;
    if (this.inside) this.stack.hidden = !shows;
    else if (shows !== this.stack.matches(':popover-open')) this.stack.togglePopover(shows);
    this.#uncover();
    const [more] = this.renderRoot.querySelectorAll<HTMLElement>('[part=more]');
    if (more?.hidden && this.#restHadFocus) this.#focusNear(0);
  }

  // An outcome that was held goes when it is no longer.
  readonly #released = (): void => {
    if (this.#outcomes.isAnyOver(this.#clock.now)) this.requestUpdate();
  };

  readonly #seenAgain = (): void => {
    const { hidden } = this.ownerDocument;
    const shown = this.#toasts.map(({ work }) => work);
    if (!hidden) this.#outcomes.restart(shown, this.#clock.now);
    this.requestUpdate();
  };

  // What was accepted automatically needs no answer: it is in the list of work, whether or not its toast is shown.
  #uncover(): void {
    for (const element of this.#elements) {
      element.hidden = false;
      if (element.work?.stamp.automatic) element.hidden = covers(element);
    }
  }

  // By hand: lit's `map` would pass an open dialog on to its neighbour, and its `repeat` leaves a node behind for
  // each removed row (https://github.com/lit/lit/issues/5298), of which there are thousands in a shift.
  #place(): void {
    const elements = new Map(this.#elements.map((element) => [element.work?.id, element]));
    for (const [id, element] of elements)
      if (!this.#toasts.some(({ work }) => work.id === id)) this.#remove(element);
    const first = this.#toasts.find(({ work }) => this.#waits(work));
    this.#toasts.forEach((toast, index) => {
      const element = elements.get(toast.work.id) ?? new OmniWorkRequest();
      element.work = toast.work;
      element.compact = !toast.whole || (this.#lowPage.matches && !this.inside);
      element.since = toast.since;
      element.shortcuts = toast === first ? this.shortcuts : null;
      element.part.value = 'toast';
      element.setAttribute('exportparts', 'band, accept, decline, subject, turn-on-sound, dialog');
      const there = this.stack.children[index] ?? null;
      if (there !== element) this.stack.insertBefore(element, there);
    });
  }

  /** Shows the toast of a request, opening the rest of a burst if necessary, and moves the focus to it. */
  async reveal(workId: Id): Promise<void> {
    const find = () => this.#elements.find(({ work }) => work?.id === workId);
    if (!find()) {
      this.expanded = true;
      await this.updateComplete;
    }
    const toast = find();
    toast?.scrollIntoView({ block: 'nearest' });
    toast?.focus();
  }

  readonly #toggleRest = (): void => {
    this.expanded = !this.expanded;
  };

  #remove(toast: OmniWorkRequest): void {
    const hadFocus = toast.matches(':focus-within');
    const place = this.#elements.indexOf(toast);
    toast.remove();
    if (hadFocus) this.#focusNear(place, toast.work?.id ?? null);
  }

  #focusNear(place: number, workId: Id | null = null): void {
    const near = this.#elements[place] ?? this.#elements.at(-1);
    if (near) near.focus();
    else this.dispatchEvent(new FocusLeftEvent(workId));
  }

  #waits({ id, status, stamp }: AgentWork): boolean {
    return isWorkRequest(status) && !stamp.automatic && !this.#works.answerTo(id);
  }

  #more(): string {
    const { words } = this;
    const ends = soonestDeadline(this.#hidden);
    if (ends === null) return words.more(this.#hidden.length);
    const left = secondsLeft(ends, this.#clock.now);
    const ending = words.nextEnds(left > 99 ? words.duration(left) : words.seconds(left));
    return joinWithDots([words.more(this.#hidden.length), ending]);
  }

  // While its dialog is open a toast stays, to show how the request ended; once dismissed, it goes.
  #beingDeclined(requests: readonly AgentWork[]): AgentWork[] {
    const gone = this.#toasts.filter(({ work }) => !requests.some(({ id }) => id === work.id));
    const asking = new Set(this.#elements.filter(({ declining }) => declining).map(({ work }) => work?.id));
    return gone
      .filter(({ work }) => asking.has(work.id))
      .map(({ work }) => this.#works.state?.works.get(work.id) ?? work);
  }

  #held(): Set<Id> {
    const held = this.#elements.filter((element) => element.matches(':hover, :focus-within'));
    return new Set(held.flatMap(({ work }) => work?.id ?? []));
  }

  get #elements(): OmniWorkRequest[] {
    return this.hasUpdated ? [...this.renderRoot.querySelectorAll('omni-work-request')] : [];
  }

  #nextChange(now: Instant): Instant | null {
    const hidden = soonestDeadline(this.#hidden);
    const second = hidden !== null && hidden > now ? nextSecond(hidden, now) : null;
    const gone = this.#outcomes.next(now);
    return second === null || gone === null ? (second ?? gone) : Math.min(second, gone);
  }

  readonly #keydown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.repeat) return;
    const accepts = isPressed(this.shortcuts.accept, event);
    if (!accepts && !isPressed(this.shortcuts.decline, event)) return;
    const first = this.#elements.find(({ shortcuts }) => shortcuts);
    if (!first) return;
    event.preventDefault();
    if (accepts) first.accept();
    else first.decline();
  };
}

/** The rest of a held key is no answer to the next request, which the focus has moved to. */
function holdsDown(event: KeyboardEvent): void {
  if (event.repeat && event.key === 'Enter') event.preventDefault();
}

function soonestDeadline(works: readonly AgentWork[]): Instant | null {
  const soonest = works.reduce((least, { stamp }) => Math.min(least, stamp.deadline ?? Infinity), Infinity);
  return soonest === Infinity ? null : soonest;
}

declare global {
  interface HTMLElementTagNameMap {
    'omni-work-requests': OmniWorkRequests;
  }
}
