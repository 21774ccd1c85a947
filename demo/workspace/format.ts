import { words } from './words/words.ts';

/* Time formats of this host. */

const timeOfDay = new Intl.DateTimeFormat(words.locale, {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const timeToTheSecond = new Intl.DateTimeFormat(words.locale, {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

export function atTime(instant: number): string {
  return timeOfDay.format(instant);
}

export function atSecond(instant: number): string {
  return timeToTheSecond.format(instant);
}

/** 0:07, 12:40, 1:02:05. Never below zero, even if the clocks of server and browser differ. */
export function duration(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const two = (value: number) => String(value).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${minutes}:${two(seconds % 60)}`
    : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}
