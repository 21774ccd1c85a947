import { Subscribable } from '../../domain/subscribable.ts';
import type { Milliseconds, Timers } from '../../domain/time.ts';
import type { Id } from '../../domain/values.ts';
import { check } from '../../domain/violations.ts';
import type { Tabs } from '../../platform/tabs.ts';
import {
  memberMessageSchema,
  type BodyOf,
  type LeaderBody,
  type MemberBody,
  type MemberMessage,
  type PlainBody,
  type PresenceOfMember,
} from '../../protocol/member-messages.ts';
import { Leadership } from './leadership.ts';

type SharedState = Omit<BodyOf<'standing'>, 'type' | 'term' | 'serverTime' | 'asked' | 'members'>;
type Handler<Type extends MemberBody['type']> = (body: BodyOf<Type>, from: Id) => void;

interface Dependencies {
  readonly tabs: Tabs | null;
  readonly timers: Timers;
  readonly newId: () => string;
  /** The API address and rep that the members share. */
  readonly name: () => string;
  /** The state that a joining member needs. */
  readonly standing: () => SharedState;
  /** The server's time; `null` if unknown. */
  readonly serverTime: () => Milliseconds | null;
  /** Another page sent a malformed message. */
  readonly malformed: (detail: string) => void;
}

/**
 * The panels of one rep in one browser, including this one: membership, leadership and messages. Each member holds a
 * lock of its own that the leader waits for. So the leader learns at once when a member closes or crashes, and the
 * browser does not freeze a page whose lock is waited for.
 */
export class TabGroup extends Subscribable {
  readonly #deps: Dependencies;
  readonly #leadership: Leadership;
  readonly #members = new Map<Id, PresenceOfMember>();
  readonly #watches = new Map<Id, () => void>();
  readonly #handlers = new Map<string, Set<(body: never, from: Id) => void>>();
  #presence: PresenceOfMember = { visible: true, outOfSight: false, turnedAt: 0, sound: 'unknown' };
  #id: Id = '';
  #name = '';
  #leader: Id | null = null;
  #isShared = false;
  #channel: ReturnType<Tabs['join']> | null = null;
  #release: (() => void) | null = null;

