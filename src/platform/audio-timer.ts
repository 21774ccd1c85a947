import type { Seconds, Timers } from '../domain/time.ts';

/**
 * Calls `call` after `seconds` of the context's own time; the returned function prevents it. A hidden page's timers come
 * up to a minute late; the audio clock does not.
 */
export function afterAudioTime(context: AudioContext, seconds: Seconds, call: () => void): () => void {
  const silence = new ConstantSourceNode(context, { offset: 0 });
  const end = () => {
    silence.onended = null;
    silence.disconnect();
  };
  silence.onended = () => {
    end();
    call();
  };
  silence.connect(context.destination);
  silence.start();
  silence.stop(context.currentTime + Math.max(0, seconds));
  return end;
}

/** The same timers, punctual also in a hidden page while an audio context runs. */
export function punctual(
  timers: Timers,
  isHidden: () => boolean,
  context: () => AudioContext | null,
): Timers {
  return {
    now: () => timers.now(),
    after(delay, call) {
      const due = timers.now() + delay;
      let cancelAudio = (): void => undefined;
      const cancelTimer = timers.after(delay, () => {
        cancelAudio();
        call();
      });
      const listen = () => {
        const running = isHidden() ? context() : null;
        const left = due - timers.now();
        if (!running) return;
        cancelAudio = afterAudioTime(running, left / 1000, () => {
          // The two clocks do not run quite alike, and nothing may be early.
          if (timers.now() < due) return listen();
          cancelTimer();
          call();
        });
      };
      listen();
      return () => {
        cancelTimer();
        cancelAudio();
      };
    },
  };
}
