import type { Strings } from '../../assets/locales/en.ts';
import type { Seconds } from '../../src/domain/time.ts';

/** A short length of time in seconds, a longer one as a stopwatch shows it: 60 s, 5:00. */
export function length(seconds: Seconds, words: Strings): string {
  return seconds > 99 ? words.duration(seconds) : words.seconds(seconds);
}
