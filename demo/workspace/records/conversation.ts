import type { Memory } from '../memory.ts';
import type { AgentWork } from '../panel.ts';
import { findScenario } from '../try-it/scenarios.ts';

export interface Message {
  readonly from: 'customer' | 'rep';
  readonly name: string;
  readonly text: string;
  readonly at: number;
}

/** Used for work created elsewhere, for which the demo has no script. */
const genericReplies = [
  'Thanks for answering so quickly.',
  'Yes, that is right.',
  'Could you send me a confirmation?',
  'Perfect, that is all. Thank you!',
];
const READING = 1200;
const TYPING = 2200;

/** A written conversation with a customer who answers by a script. */
export class Conversation {
  readonly #key: string;
  readonly #memory: Memory;
  readonly #customerName: string;
  readonly #replies: readonly string[];
  readonly #listeners = new Set<() => void>();
  #messages: readonly Message[];
  #timer: number | undefined;
  #isTyping = false;

  constructor(work: AgentWork, memory: Memory) {
    const scenario = findScenario(work);
    this.#key = `conversation/${work.id}`;
    this.#memory = memory;
    this.#customerName = work.customerName;
    this.#replies = scenario?.replies ?? genericReplies;
    this.#messages = memory.recall(
      this.#key,
      (scenario?.opening ?? [`Hello! ${work.subject}`]).map((text) =>
        this.#fromCustomer(text, work.waitingSince),
      ),
      isMessages,
    );
  }

  get messages(): readonly Message[] {
    return this.#messages;
  }

  get isTyping(): boolean {
    return this.#isTyping;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  say(text: string, name: string): void {
    this.#add({ from: 'rep', name, text, at: Date.now() });
    this.#awaitReply();
  }

  /** The conversation ended: the customer writes no more messages. */
  end(): void {
    clearTimeout(this.#timer);
    this.#setTyping(false);
  }

  // A second message before the reply is answered together with the first.
  #awaitReply(): void {
    this.end();
    const firstOfRep = this.#messages.findIndex(({ from }) => from === 'rep');
    const replied = this.#messages.slice(firstOfRep).filter(({ from }) => from === 'customer').length;
    const reply = this.#replies[replied];
    if (reply === undefined) return;
    this.#timer = window.setTimeout(() => {
      this.#setTyping(true);
      this.#timer = window.setTimeout(() => {
        this.#isTyping = false;
        this.#add(this.#fromCustomer(reply, Date.now()));
      }, TYPING);
    }, READING);
  }

  #fromCustomer(text: string, at: number): Message {
    return { from: 'customer', name: this.#customerName, text, at };
  }

  #add(message: Message): void {
    this.#messages = [...this.#messages, message];
    this.#memory.keep(this.#key, this.#messages);
    this.#tell();
  }

  #setTyping(isTyping: boolean): void {
    if (this.#isTyping === isTyping) return;
    this.#isTyping = isTyping;
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

function isMessages(value: unknown): value is Message[] {
  return Array.isArray(value) && value.every((one) => typeof (one as Message | null)?.text === 'string');
}
