import { isWorkRequest, type AgentWork } from '../../domain/work/agent-work.ts';
import { planRing, type Ring } from '../../domain/alerts/ring-plan.ts';
import type { Clock, Instant, Milliseconds } from '../../domain/time.ts';
import type { Id } from '../../domain/values.ts';
import type { Ringer } from '../../platform/sound/ringer.ts';
import { isConnected, type ConnectionStore } from '../../stores/connection.ts';
import type { PresenceStore } from '../../stores/presence.ts';
import type { SoundStore } from '../../stores/sound.ts';
import type { WorkStore } from '../../stores/work.ts';
import type { RingTurn } from './ring-turn.ts';
import type { SoundFault, SoundLibrary } from './sound-library.ts';

/** An offer that comes later than this was held up, and what settled it may be right behind it. */
const HELD_UP: Milliseconds = 1000;

interface Dependencies {
  readonly work: WorkStore;
  readonly presence: PresenceStore;
  readonly connection: ConnectionStore;
  readonly sound: SoundStore;
  readonly clock: Clock;
  readonly ringer: Pick<
    Ringer,
    'status' | 'subscribe' | 'wake' | 'rest' | 'play' | 'goOn' | 'stop' | 'isHeard'
  >;
  readonly sounds: Pick<SoundLibrary, 'resolve'>;
  /** Whether a round trip succeeds now: whatever was on its way has come then. */
  readonly prove: () => Promise<boolean>;
  /** Whether this page is the one of the rep's that sounds. */
  readonly turn: Pick<RingTurn, 'isMine' | 'needsSound'>;
  readonly words: () => Readonly<Record<SoundFault | 'silent', string>>;
}

/** What sounds now: which ring, by which loaded sound. */
interface Sounding {
  readonly ring: Ring;
  readonly name: string;
}

/**
 * Rings for work requests: at every instant what the ring plan says, and nothing else. What cannot start now is not
 * kept: when sound runs again, the plan of that instant decides anew, so nothing rings late or for what is settled.
 */
export class Ringing {
  readonly #deps: Dependencies;
  /**
   * What is not to be heard any more, whatever the plan says: automatic acceptances whose chime is over, or was before
   * this page, and requests of which the customer had left before they could ring.
   */
  readonly #over = new Set<Id>();
  /** Requests that were held up on their way: they ring once a round trip has shown that they are still open. */
  readonly #doubted = new Set<Id>();
  #isProving = false;
  #sounding: Sounding | null = null;
  #known: ReadonlyMap<Id, AgentWork> = new Map();
  #stopWatching: (() => void) | null = null;
  #isConsidering = false;

  constructor(deps: Dependencies) {
    this.#deps = deps;
  }

