import { ar } from '../../assets/locales/ar.ts';
import { de } from '../../assets/locales/de.ts';
import { en, type Strings } from '../../assets/locales/en.ts';
import { es } from '../../assets/locales/es.ts';
import { ja } from '../../assets/locales/ja.ts';
import { previewAr } from '../../assets/locales/setup/ar/preview.ts';
import { previewDe } from '../../assets/locales/setup/de/preview.ts';
import { previewEs } from '../../assets/locales/setup/es/preview.ts';
import { previewJa } from '../../assets/locales/setup/ja/preview.ts';
import { previewEn } from '../../assets/locales/setup/preview.en.ts';
import { setupAr } from '../../assets/locales/setup/setup.ar.ts';
import { setupDe } from '../../assets/locales/setup/setup.de.ts';
import { setupEn, type SetupStrings } from '../../assets/locales/setup/setup.en.ts';
import { setupEs } from '../../assets/locales/setup/setup.es.ts';
import { setupJa } from '../../assets/locales/setup/setup.ja.ts';

interface StoryLanguage {
  /** What speakers of the language call it. */
  readonly name: string;
  readonly panel: Strings;
  readonly setup: SetupStrings;
  readonly preview: typeof previewEn;
}

const english: StoryLanguage = { name: 'English', panel: en, setup: setupEn, preview: previewEn };

/** For stories: every language that the panel and Setup speak. */
export const storyLanguages: Readonly<Record<string, StoryLanguage>> = {
  en: english,
  de: { name: 'Deutsch', panel: de, setup: setupDe, preview: previewDe },
  es: { name: 'Español', panel: es, setup: setupEs, preview: previewEs },
  ja: { name: '日本語', panel: ja, setup: setupJa, preview: previewJa },
  ar: { name: 'العربية', panel: ar, setup: setupAr, preview: previewAr },
};

/** The language that the book's toolbar selects; English if it is unknown. */
export const storyLanguage = (globals: Readonly<Record<string, unknown>> = {}): StoryLanguage =>
  storyLanguages[String(globals.language)] ?? english;
