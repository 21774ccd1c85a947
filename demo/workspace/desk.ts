import { Conversation } from './records/conversation.ts';
import type { Memory } from './memory.ts';
import type { OpenRecords } from './records/open-records.ts';
import type { AgentWork, OmniChannelPanel } from './panel.ts';
import type { Rep } from './reps.ts';
import type { Icon } from '../icons.ts';

/** What the views of this workspace share. */
export class Desk {
  readonly #conversations = new Map<string, Conversation>();

  constructor(
    readonly rep: Rep,
    readonly panel: OmniChannelPanel,
    readonly records: OpenRecords,
    readonly memory: Memory,
  ) {}

  conversationOf(work: AgentWork): Conversation {
    const known = this.#conversations.get(work.id);
    if (known) return known;
    const conversation = new Conversation(work, this.memory);
    this.#conversations.set(work.id, conversation);
    let count = conversation.messages.length;
    conversation.subscribe(() => {
      const last = conversation.messages.at(-1);
      if (conversation.messages.length > count && last?.from === 'customer')
        this.records.countUnread(work.recordId);
      count = conversation.messages.length;
    });
    return conversation;
  }

  /** The name that the customer sees: the agent alias applies to messaging only. */
  nameFor(type: AgentWork['channel']['type']): string {
    return (type === 'messaging' ? this.panel.getAgentAlias() : null) ?? this.rep.name;
  }

  /** Whether the panel has received the work since the page was loaded. */
  isKnown(work: AgentWork): boolean {
    return this.panel.getAgentWorks().some(({ id }) => id === work.id);
  }

  end(work: AgentWork): Promise<unknown> {
    return this.panel.closeAgentWork({ workId: work.id });
  }

  /** Handles an event of the panel about works. */
  onWorkEvent(event: Event & { readonly agentWork?: AgentWork }): void {
    if (event.agentWork) this.#update(event.agentWork);
    this.catchUp();
    if (event.type === 'omni-workload-changed') this.#closeUnknown();
  }

  /** Updates the records from the panel's works, which are newer than those that opened them. */
  catchUp(): void {
    for (const work of this.panel.getAgentWorks()) this.#update(work);
  }

  /** The rep closes a tab, which ends a wrap-up; a conversation continues, and the panel still lists it. */
  close(recordId: string): void {
    this.records.close(recordId);
    // If that fails, the wrap-up can still be ended in the panel.
    this.panel.recordClosed({ recordId }).catch(() => undefined);
  }

  /** Works that the server no longer counts as open were closed while this page was away. */
  #closeUnknown(): void {
    const open = new Set(this.panel.getAgentWorks().map(({ id }) => id));
    for (const { work } of this.records.all)
      if (!open.has(work.id) && work.status !== 'closed') this.#update({ ...work, status: 'closed' });
  }

  #update(work: AgentWork): void {
    this.records.update(work);
    if (isOver(work)) this.#conversations.get(work.id)?.end();
  }
}

/** Whether the conversation between customer and rep is over. */
export function isOver(work: AgentWork): boolean {
  return work.status !== 'opened' || work.customerLeftAt !== null;
}

export const channelIcons: Readonly<Record<AgentWork['channel']['type'], Icon>> = {
  voice: 'phone',
  messaging: 'message',
  chat: 'chat',
  case: 'case',
  unknown: 'inbox',
};
