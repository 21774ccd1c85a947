import type { Milliseconds, Timers } from '../../domain/time.ts';
import type { Id } from '../../domain/values.ts';
import type { Ringer } from '../../platform/sound/ringer.ts';
import type { Tabs } from '../../platform/tabs.ts';
import type { PresenceOfMember } from '../../protocol/member-messages.ts';
import type { SoundStore } from '../../stores/sound.ts';
import type { TabGroup } from '../tabs/tab-group.ts';
import { Liveness } from '../tabs/liveness.ts';
import { SILENT_AFTER } from './ring-lease.ts';

/** The holder of the turn answers the leader within this time, or counts as frozen. */
const REPLY_TIMEOUT: Milliseconds = 300;
/** The previous holder releases the lock within this time, or it is stolen. */
const HANDOVER_TIMEOUT: Milliseconds = 700;
/** A holder that does not answer has fallen silent by itself after this time. */
const FORCED_HANDOVER_DELAY: Milliseconds = SILENT_AFTER - REPLY_TIMEOUT;
/** Sound has faded out after this time. */
const FADE_TIME: Milliseconds = 60;

interface Dependencies {
  readonly tabGroup: TabGroup;
  readonly tabs: Tabs | null;
  readonly timers: Timers;
  readonly ringer: Pick<Ringer, 'status' | 'subscribe'>;
  readonly sound: SoundStore;
  /** This page gained or lost the turn; without it, it must be silent. */
  readonly changed: () => void;
}

/**
 * Which page of the tab group plays sound: the leader names one, if possible one that can be heard. The turn is a
 * lock, so there are never two: the holder falls silent before it releases the lock.
 */
export class RingTurn {
  readonly #deps: Dependencies;
  readonly #liveness: Liveness;
  /** Members that did not answer, until they show a sign of life. */
  readonly #silent = new Set<Id>();
  #sounder: Id | null = null;
  #leader: Id | null = null;
  /** The member that this page, as the leader, asks for signs of life. */
  #watched: Id | null = null;
  #isMine = false;
  /** Whether this page's sound is still fading out. */
  #isFading = false;
  #releaseLock: (() => void) | null = null;
  #cancel: (() => void) | null = null;

