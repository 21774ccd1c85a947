import type { Seconds } from '../../domain/time.ts';
import type { Waker } from '../time/punctual-timers.ts';

/**
 * Calls `call` after `seconds` on the context's own clock; the returned function cancels it. Timers of a hidden page
 * run up to a minute late; the audio clock does not.
 */
export function afterAudioTime(context: AudioContext, seconds: Seconds, call: () => void): () => void {
  const silence = new ConstantSourceNode(context, { offset: 0 });
  silence.onended = () => {
    silence.disconnect();
    call();
  };
  silence.connect(context.destination);
  silence.start();
  silence.stop(context.currentTime + Math.max(0, seconds));
  return () => {
    // If it were disconnected at once, it would never play to its end, and would be kept as long as the context.
    silence.onended = () => silence.disconnect();
    silence.stop();
  };
}

/** Wakes a hidden page by the clock of an audio context, while one is running. */
export const audioWaker = (context: () => AudioContext | null): Waker => ({
  wakeAfter(delay, call) {
    const running = context();
    return running && afterAudioTime(running, delay / 1000, call);
  },
});
