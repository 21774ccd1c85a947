import { button, element, setAttributes } from '../dom.ts';
import type { Desk } from './desk.ts';
import { Rail, views, type RailHost, type View } from './rail.ts';
import { RecordPane } from './records/record-pane.ts';
import { RecordTabs } from './records/record-tabs.ts';
import { TryIt } from './try-it/try-it.ts';
import type { OpenRecord } from './records/open-records.ts';
import { words } from './words/words.ts';

interface Places {
  readonly page: HTMLElement;
  readonly rail: HTMLElement;
  readonly views: HTMLElement;
  readonly tabs: HTMLElement;
  readonly main: HTMLElement;
}

/** The rep's workspace: rail, record tabs, the record in front, the tester's drawer. */
export class Workspace implements RailHost {
  readonly #places: Places;
  readonly #desk: Desk;
  readonly #rail: Rail;
  readonly #tabs: RecordTabs;
  readonly #tryIt: TryIt;
  readonly #panes = new Map<string, RecordPane>();
  readonly #empty: HTMLElement;
  #made = 0;
  #view: View = 'records';
  #isTryItOpen: boolean;

  constructor(places: Places, desk: Desk) {
    this.#places = places;
    this.#desk = desk;
    this.#isTryItOpen = desk.memory.recall('try-it', false, (value) => typeof value === 'boolean');
    this.#empty = emptyState(() => this.toggleTryIt());
    this.#tryIt = new TryIt(desk, () => this.toggleTryIt());
    places.main.append(this.#empty);
    places.views.append(this.#tryIt.element);
    this.#tabs = new RecordTabs(
      places.tabs,
      desk.records,
      (id) => desk.close(id),
      (record) => this.#paneOf(record).element.id,
    );
    this.#rail = new Rail(places.rail, this, desk.rep);
    desk.records.subscribe(() => this.#draw());
    places.views.addEventListener('scroll', () => this.#followScroll(), { passive: true });
    desk.records.onBroughtForward = () => this.#takeToRecord();
    desk.records.onFocused = () => this.#tabs.focusFront();
    this.#draw();
  }

  get view(): View {
    return this.#view;
  }

  get isTryItOpen(): boolean {
    return this.#isTryItOpen;
  }

  get recordCount(): number {
    return this.#desk.records.all.length;
  }

  /** Only a narrow page switches views: on a wide one nothing scrolls. */
  show(view: View): void {
    const { views: scroller } = this.#places;
    const forward = getComputedStyle(scroller).direction === 'rtl' ? -1 : 1;
    scroller.scrollTo({ left: forward * views.indexOf(view) * scroller.clientWidth });
  }

  toggleTryIt(): void {
    if (isNarrow()) {
      this.show(this.#view === 'try-it' ? 'records' : 'try-it');
      return;
    }
    this.#isTryItOpen = !this.#isTryItOpen;
    this.#desk.memory.keep('try-it', this.#isTryItOpen);
    this.#draw();
    if (this.#isTryItOpen) this.#tryIt.focus();
    else this.#rail.focusTryIt();
  }

  /** Moves the focus only if it would be lost otherwise. */
  #takeToRecord(): void {
    this.show('records');
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) this.#tabs.focusFront();
    });
  }

  #followScroll(): void {
    const { views: scroller } = this.#places;
    const view = views[Math.round(Math.abs(scroller.scrollLeft) / scroller.clientWidth)];
    if (view === undefined || view === this.#view) return;
    this.#view = view;
    this.#rail.draw();
  }

  #paneOf(record: OpenRecord): RecordPane {
    const known = this.#panes.get(record.id);
    if (known) return known;
    this.#made += 1;
    const pane = new RecordPane(`record-${this.#made}`, record, this.#desk);
    this.#panes.set(record.id, pane);
    this.#places.main.append(pane.element);
    return pane;
  }

  #draw(): void {
    const { records } = this.#desk;
    for (const [id, pane] of this.#panes) {
      if (records.find(id)) continue;
      pane.stop();
      this.#panes.delete(id);
      const hadFocus = pane.element.contains(document.activeElement);
      pane.element.remove();
      if (hadFocus) this.#tabs.focusFront();
    }
    for (const record of records.all) {
      const pane = this.#paneOf(record);
      pane.update(record);
      const isFront = record.id === records.front?.id;
      const wasHidden = pane.element.hidden || !pane.element.hasAttribute('aria-labelledby');
      setAttributes(pane.element, { 'aria-labelledby': this.#tabs.tabOf(record.id)?.id });
      pane.element.hidden = !isFront;
      if (isFront && wasHidden) pane.shown();
    }
    const wasEmpty = !this.#empty.hidden;
    this.#empty.hidden = records.all.length > 0;
    if (!wasEmpty && !this.#empty.hidden && document.activeElement === document.body) this.#empty.focus();
    this.#places.page.toggleAttribute('data-try-it', this.#isTryItOpen);
    this.#rail.draw();
  }
}

function isNarrow(): boolean {
  return matchMedia('(max-width: 53.75rem)').matches;
}

function emptyState(onTry: () => void): HTMLElement {
  return element(
    'div',
    { class: 'empty', tabindex: -1 },
    element('h1', {}, words.noRecords),
    element('p', {}, words.opensHere),
    element('p', { class: 'quiet' }, words.howToBegin),
    button({ class: 'button' }, onTry, words.raiseRequest),
  );
}
