import type { Foundation } from './console-foundation.ts';
import { AudioOutput } from '../platform/sound/audio-output.ts';
import { isHidden, onVisibility } from '../platform/page.ts';
import { Alarm } from '../services/sound/alarm.ts';
import type { TabGroup } from '../services/tabs/tab-group.ts';
import { OutputDevices } from '../services/sound/output-devices.ts';
import { Ringing } from '../services/sound/ringing.ts';
import { RingLease } from '../services/sound/ring-lease.ts';
import { RingTurn } from '../services/sound/ring-turn.ts';
import { shareRinging } from '../services/sound/shared-ringing.ts';
import type { SharedConnection } from '../services/connection/shared-connection.ts';
import { watchSound } from '../services/sound/sound-status.ts';
import { SoundLibrary } from '../services/sound/sound-library.ts';
import { TestingSound } from '../services/sound/testing-sound.ts';
import { Volume } from '../services/sound/volume.ts';
import { isConnected } from '../stores/connection.ts';

/** Ringing, the alarm and sound tests, in one of the rep's pages at a time. */
export function createSound(
  foundation: Foundation,
  { tabGroup, connection }: { readonly tabGroup: TabGroup; readonly connection: SharedConnection },
) {
  const { options, timers, clock, stores, ringer, record, memory, http, cache, tabs, problem } = foundation;
  const turn = new RingTurn({
    tabGroup,
    tabs,
    timers,
    ringer,
    sound: stores.sound,
    changed: () => {
      // The present state was reported by the page that had the turn before.
      if (turn.isMine) stores.sound.update({ ringing: null });
      ringing.consider();
      if (!turn.isMine) alarm.yield();
    },
  });
  const sounds = new SoundLibrary({
    http,
    cache,
    ringer,
    clock,
    changed: () => ringing.consider(),
    problem: (detail) => problem('sound', detail),
  });
  const ringing = new Ringing({
    ...stores,
    clock,
    ringer,
    sounds,
    turn,
    prove: () => connection.prove(),
    words: () => ({ ...options.words.customSound, silent: options.words.readiness.soundSilent }),
  });
  const lease = new RingLease({ tabGroup, turn, ringer, timers, sound: stores.sound });
  const alarm = new Alarm({
    ...stores,
    timers,
    ringer,
    isHidden,
    onVisibility,
    isOurs: () => turn.isMine,
    tabGroup,
    note: (what) => record.note('alert', what),
  });
  const testing = new TestingSound({
    ...stores,
    clock,
    ringer,
    sounds,
    words: () => options.words.customSound,
  });
  const outputs = new OutputDevices({
    ...stores,
    ...memory,
    tabGroup,
    output: new AudioOutput((make) => ringer.graph(make)),
  });

  function prepare(): void {
    const { effective } = stores.configuration.state;
    if (effective) sounds.prepare(effective);
  }

  const volume = new Volume({
    ...memory,
    sound: stores.sound,
    ringer,
    tabGroup,
    name: () => `omni-channel-volume ${options.apiAddress} ${options.repId}`,
  });
  shareRinging({ tabGroup, turn, sound: stores.sound, faultWords: () => options.words.customSound });

  return {
    turn,
    alarm,
    testing,
    outputs,
    volume,
    /** Start these before anything that observes the ring. */
    start: (): (() => void)[] => [
      turn.start(),
      outputs.start(),
      watchSound({
        ringer,
        sound: stores.sound,
        words: () => options.words.readiness,
        isOurs: () => turn.isMine,
      }),
      ringing.start(),
      lease.start(),
      stores.configuration.subscribe(prepare),
      ringer.onRenewed(() => {
        ringing.lost();
        prepare();
        void outputs.find(false);
      }),
      stores.connection.subscribe((state) => isConnected(state) && sounds.tryAgain()),
    ],
    stop(): void {
      testing.stop();
      sounds.stop();
      ringer.release();
    },
  };
}
