import { en, type Words } from './en.ts';

/** The other languages of this host, each loaded on demand. */
const loaders: Readonly<Record<string, () => Promise<Words>>> = {
  de: async () => (await import('./de.ts')).de,
  ar: async () => (await import('./ar.ts')).ar,
};

/** The words of this host in the language of `?lang=`. */
export const words: Words =
  (await loaders[new URLSearchParams(location.search).get('lang') ?? 'en']?.()) ?? en;
