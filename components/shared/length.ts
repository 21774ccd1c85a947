import type { Strings } from '../../assets/locales/en.ts';
import type { Seconds } from '../../src/domain/time.ts';

/** A short duration in seconds, a longer one in minutes and seconds: 60 s, 5:00. */
export function length(seconds: Seconds, words: Strings): string {
  return seconds > 99 ? words.duration(seconds) : words.seconds(seconds);
}
