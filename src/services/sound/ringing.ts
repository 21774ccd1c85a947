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

/** An offer that arrives later than this was delayed, and the message that settles it may be right behind. */
const MAX_TRANSIT_TIME: Milliseconds = 1000;

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
  /** Whether a round trip succeeds now: by then everything in transit has arrived. */
  readonly prove: () => Promise<boolean>;
  /** Whether this is the one page of the rep that plays sound. */
  readonly turn: Pick<RingTurn, 'isMine' | 'needsSound'>;
  readonly words: () => Readonly<Record<SoundFault | 'silent', string>>;
}

/** What is playing: the ring, and the name of its loaded sound. */
interface Sounding {
  readonly ring: Ring;
  readonly name: string;
}

/**
 * Rings for work requests, exactly as the ring plan says at each instant. What cannot start now is not queued: when
 * sound runs again the plan is evaluated again, so nothing rings late or for a settled request.
 */
export class Ringing {
  readonly #deps: Dependencies;
  /**
   * Rings to suppress, whatever the plan says: automatic acceptances whose chime has played, or was due before this
   * page opened, and requests that the customer abandoned before they could ring.
   */
  readonly #suppressed = new Set<Id>();
  /** Requests that were delayed in transit: they ring once a round trip has shown that they are still open. */
  readonly #unverified = new Set<Id>();
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
    stops.push(work.follow((now, before) => this.#verifyLateOffer(now, before)));
    this.consider();
    return () => {
      for (const stop of stops) stop();
      this.#stopWatching?.();
      this.#stopWatching = null;
      this.#silence();
    };
  }

  /**
   * What played was lost with the page's audio, or another player of the page took over; it is considered again when
   * audio is back, or the other player has finished.
   */
  lost(): void {
    this.#leave();
    this.#deps.sound.update({ ringing: null });
  }

  /** Call it after any change that may affect what should play. */
  consider(): void {
    // Waking the context may report at once that it runs: that belongs to the same evaluation.
    if (this.#isConsidering) return;
    this.#isConsidering = true;
    this.#stopWatching?.();
    this.#stopWatching = this.#deps.clock.watch((now) => this.#follow(now));
    this.#isConsidering = false;
  }

  /** Makes the sound match the plan; returns the instant at which that may change next. */
  #follow(now: Instant): Instant | null {
    this.#suppressPastChimes(this.#deps.work.state.works);
    const ring = this.#plan(now);
    this.#keepReady(ring !== null);
    if (!ring) {
      this.#silence();
      return null;
    }
    if (!this.#deps.turn.isMine) {
      this.#silence();
      // It chimes in another page, so it must not chime here later.
      if (!ring.loop) this.#suppressed.add(ring.agentWorkId);
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

  /** After a sleep, messages arrive in a burst: the offer before the message that settles it. */
  #verifyLateOffer(work: AgentWork, before: AgentWork | undefined): void {
    const { clock, connection, prove } = this.#deps;
    if (!isWorkRequest(work.status)) {
      if (this.#unverified.delete(work.id) && work.status === 'canceled') this.#suppressed.add(work.id);
      return;
    }
    if (before ? !this.#unverified.has(work.id) : clock.now() - work.offeredAt < MAX_TRANSIT_TIME) return;
    this.#unverified.add(work.id);
    if (this.#isProving) return;
    this.#isProving = true;
    void prove().then((isProven) => {
      this.#isProving = false;
      // If the connection broke, the next snapshot shows it, and is checked in turn; if it is just slow, better ring
      // than stay silent.
      if (!isProven && !isConnected(connection.state)) return;
      this.#unverified.clear();
      this.consider();
    });
  }

  /** Notes works that were accepted automatically before this page saw them: their chime has played. */
  #suppressPastChimes(works: ReadonlyMap<Id, AgentWork>): void {
    if (works === this.#known) return;
    for (const [id, { status }] of works)
      if (!this.#known.has(id) && status === 'opened') this.#suppressed.add(id);
    for (const id of [...this.#suppressed]) if (!works.has(id)) this.#suppressed.delete(id);
    this.#known = works;
  }

  #plan(now: Instant): Ring | null {
    const { status } = this.#deps.connection.state;
    // It is unknown whether these requests are still open: toasts stay, ringing stops.
    if (status !== 'connected' && status !== 'interrupted') return null;
    const works = [...this.#deps.work.state.works.values()].filter(
      ({ id }) => !this.#suppressed.has(id) && !this.#unverified.has(id),
    );
    // An offer has been made, even if the estimated server time is slightly behind.
    const latestOffer = works.reduce((latest, { offeredAt }) => Math.max(latest, offeredAt), 0);
    return planRing(works, Math.max(now, latestOffer));
  }

  /** Keeps sound running while a request may arrive. */
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
    // A custom sound that loads too late does not interrupt the one playing in its place.
    if (before?.ring.agentWorkId === ring.agentWorkId && before.ring.sound === ring.sound) {
      // It may have been interrupted and has resumed.
      if (ringer.status === 'running') sound.update({ ringing: ring.agentWorkId });
      return;
    }
    const seconds = (ring.until - now) / 1000;
    const terms = { seconds, age: now - ring.from, ended: () => this.#ended(next) };
    // The same sound continues for the next request without a restart.
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

  /** The context may claim to run while nothing is audible. */
  async #prove(sounding: Sounding): Promise<void> {
    const { ringer, sound, words } = this.#deps;
    const isHeard = await ringer.isHeard();
    if (this.#sounding !== sounding || ringer.status !== 'running') return;
    if (isHeard) sound.update({ status: 'running', reason: null });
    else sound.update({ status: 'failed', reason: words().silent });
  }

  /** The sound finished; after a chime, a ring whose interval is still running may continue. */
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
    if (this.#sounding && !this.#sounding.ring.loop) this.#suppressed.add(this.#sounding.ring.agentWorkId);
    this.#sounding = null;
  }
}
