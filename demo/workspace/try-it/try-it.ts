import { button, element, setText } from '../../dom.ts';
import { icon } from '../../icons.ts';
import { channelIcons, isOver, type Desk } from '../desk.ts';
import { eventLog } from './event-log.ts';
import { linkState, onLinkChange, setLink, type LinkState } from '../link.ts';
import type { AgentWork, ChannelType } from '../panel.ts';
import { nextScenario } from './scenarios.ts';
import { createWorkItem, customerLeft, findWorkItem, newWorkLabels } from '../server.ts';

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
        newWorkLabels[type],
      ),
    );
    this.element = element(
      'aside',
      { class: 'try-it', id: 'try-it', 'aria-labelledby': 'try-it-title' },
      element(
        'header',
        {},
        element('h2', { id: 'try-it-title' }, 'Try it'),
        button({ class: 'button bare close', 'aria-label': 'Close' }, onClose, icon('close', 'small')),
      ),
      element('h3', {}, 'Raise work'),
      element('div', { class: 'grid' }, ...raise),
      element('label', {}, this.#onlyThisRep, `Only for ${desk.rep.name}`),
      element('label', {}, this.#sameRecord, 'For the record in front'),
      this.#status,
      element('h3', {}, 'Customer'),
      element(
        'div',
        { class: 'grid' },
        button({ class: 'button' }, () => void this.#leave(), icon('leave', 'small'), 'Customer leaves'),
        button({ class: 'button' }, () => void this.#end(), icon('close', 'small'), 'End conversation'),
        button({ class: 'button' }, () => void this.#flag(), icon('flag', 'small'), 'Ask a supervisor'),
      ),
      element('h3', {}, 'Connection'),
      element(
        'div',
        { class: 'grid' },
        linkSwitch('cut', 'Cut the connection'),
        linkSwitch('silent', 'Let it fall silent'),
      ),
      element('h3', {}, 'Events of the panel'),
      eventLog(desk.panel),
    );
    this.element.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') onClose();
    });
    onLinkChange(() => this.#say(linkSentences[linkState()]));
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
      this.#say(`“${scenario.subject}” is in its queue.`);
      await new Promise((resolve) => setTimeout(resolve, OFFER_TIMEOUT));
      const { status } = await findWorkItem(id);
      if (this.#created.id === id) this.#say(`“${scenario.subject}” ${whereItStands[status] ?? 'is done'}.`);
    });
  }

  async #leave(): Promise<void> {
    const work = this.#latest(
      (one) => one.status === 'assigned' || (one.status === 'opened' && !isOver(one)),
    );
    const item = work ? { id: work.workItemId, subject: work.subject } : this.#created;
    if (!item) return this.#say('There is no customer who could leave.');
    await this.#attempt(async () => {
      await customerLeft(item.id);
      this.#created = null;
      this.#say(`The customer of “${item.subject}” has left.`);
    });
  }

  async #end(): Promise<void> {
    const work = this.#opened;
    if (!work) return this.#say('There is no open conversation.');
    await this.#attempt(async () => {
      await this.#desk.end(work);
      this.#say(`“${work.subject}” has ended.`);
    });
  }

  async #flag(): Promise<void> {
    const work = this.#opened;
    if (!work) return this.#say('There is no accepted work.');
    const { id: workId, subject, flag } = work;
    await this.#attempt(async () => {
      const { panel } = this.#desk;
      if (flag?.isFlagged) await panel.lowerAgentWorkFlag({ workId });
      else await panel.raiseAgentWorkFlag({ workId, message: 'The customer asks for my manager.' });
      this.#say(`The flag of “${subject}” is ${flag?.isFlagged ? 'down' : 'up'}.`);
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
      this.#say(error instanceof Error ? error.message : 'That failed. Is the server running?');
    }
  }
}

const whereItStands: Readonly<Record<string, string>> = {
  waiting: 'waits: no rep is available for it',
  offered: 'is offered to a rep',
  accepted: 'was accepted',
};

const linkSentences: Readonly<Record<LinkState, string>> = {
  whole: 'The connection may come back.',
  cut: 'The connection is cut. The panel says so, and tries again by itself.',
  silent: 'The connection is silent. The panel notices within 12 seconds.',
};

function linkSwitch(broken: Exclude<LinkState, 'whole'>, label: string): HTMLButtonElement {
  const made = button({ class: 'button' }, () => setLink(linkState() === broken ? 'whole' : broken));
  const draw = () => {
    const isBroken = linkState() === broken;
    made.replaceChildren(icon('plug', 'small'), isBroken ? 'Let it back' : label);
    made.classList.toggle('on', isBroken);
  };
  onLinkChange(draw);
  draw();
  return made;
}
