import type { OmniChannelPanel } from './panel.ts';

type Words = OmniChannelPanel['words'];

/** The panel's words, each language loaded on demand. This host's own are in words/. */
const loaders: Readonly<Record<string, () => Promise<Words>>> = {
  de: async () => (await import('../../assets/locales/de.ts')).de,
  es: async () => (await import('../../assets/locales/es.ts')).es,
  ja: async () => (await import('../../assets/locales/ja.ts')).ja,
  ar: async () => (await import('../../assets/locales/ar.ts')).ar,
};

/** Named in their own language, since that is what users look for. */
export const languages: readonly { readonly code: string; readonly name: string }[] = [
  { code: 'en', name: 'English' },
  { code: 'de', name: 'Deutsch' },
  { code: 'es', name: 'Español' },
  { code: 'ja', name: '日本語' },
  { code: 'ar', name: 'العربية' },
];

/** The texts for `?lang=`; `null` for English, which is built into the panel. */
export async function panelWordsFor(code: string): Promise<Words | null> {
  return (await loaders[code]?.()) ?? null;
}