  constructor(deps: Dependencies) {
    super();
    this.#deps = deps;
    this.#leadership = new Leadership({
      tabs: deps.tabs,
      timers: deps.timers,
      ask: () => this.send({ type: 'ask', asked: deps.timers.now() }),
      rank: () => this.#rank(),
      changed: () => this.#leadershipChanged(),
      failed: () => this.#beByItself(),
    });
  }

  /** This member's id; new each time it joins. */
  get id(): Id {
    return this.#id;
  }

  get isLeader(): boolean {
    return this.#leadership.isLeader;
  }

  /** The leader's id; `null` if unknown. */
  get leader(): Id | null {
    return this.#leader;
  }

  get term(): number {
    return this.#leadership.term;
  }

  /** Whether pages can coordinate here at all. */
  get isShared(): boolean {
    return this.#isShared;
  }

  /** The other members. */
  get members(): ReadonlyMap<Id, PresenceOfMember> {
    return this.#members;
  }

  /** Whether another member's page is visible. */
  get isSeen(): boolean {
    return [...this.#members.values()].some(({ visible }) => visible);
  }

  /** What the others know of this member. */
  get presence(): PresenceOfMember {
    return this.#presence;
  }

  /** Calls `handler` with the messages that others send to this member. */
  on<Type extends MemberBody['type']>(type: Type, handler: Handler<Type>): void {
    const handlers = this.#handlers.get(type) ?? new Set();
    this.#handlers.set(type, handlers.add(handler));
  }

  join(): void {
    const { tabs, newId, name } = this.#deps;
    if (this.#id !== '') return;
    this.#id = newId();
    this.#name = name();
    this.#isShared = tabs !== null;
    this.#channel = tabs?.join(this.#name, (message) => this.#receive(message)) ?? null;
    this.#release = tabs?.lock(this.lockName(`member ${this.#id}`), { held: () => undefined }) ?? null;
    this.hello();
    this.#leadership.start(this.#name);
  }

  leave(): void {
    if (this.#id === '') return;
    this.send({ type: 'leaving' });
    this.#beByItself();
    this.#leadership.stop();
    this.#leader = null;
    this.#id = '';
  }

  /** Asks the leader for the shared state. */
  hello(): void {
    this.send({ type: 'hello', asked: this.#deps.timers.now(), presence: this.#presence });
  }

  /** Updates what the others know of this member. */
  present(change: Partial<PresenceOfMember>): void {
    const keys = Object.keys(change) as (keyof PresenceOfMember)[];
    if (keys.every((key) => change[key] === this.#presence[key])) return;
    this.#presence = { ...this.#presence, ...change };
    this.send({ type: 'present', presence: this.#presence });
    this.notify();
  }

  /** The name of one of this tab group's locks. */
  lockName(what: string): string {
    return `${this.#name} ${what}`;
  }

  /** Sends a message to all other members, or to one. */
  send(body: PlainBody, to: Id | null = null): void {
    this.#channel?.post({ from: this.#id, to, body } satisfies MemberMessage);
  }

  /** Sends a message as the leader. */
  sendAsLeader(body: LeaderBody, to: Id | null = null): void {
    if (!this.isLeader) return;
    const whole = { ...body, term: this.term, serverTime: this.#deps.serverTime() } as MemberBody;
    this.#channel?.post({ from: this.#id, to, body: whole } satisfies MemberMessage);
  }

  /** The ids of the live members, including this one; `null` if unknown. */
  async liveMembers(): Promise<ReadonlySet<Id> | null> {
    const held = await this.#deps.tabs?.held().catch(() => null);
    if (!held || !this.#isShared) return null;
    const prefix = this.lockName('member ');
    return new Set(
      [...held].filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length)),
    );
  }

  /** This member's position in an order of succession that all members agree on. */
  #rank(): number {
    return [...this.#members.keys()].filter((id) => id !== this.#leader && id < this.#id).length;
  }

  #receive(message: unknown): void {
    const checked = check(memberMessageSchema, message);
    if (!checked.ok) return this.#deps.malformed(checked.violations[0]?.pointer ?? '');
    const { from, to, body } = checked.value;
    if (from === this.#id) return;
    if ('term' in body) {
      if (!this.#leadership.acknowledge(body.term)) return;
      const isNew = this.#leader !== from;
      this.#leader = from;
      if (isNew && body.type !== 'standing') this.hello();
    }
    if (to !== null && to !== this.#id) return;
    this.#updateMembers(body, from);
    for (const handler of this.#handlers.get(body.type) ?? []) handler(body as never, from);
  }

  /** Updates the membership. */
  #updateMembers(body: MemberBody, from: Id): void {
    switch (body.type) {
      case 'hello':
        this.#met(from, body.presence);
        this.#announce(from, body.asked);
        return;
      case 'present':
        return this.#met(from, body.presence);
      case 'standing':
        this.#members.clear();
        for (const { id, presence } of body.members) if (id !== this.#id) this.#members.set(id, presence);
        // The leader may have dropped this member while it was frozen.
        if (!body.members.some(({ id }) => id === this.#id))
          this.send({ type: 'present', presence: this.#presence });
        return this.notify();
      case 'gone':
        if (body.member === this.#id) return this.hello();
        return this.#gone(body.member);
      case 'leaving':
        return this.#gone(from);
      case 'ask':
        if (this.isLeader) this.sendAsLeader({ type: 'alive', asked: body.asked }, from);
        else if (from === this.#leader) this.send({ type: 'here' }, from);
        return;
      default:
        return;
    }
  }

  #met(member: Id, presence: PresenceOfMember): void {
    this.#members.set(member, presence);
    this.#watch(member);
    this.notify();
  }

  #watch(member: Id): void {
    if (!this.isLeader || this.#watches.has(member)) return;
    const listener = {
      held: () => {
        this.sendAsLeader({ type: 'gone', member });
        this.#gone(member);
      },
    };
    const stop = this.#deps.tabs?.lock(this.lockName(`member ${member}`), listener);
    if (stop) this.#watches.set(member, stop);
  }

  #gone(member: Id): void {
    this.#watches.get(member)?.();
    this.#watches.delete(member);
    if (this.#members.delete(member)) this.notify();
  }

  #leadershipChanged(): void {
    for (const stop of this.#watches.values()) stop();
    this.#watches.clear();
    this.#leader = this.isLeader ? this.#id : null;
    if (this.isLeader) for (const member of this.#members.keys()) this.#watch(member);
    this.notify();
    if (this.isLeader) this.#announce(null, null);
    else this.hello();
  }

  #announce(to: Id | null, asked: number | null): void {
    if (!this.isLeader) return;
    const members = [...this.#members].map(([id, presence]) => ({ id, presence }));
    members.push({ id: this.#id, presence: this.#presence });
    this.sendAsLeader({ type: 'standing', ...this.#deps.standing(), asked, members }, to);
  }

  #beByItself(): void {
    this.#isShared = false;
    for (const stop of this.#watches.values()) stop();
    this.#watches.clear();
    this.#members.clear();
    this.#channel?.leave();
    this.#channel = null;
    this.#release?.();
    this.#release = null;
  }
}
