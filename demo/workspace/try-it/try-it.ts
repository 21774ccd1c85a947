import { button, element, setText } from '../../dom.ts';
import { icon } from '../../icons.ts';
import { channelIcons, isOver, type Desk } from '../desk.ts';
import { eventLog } from './event-log.ts';
import { linkState, onLinkChange, setLink, type LinkState } from '../link.ts';
import type { AgentWork, ChannelType } from '../panel.ts';
import { nextScenario } from './scenarios.ts';
import { words } from '../words/words.ts';
import { createWorkItem, customerLeft, findWorkItem } from '../server.ts';

/** How long the server may take to offer new work before the tester is shown its status. */
const OFFER_TIMEOUT = 1500;

/** The tester's drawer: creates work, lets customers leave, cuts the connection, shows the panel's events. */
export class TryIt {
  readonly element: HTMLElement;
  readonly #desk: Desk;
  readonly #status = element('p', { class: 'said', role: 'status' });
  readonly #onlyThisRep: HTMLInputElement;
  readonly #sameRecord: HTMLInputElement;
  /** The latest work created by this page, until a rep takes it. */
  #created: { id: string; subject: string } | null = null;

  constructor(desk: Desk, onClose: () => void) {
    this.#desk = desk;
    this.#onlyThisRep = element('input', { type: 'checkbox' });
    this.#sameRecord = element('input', { type: 'checkbox' });
    const raise = (['voice', 'chat', 'messaging', 'case'] as const).map((type) =>
      button(
        { class: 'button' },
        () => void this.#raise(type),
        icon(channelIcons[type], 'small'),
        words.newWork[type],
      ),
    );
    this.element = element(
      'aside',
      { class: 'try-it', id: 'try-it', 'aria-labelledby': 'try-it-title' },
      element(
        'header',
        {},
        element('h2', { id: 'try-it-title' }, words.tryIt),
        button({ class: 'button bare close', 'aria-label': words.close }, onClose, icon('close', 'small')),
      ),
      element('h3', {}, words.raiseWork),
      element('div', { class: 'grid' }, ...raise),
      element('label', {}, this.#onlyThisRep, words.onlyFor(desk.rep.name)),
      element('label', {}, this.#sameRecord, words.forRecordInFront),
      this.#status,
      element('h3', {}, words.customer),
      element(
        'div',
        { class: 'grid' },
        button({ class: 'button' }, () => void this.#leave(), icon('leave', 'small'), words.customerLeaves),
        button({ class: 'button' }, () => void this.#end(), icon('close', 'small'), words.endConversation),
        button({ class: 'button' }, () => void this.#flag(), icon('flag', 'small'), words.askASupervisor),
      ),
      element('h3', {}, words.connection),
      element('div', { class: 'grid' }, linkSwitch('cut'), linkSwitch('silent')),
      element('h3', {}, words.events),
      eventLog(desk.panel),
    );
    this.element.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') onClose();
    });
    onLinkChange(() => this.#say(words.link[linkState()]));
  }

  focus(): void {
    this.element.querySelector('button')?.focus();
  }

  #say(sentence: string): void {
    setText(this.#status, sentence);
  }

  async #raise(type: ChannelType): Promise<void> {
    const next = nextScenario(type);
    const front = this.#desk.records.front?.work;
    const scenario =
      this.#sameRecord.checked && front
        ? { ...next, recordId: front.recordId, customerName: front.customerName }
        : next;
    const required = this.#onlyThisRep.checked ? this.#desk.rep.id : null;
    await this.#attempt(async () => {
      const id = await createWorkItem(scenario, required);
      this.#created = { id, subject: scenario.subject };
      this.#say(words.inQueue(scenario.subject));
      await new Promise((resolve) => setTimeout(resolve, OFFER_TIMEOUT));
      const { status } = await findWorkItem(id);
      if (this.#created.id === id)
        this.#say(words.whereItIs[isKnown(status) ? status : 'done'](scenario.subject));
    });
  }

  async #leave(): Promise<void> {
    const work = this.#latest(
      (one) => one.status === 'assigned' || (one.status === 'opened' && !isOver(one)),
    );
    const item = work ? { id: work.workItemId, subject: work.subject } : this.#created;
    if (!item) return this.#say(words.nobodyToLeave);
    await this.#attempt(async () => {
      await customerLeft(item.id);
      this.#created = null;
      this.#say(words.customerHasLeft(item.subject));
    });
  }

  async #end(): Promise<void> {
    const work = this.#opened;
    if (!work) return this.#say(words.nothingToEnd);
    await this.#attempt(async () => {
      await this.#desk.end(work);
      this.#say(words.hasEnded(work.subject));
    });
  }

  async #flag(): Promise<void> {
    const work = this.#opened;
    if (!work) return this.#say(words.nothingToFlag);
    const { id: workId, subject, flag } = work;
    await this.#attempt(async () => {
      const { panel } = this.#desk;
      if (flag?.isFlagged) await panel.lowerAgentWorkFlag({ workId });
      else await panel.raiseAgentWorkFlag({ workId, message: words.flagMessage });
      this.#say(words.flagIs(subject, !flag?.isFlagged));
    });
  }

  /** The accepted work of the record in front, or else the latest. */
  get #opened(): AgentWork | undefined {
    const front = this.#desk.records.front?.work.id;
    const isOpened = ({ status }: AgentWork) => status === 'opened';
    return this.#latest((work) => isOpened(work) && work.id === front) ?? this.#latest(isOpened);
  }

  #latest(isWanted: (work: AgentWork) => boolean): AgentWork | undefined {
    return this.#desk.panel
      .getAgentWorks()
      .filter(isWanted)
      .sort((one, other) => other.offeredAt - one.offeredAt)[0];
  }

  async #attempt(action: () => Promise<void>): Promise<void> {
    try {
      await action();
    } catch (error) {
      this.#say(error instanceof Error ? error.message : words.failed);
    }
  }
}

const isKnown = (status: string): status is keyof typeof words.whereItIs =>
  Object.hasOwn(words.whereItIs, status);

function linkSwitch(broken: Exclude<LinkState, 'whole'>): HTMLButtonElement {
  const made = button({ class: 'button' }, () => setLink(linkState() === broken ? 'whole' : broken));
  const draw = () => {
    const isBroken = linkState() === broken;
    made.replaceChildren(icon('plug', 'small'), isBroken ? words.restore : words[broken]);
    made.classList.toggle('on', isBroken);
  };
  onLinkChange(draw);
  draw();
  return made;
}