  constructor(deps: Dependencies) {
    this.#deps = deps;
    const { tabGroup } = deps;
    this.#liveness = new Liveness({
      timers: deps.timers,
      ask: () => this.#ask(),
      silent: () => this.#noAnswer(),
      timeout: () => REPLY_TIMEOUT,
    });
    tabGroup.on('turn', ({ sounder, isForced }) => this.#setSounder(sounder, isForced));
    tabGroup.on('standing', ({ sounder }) => this.#setSounder(sounder, false));
    tabGroup.on('here', (_, from) => this.#onSignOfLife(from));
    tabGroup.on('present', (_, from) => this.#onSignOfLife(from));
    tabGroup.on('hello', (_, from) => this.#onSignOfLife(from));
  }

  /** Whether this page may play sound. */
  get isMine(): boolean {
    return this.#isMine;
  }

  /** The member that may play sound; `null` if none is named. */
  get sounder(): Id | null {
    return this.#sounder;
  }

  /** Whether sound must run here while a request may arrive: to ring, or to find out whether it can. */
  get needsSound(): boolean {
    return this.#isMine || this.#deps.tabGroup.presence.sound !== 'able';
  }

  start(): () => void {
    const { tabGroup, ringer, sound } = this.#deps;
    const stops = [
      ringer.subscribe(() => this.#report()),
      sound.subscribe(() => this.#report()),
      tabGroup.subscribe(() => this.#follow()),
    ];
    this.#report();
    this.#follow();
    return () => {
      for (const stop of stops) stop();
      this.#unwatch();
      this.#silent.clear();
      this.#sounder = null;
      this.#yield();
      this.#release();
    };
  }

  /** The last known state of this page's sound stays valid while it sleeps. */
  #report(): void {
    const { tabGroup, ringer, sound } = this.#deps;
    const { status } = ringer;
    if (status === 'running')
      tabGroup.present({ sound: sound.state.status === 'failed' ? 'unable' : 'able' });
    else if (status === 'blocked' || status === 'closed') tabGroup.present({ sound: 'unable' });
  }

  #follow(): void {
    const { tabGroup, sound } = this.#deps;
    const isElsewhere = [...tabGroup.members].some(
      ([id, member]) => member.sound === 'able' && !this.#silent.has(id),
    );
    sound.update({ elsewhere: isElsewhere });
    // The previous leader did not answer, or is gone.
    if (tabGroup.isLeader && this.#leader !== null && this.#leader !== tabGroup.id)
      this.#silent.add(this.#leader);
    this.#leader = tabGroup.leader;
    for (const id of this.#silent) if (!tabGroup.members.has(id)) this.#silent.delete(id);
    if (tabGroup.isLeader) this.#choose();
    else this.#unwatch();
  }

  #unwatch(): void {
    this.#watched = null;
    this.#liveness.stop();
  }

  #choose(): void {
    const { tabGroup } = this.#deps;
    const candidates = new Map([...tabGroup.members, [tabGroup.id, tabGroup.presence] as const]);
    for (const id of this.#silent) candidates.delete(id);
    const chosen = chooseSounder(candidates, this.#sounder);
    if (chosen !== this.#sounder) {
      const isForced = this.#sounder !== null && this.#silent.has(this.#sounder);
      tabGroup.sendAsLeader({ type: 'turn', sounder: chosen, isForced });
      this.#setSounder(chosen, isForced);
    }
    this.#watch();
  }

  /** The leader need not watch itself. */
  #watch(): void {
    const { tabGroup } = this.#deps;
    const watched = this.#sounder === tabGroup.id ? null : this.#sounder;
    if (watched === this.#watched) return;
    this.#watched = watched;
    this.#liveness.stop();
    if (watched === null) return;
    this.#ask();
    this.#liveness.start(true);
  }

  #ask(): void {
    const { tabGroup, timers } = this.#deps;
    if (this.#watched !== null) tabGroup.send({ type: 'ask', asked: timers.now() }, this.#watched);
  }

  #noAnswer(): void {
    if (this.#watched === null) return;
    this.#silent.add(this.#watched);
    this.#follow();
  }

  #onSignOfLife(member: Id): void {
    if (member === this.#watched) this.#liveness.alive();
    if (this.#silent.delete(member)) this.#follow();
  }

  #setSounder(sounder: Id | null, isForced: boolean): void {
    const { tabGroup } = this.#deps;
    const isKnown = sounder === this.#sounder;
    this.#sounder = sounder;
    if (sounder !== tabGroup.id) return this.#yield();
    // A repeated announcement does not restart the wait.
    if (this.#isMine || (isKnown && this.#releaseLock && !isForced)) return;
    this.#isFading = false;
    this.#cancel?.();
    this.#cancel = null;
    if (tabGroup.isShared) this.#request(isForced ? FORCED_HANDOVER_DELAY : HANDOVER_TIMEOUT);
    else this.#turn(true);
  }

  /** Steals the lock if it is not released within `patience`. */
  #request(patience: Milliseconds): void {
    const { tabGroup, tabs, timers } = this.#deps;
    this.#releaseLock?.();
    const listener = {
      held: () => {
        this.#cancel?.();
        this.#cancel = null;
        this.#turn(true);
      },
      lost: () => {
        this.#releaseLock = null;
        this.#turn(false);
      },
      failed: () => this.#turn(true),
    };
    this.#releaseLock = tabs?.lock(tabGroup.lockName('sound'), listener, { steal: patience === 0 }) ?? null;
    if (patience > 0) this.#cancel = timers.after(patience, () => this.#request(0));
  }

  /** Falls silent before it releases the lock to the next page. */
  #yield(): void {
    const { timers } = this.#deps;
    if (this.#isFading) return;
    if (!this.#isMine) return this.#release();
    this.#isFading = true;
    this.#turn(false);
    this.#cancel?.();
    this.#cancel = timers.after(FADE_TIME, () => this.#release());
  }

  #release(): void {
    this.#isFading = false;
    this.#cancel?.();
    this.#cancel = null;
    this.#releaseLock?.();
    this.#releaseLock = null;
  }

  #turn(isMine: boolean): void {
    if (isMine === this.#isMine) return;
    this.#isMine = isMine;
    this.#deps.changed();
  }
}

/**
 * Chooses which page plays sound: the current one as long as it can be heard; otherwise one that can, preferably the
 * one seen last; otherwise one that has not tried yet.
 */
export function chooseSounder(members: ReadonlyMap<Id, PresenceOfMember>, present: Id | null): Id | null {
  const worth = { able: 2, unknown: 1, unable: 0 } as const;
  const order = [...members].sort(
    ([oneId, one], [otherId, other]) =>
      worth[other.sound] - worth[one.sound] ||
      Number(otherId === present) - Number(oneId === present) ||
      compareSeen(one, other) ||
      (oneId < otherId ? -1 : 1),
  );
  return order[0]?.[0] ?? null;
}

/** Sorts the one seen last first. */
export function compareSeen(one: PresenceOfMember, other: PresenceOfMember): number {
  return Number(other.visible) - Number(one.visible) || other.turnedAt - one.turnedAt;
}
