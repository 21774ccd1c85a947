import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { en } from '../../../assets/locales/en.ts';
import type { AgentWork } from '../../../src/domain/work/agent-work.ts';
import { intervalEnd } from '../../../src/domain/alerts/ring-plan.ts';
import { ServerClock } from '../../../src/platform/time/clock.ts';
import { Ringing } from '../../../src/services/sound/ringing.ts';
import { watchSound } from '../../../src/services/sound/sound-status.ts';
import { ConnectionStore } from '../../../src/stores/connection.ts';
import { PresenceStore } from '../../../src/stores/presence.ts';
import { SoundStore } from '../../../src/stores/sound.ts';
import { WorkStore } from '../../../src/stores/work.ts';
import { aRequest, statuses } from '../../fake-backend/records.ts';
import { FakeTimers } from '../../helpers/fake-timers.ts';
import { FakeRinger } from '../fake-ringer.ts';

const happening = fc.oneof(
  fc.record({
    does: fc.constant('offer' as const),
    seconds: fc.integer({ min: 1, max: 12 }),
    automatic: fc.boolean(),
  }),
  fc.record({
    does: fc.constantFrom('accept', 'decline', 'timeOut', 'reassign', 'leave'),
    which: fc.nat(),
  }),
  fc.record({ does: fc.constantFrom('block', 'unlock', 'loseSound', 'lose', 'reconnect', 'chimeEnds') }),
  fc.record({ does: fc.constant('pass' as const), milliseconds: fc.integer({ min: 1, max: 6000 }) }),
);
type Happening = typeof happening extends fc.Arbitrary<infer Value> ? Value : never;

const settlements: Readonly<Record<string, Partial<AgentWork>>> = {
  accept: { status: 'opened', openedBy: 'rep' },
  decline: { status: 'declined' },
  timeOut: { status: 'declinedOnPushTimeout' },
  reassign: { status: 'canceled', cancelReason: 'withdrawn' },
  leave: { status: 'canceled', cancelReason: 'customerLeft' },
};

/** The panel's ringing with all possible events, and a model of what should be heard. */
class Shift {
  readonly timers = new FakeTimers(1_700_000_000_000);
  readonly #clock = new ServerClock(this.timers);
  readonly #ringer = new FakeRinger();
  readonly #work = new WorkStore((tell) => tell());
  readonly #connection = new ConnectionStore(0);
  readonly #sound = new SoundStore();
  readonly #ringing: Ringing;
  readonly #stops: (() => void)[];
  readonly #chimed = new Set<string>();
  #rang: string | null = null;

  constructor() {
    const presence = new PresenceStore();
    presence.confirm({ status: statuses[0]!, since: 1, cause: 'rep' });
    this.#connection.update({ status: 'connected' });
    const stores = { work: this.#work, connection: this.#connection, sound: this.#sound, presence };
    this.#ringing = new Ringing({
      ...stores,
      clock: this.#clock,
      ringer: this.#ringer,
      turn: { isMine: true, needsSound: true },
      sounds: { resolve: (name) => ({ kind: 'loaded', name: name ?? 'default', fault: null }) },
      words: () => ({ ...en.customSound, silent: en.readiness.soundSilent }),
      prove: () => Promise.resolve(true),
    });
    const watch = {
      ringer: this.#ringer,
      sound: this.#sound,
      words: () => en.readiness,
      isOurs: () => true,
    };
    this.#stops = [watchSound(watch), this.#ringing.start()];
  }

  happens(what: Happening): void {
    if ('seconds' in what) return this.#offer(what.seconds, what.automatic);
    if ('which' in what) return this.#settle(what.does, what.which);
    if ('milliseconds' in what) return this.timers.advance(what.milliseconds);
    this.#befalls(what.does);
  }

  /** The newest request that is due plays; nothing plays only if none is due or none can be heard. */
  check(): void {
    const { ringing } = this.#sound.state;
    const isHearable = this.#ringer.status === 'running' && this.#connection.state.status === 'connected';
    if (isHearable && this.#rang !== null && this.#rang !== ringing) this.#chimed.add(this.#rang);
    if (isHearable) this.#rang = ringing;
    const [newest = null] = this.#audible();
    expect(ringing).to.equal(isHearable ? newest : null);
    if (isHearable) expect(this.#ringer.playing !== null).to.equal(newest !== null);
  }

  end(): void {
    this.timers.advance(13_000);
    if (this.#ringer.status === 'running') expect(this.#ringer.playing).to.equal(null);
    for (const stop of this.#stops) stop();
    expect(this.timers.count).to.equal(0);
  }

  /** The ids of the works that are due to ring now, newest first. */
  #audible(): string[] {
    const now = this.#clock.now();
    return [...this.#work.state.works.values()]
      .filter((work) => {
        const { status, cancelReason, openedBy, stamp, id } = work;
        if (now >= intervalEnd(work) || (stamp.automatic && this.#chimed.has(id))) return false;
        return status === 'assigned' || cancelReason === 'customerLeft' || openedBy === 'automatic';
      })
      .sort((one, other) => other.offeredAt - one.offeredAt)
      .map(({ id }) => id);
  }

  #offer(lengthSeconds: number, automatic: boolean): void {
    // No two in the same millisecond, whose order is up to the plan.
    this.timers.advance(1);
    const work = aRequest({}, { now: this.#clock.now() });
    this.#work.put({ ...work, stamp: { ...work.stamp, automatic, ring: { sound: null, lengthSeconds } } });
  }

  #settle(how: string, which: number): void {
    const open = [...this.#work.state.works.values()].filter(({ status }) => status === 'assigned');
    const work = open[which % Math.max(1, open.length)];
    if (!work) return;
    const openedBy = work.stamp.automatic ? 'automatic' : 'rep';
    const change = settlements[how];
    this.#work.put({ ...work, ...change, ...(change?.status === 'opened' && { openedBy }) });
  }

  #befalls(what: string): void {
    const ringer = this.#ringer;
    switch (what) {
      case 'block':
        ringer.isAllowed = false;
        return ringer.be('blocked');
      case 'unlock':
        return ringer.unlock();
      case 'loseSound':
        ringer.playing = null;
        this.#ringing.lost();
        if (this.#rang !== null) this.#chimed.add(this.#rang);
        ringer.be('waking');
        return ringer.be(ringer.isAllowed ? 'running' : 'blocked');
      case 'chimeEnds':
        if (ringer.status === 'running' && ringer.playing?.loop === false) ringer.ends();
        return;
      default:
        this.#connection.update({ status: what === 'lose' ? 'lost' : 'connected' });
    }
  }
}

describe('ringing, whatever happens', () => {
  it('is for one request at a time, the newest that is due at that instant, and leaves nothing behind', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 40 }), (happenings) => {
        const shift = new Shift();
        for (const what of happenings) {
          shift.happens(what);
          shift.check();
        }
        shift.end();
      }),
      { numRuns: 500 },
    );
  });
});