  start(): () => void {
    const { work, presence, connection, ringer } = this.#deps;
    const again = () => this.consider();
    const stops = [work, presence, connection, ringer].map((source) => source.subscribe(again));
    stops.push(work.follow((now, before) => this.#doubt(now, before)));
    this.consider();
    return () => {
      for (const stop of stops) stop();
      this.#stopWatching?.();
      this.#stopWatching = null;
      this.#silence();
    };
  }

  /**
   * What sounded is gone with the page's audio, or another player of the page took over; it is considered again once
   * there is another, or that has ended.
   */
  lost(): void {
    this.#leave();
    this.#deps.sound.update({ ringing: null });
  }

  /** Something changed that may change what should be heard. */
  consider(): void {
    // Waking the context may tell at once that it runs: that is part of the same consideration.
    if (this.#isConsidering) return;
    this.#isConsidering = true;
    this.#stopWatching?.();
    this.#stopWatching = this.#deps.clock.watch((now) => this.#follow(now));
    this.#isConsidering = false;
  }

  /** Makes what is heard what the plan says; gives the instant at which that may change by itself. */
  #follow(now: Instant): Instant | null {
    this.#meet(this.#deps.work.state.works);
    const ring = this.#plan(now);
    this.#keepReady(ring !== null);
    if (!ring) {
      this.#silence();
      return null;
    }
    if (!this.#deps.turn.isMine) {
      this.#silence();
      // It chimes in another page: here it will not any more, whoever's turn is next.
      if (!ring.loop) this.#over.add(ring.agentWorkId);
      return ring.until;
    }
    const resolved = this.#deps.sounds.resolve(ring.sound);
    if (resolved.kind === 'loading') {
      if (this.#sounding?.ring.agentWorkId !== ring.agentWorkId) this.#silence();
      return Math.min(resolved.until, ring.until);
    }
    const { name, fault } = resolved;
    this.#deps.sound.update({ fault, fallback: fault && this.#deps.words()[fault] });
    this.#sound({ ring, name }, now);
    return ring.until;
  }

  /** After a sleep messages come in a burst, the offer before its end. */
  #doubt(work: AgentWork, before: AgentWork | undefined): void {
    const { clock, connection, prove } = this.#deps;
    if (!isWorkRequest(work.status)) {
      if (this.#doubted.delete(work.id) && work.status === 'canceled') this.#over.add(work.id);
      return;
    }
    if (before ? !this.#doubted.has(work.id) : clock.now() - work.offeredAt < HELD_UP) return;
    this.#doubted.add(work.id);
    if (this.#isProving) return;
    this.#isProving = true;
    void prove().then((isProven) => {
      this.#isProving = false;
      // Of a broken connection the next snapshot tells, which is doubted in turn; a slow one is better than silence.
      if (!isProven && !isConnected(connection.state)) return;
      this.#doubted.clear();
      this.consider();
    });
  }

  /** Notes works that were accepted automatically before this page saw them: they have chimed. */
  #meet(works: ReadonlyMap<Id, AgentWork>): void {
    if (works === this.#known) return;
    for (const [id, { status }] of works) if (!this.#known.has(id) && status === 'opened') this.#over.add(id);
    for (const id of [...this.#over]) if (!works.has(id)) this.#over.delete(id);
    this.#known = works;
  }

  #plan(now: Instant): Ring | null {
    const { status } = this.#deps.connection.state;
    // Whether these requests are still open is unknown then: toasts stay, ringing stops.
    if (status !== 'connected' && status !== 'interrupted') return null;
    const works = [...this.#deps.work.state.works.values()].filter(
      ({ id }) => !this.#over.has(id) && !this.#doubted.has(id),
    );
    // What was offered has been offered, even where the measured clock is a little behind the server's.
    const latestOffer = works.reduce((latest, { offeredAt }) => Math.max(latest, offeredAt), 0);
    return planRing(works, Math.max(now, latestOffer));
  }

  /** Sound runs while a request may come. */
  #keepReady(isRinging: boolean): void {
    const { presence, ringer, turn } = this.#deps;
    const isNeeded = isRinging || presence.state.confirmed?.status.kind === 'online';
    if (isNeeded && turn.needsSound) ringer.wake('ringing');
    else ringer.rest('ringing');
  }

  #sound(next: Sounding, now: Instant): void {
    const { ringer, sound, clock } = this.#deps;
    const { ring, name } = next;
    const before = this.#sounding;
    // Also where the custom sound has come too late: it does not break into the one that rings instead.
    if (before?.ring.agentWorkId === ring.agentWorkId && before.ring.sound === ring.sound) {
      // It may have been interrupted, and goes on.
      if (ringer.status === 'running') sound.update({ ringing: ring.agentWorkId });
      return;
    }
    const seconds = (ring.until - now) / 1000;
    const terms = { seconds, age: now - ring.from, ended: () => this.#ended(next) };
    // The same sound goes on for the next request without starting again.
    const goesOn = before?.name === name && before.ring.loop && ring.loop && ringer.goOn(terms);
    const starts =
      goesOn ||
      ringer.play({
        sound: name,
        loop: ring.loop,
        ...terms,
        volume: sound.state.volumePercent / 100,
        taken: () => this.lost(),
        mayReturn: () => this.consider(),
        isWanted: () => this.#plan(clock.now())?.agentWorkId === ring.agentWorkId,
      });
    this.#leave();
    this.#sounding = starts ? next : null;
    sound.update({ ringing: starts ? ring.agentWorkId : null, testing: false });
    if (starts && !goesOn) void this.#prove(next);
  }

  /** The context may claim to run while nothing is heard. */
  async #prove(sounding: Sounding): Promise<void> {
    const { ringer, sound, words } = this.#deps;
    const isHeard = await ringer.isHeard();
    if (this.#sounding !== sounding || ringer.status !== 'running') return;
    if (isHeard) sound.update({ status: 'running', reason: null });
    else sound.update({ status: 'failed', reason: words().silent });
  }

  /** The sound came to its end; a chime then makes room for a ring whose interval still runs. */
  #ended(sounding: Sounding): void {
    if (this.#sounding !== sounding) return;
    this.#deps.sound.update({ ringing: null });
    if (sounding.ring.loop) return;
    this.#leave();
    this.consider();
  }

  #silence(): void {
    if (!this.#sounding) return;
    this.#leave();
    this.#deps.ringer.stop();
    this.#deps.sound.update({ ringing: null });
  }

  #leave(): void {
    if (this.#sounding && !this.#sounding.ring.loop) this.#over.add(this.#sounding.ring.agentWorkId);
    this.#sounding = null;
  }
}
