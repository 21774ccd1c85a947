import type { OmniChannelPanel } from './panel.ts';

type Words = OmniChannelPanel['words'];

/** The languages the panel has words for, each loaded when it is wanted. The host's own words are English. */
const loaders: Readonly<Record<string, () => Promise<Words>>> = {
  de: async () => (await import('../../assets/locales/de.ts')).de,
  ar: async () => (await import('../../assets/locales/ar.ts')).ar,
};

/** In their own words, as people look for them. */
export const languages: readonly { readonly code: string; readonly name: string }[] = [
  { code: 'en', name: 'English' },
  { code: 'de', name: 'Deutsch' },
  { code: 'ar', name: 'العربية' },
];

/** The words that `?lang=` asks for; `null`: English, which the panel brings along. */
export async function wordsFor(code: string): Promise<Words | null> {
  return (await loaders[code]?.()) ?? null;
}
