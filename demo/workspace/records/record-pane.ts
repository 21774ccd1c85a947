import { button, element, setAttributes, setText } from '../../dom.ts';
import { icon } from '../../icons.ts';
import { callView } from './call-view.ts';
import { caseView } from './case-view.ts';
import { firstName } from './customers.ts';
import { customerView } from './customer-view.ts';
import type { Desk } from '../desk.ts';
import { atTime } from '../format.ts';
import type { OpenRecord } from './open-records.ts';
import type { AgentWork } from '../panel.ts';
import { threadView } from './thread-view.ts';
import { words } from '../words/words.ts';
import type { WorkView } from './work-view.ts';

const views = {
  voice: callView,
  messaging: threadView,
  chat: threadView,
  case: caseView,
  unknown: caseView,
} as const;

/** An open record: the customer, and the work. */
export class RecordPane {
  readonly element: HTMLElement;
  readonly #desk: Desk;
  readonly #title = element('h1', { dir: 'auto' });
  readonly #about = element('p', { class: 'quiet' });
  readonly #state = element('p', { class: 'state', role: 'status' });
  readonly #end: HTMLButtonElement;
  readonly #close: HTMLButtonElement;
  readonly #customer: HTMLElement;
  readonly #body = element('div', { class: 'body' });
  #view: WorkView | null = null;
  #work: AgentWork | null = null;
  #isEnding = false;

  constructor(id: string, record: OpenRecord, desk: Desk) {
    this.#desk = desk;
    this.#customer = element('aside', { class: 'about', id: `${id}-customer`, 'aria-label': words.customer });
    const details = button(
      { class: 'button details', 'aria-expanded': 'false', 'aria-controls': `${id}-customer` },
      () => {
        const isOpen = this.element.toggleAttribute('data-customer');
        details.setAttribute('aria-expanded', String(isOpen));
      },
      icon('user', 'small'),
      words.customer,
    );
    this.#end = button({ class: 'button' }, () => void this.#endWork());
    this.#close = button(
      { class: 'button bare', 'aria-label': words.closeRecord, title: words.closeRecord },
      () => desk.close(record.id),
      icon('close', 'small'),
    );
    this.element = element(
      'section',
      { class: 'record', role: 'tabpanel', id },
      this.#customer,
      element(
        'header',
        {},
        element('div', { class: 'heading' }, this.#title, this.#about),
        element('div', { class: 'actions' }, details, this.#end, this.#close),
      ),
      this.#body,
      this.#state,
    );
    this.update(record);
  }

  update({ work }: OpenRecord): void {
    const before = this.#work;
    if (work === before) return;
    this.#work = work;
    setText(this.#title, work.subject);
    setText(this.#about, `${work.channel.name} · ${work.queue.name}`);
    setText(this.#end, words.endings[work.channel.type]);
    const endHadFocus = document.activeElement === this.#end;
    this.#end.hidden = work.status !== 'opened';
    this.#offerEnd(work);
    if (this.#end.hidden && endHadFocus) this.#close.focus();
    if (work.id !== before?.id) this.#show(work);
    this.#view?.update(work);
    this.#say(stateOf(work));
  }

  shown(): void {
    this.#view?.shown();
  }

  stop(): void {
    this.#view?.stop();
  }

  #show(work: AgentWork): void {
    this.#view?.stop();
    this.#view = views[work.channel.type](work, this.#desk);
    this.#body.replaceChildren(this.#view.element);
    this.#customer.replaceChildren(customerView(work));
  }

  async #endWork(): Promise<void> {
    const work = this.#work;
    if (!work || this.#end.getAttribute('aria-disabled') === 'true') return;
    this.#isEnding = true;
    this.#offerEnd(work);
    try {
      await this.#desk.end(work);
      this.#desk.catchUp();
    } catch (error) {
      this.#say(error instanceof Error ? error.message : words.couldNotEnd);
    } finally {
      this.#isEnding = false;
      this.#offerEnd(this.#work ?? work);
    }
  }

  /**
   * Only once the panel knows the work: after a reload, when the server has answered. Not `disabled`, which would
   * lose the focus while the answer is pending.
   */
  #offerEnd(work: AgentWork): void {
    const isOffered = !this.#isEnding && this.#desk.isKnown(work);
    setAttributes(this.#end, { 'aria-disabled': isOffered ? null : 'true' });
  }

  #say(sentence: string): void {
    setText(this.#state, sentence);
    this.#state.hidden = sentence === '';
  }
}

function stateOf(work: AgentWork): string {
  const what = work.channel.type === 'voice' ? 'call' : 'conversation';
  const left =
    work.customerLeftAt === null
      ? ''
      : words.leftAt(firstName(work.customerName), atTime(work.customerLeftAt));
  const ended = work.transferredTo ? words.transferred[what](work.transferredTo.name) : words.ended[what];
  switch (work.status) {
    case 'afterConversationWork':
      return [left, ended, words.wrapUpRuns].join(' ').trim();
    case 'transferred':
    case 'closed':
      return work.channel.type === 'case' ? words.ended.case : [left, ended].join(' ').trim();
    default:
      return left;
  }
}
