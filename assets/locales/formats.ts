/** How a locale writes times, numbers and lists. Times are those of the rep's own time zone. */
export interface Formats {
  /** The BCP 47 tag. */
  readonly locale: string;
  /** A clock time: 14:02. */
  time(at: number): string;
  /** A clock time to the second: 14:02:31. */
  exactTime(at: number): string;
  /** A day with a clock time: 20 Nov, 14:02. */
  dayTime(at: number): string;
  /** A number with at most two decimals. */
  number(value: number): string;
  percent(value: number): string;
  /** What stands between names in a row. */
  readonly separator: string;
  /** Names in a row: Voice, Messaging, Case. */
  list(names: readonly string[]): string;
  /** A length of time, as a stopwatch shows it: 1:42, 1:04:12. */
  duration(seconds: number): string;
}

// Intl's objects cost about a millisecond each: none is made before it is needed.
function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** How this locale writes. Words and region may differ: `{ ...en, ...formats('en-US') }`. */
export function formats(locale: string): Formats {
  const time = lazily(() => new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }));
  const exactTime = lazily(
    () => new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', second: '2-digit' }),
  );
  const dayTime = lazily(
    () =>
      new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }),
  );
  const number = lazily(() => new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }));
  const percent = lazily(() => new Intl.NumberFormat(locale, { style: 'percent' }));
  const runsLeft = /^(ar|fa|ur)\b/.test(locale);
  const separator = runsLeft ? '، ' : /^ja\b/.test(locale) ? '、' : ', ';
  return {
    locale,
    separator,
    time: (at) => time().format(at),
    exactTime: (at) => exactTime().format(at),
    dayTime: (at) => dayTime().format(at),
    number: (value) => number().format(value),
    percent: (value) => percent().format(value / 100),
    // Between words that run to the left, each name is isolated: those of another script would run on in theirs.
    list: (names) => (runsLeft ? names.map((name) => `\u2068${name}\u2069`) : names).join(separator),
    duration,
  };
}

function duration(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  const rest = two(seconds % 60);
  return minutes < 60 ? `${minutes}:${rest}` : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${rest}`;
}
