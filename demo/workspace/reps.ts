/** The reps of the demo. A real host has one: the user who signed in. */
export interface Rep {
  /** Their id in the tenant, and the subject of their token. */
  readonly id: string;
  readonly name: string;
}

export const reps: readonly Rep[] = [
  { id: 'sofia', name: 'Sofia Marin' },
  { id: 'noah', name: 'Noah Fischer' },
  { id: 'amara', name: 'Amara Okafor' },
];

/** The rep given by `?rep=`; `null` if there is none with that name. */
export function repFrom(search: URLSearchParams): Rep | null {
  const wanted = search.get('rep') ?? 'sofia';
  return reps.find(({ id }) => id === wanted) ?? null;
}

/** This page's URL with one parameter changed. */
export function addressWith(search: URLSearchParams, name: string, value: string): string {
  const changed = new URLSearchParams(search);
  changed.set(name, value);
  return `?${changed.toString()}`;
}

/** The address of the administrator's page, in the same language. */
export function setupAddress(): string {
  const language = new URLSearchParams(location.search).get('lang');
  return `/setup.html${language === null ? '' : `?lang=${encodeURIComponent(language)}`}`;
}
