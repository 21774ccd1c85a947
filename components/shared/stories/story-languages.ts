import { ar } from '../../../assets/locales/ar.ts';
import { de } from '../../../assets/locales/de.ts';
import { en, type Strings } from '../../../assets/locales/en.ts';
import { es } from '../../../assets/locales/es.ts';
import { ja } from '../../../assets/locales/ja.ts';
import { importAr } from '../../../assets/locales/setup/ar/import.ts';
import { previewAr } from '../../../assets/locales/setup/ar/preview.ts';
import { importDe } from '../../../assets/locales/setup/de/import.ts';
import { previewDe } from '../../../assets/locales/setup/de/preview.ts';
import { importEs } from '../../../assets/locales/setup/es/import.ts';
import { previewEs } from '../../../assets/locales/setup/es/preview.ts';
import { importJa } from '../../../assets/locales/setup/ja/import.ts';
import { previewJa } from '../../../assets/locales/setup/ja/preview.ts';
import { importEn, type ImportWords } from '../../../assets/locales/setup/import.en.ts';
import { previewEn } from '../../../assets/locales/setup/preview.en.ts';
import { setupAr } from '../../../assets/locales/setup/setup.ar.ts';
import { setupDe } from '../../../assets/locales/setup/setup.de.ts';
import { setupEn, type SetupStrings } from '../../../assets/locales/setup/setup.en.ts';
import { setupEs } from '../../../assets/locales/setup/setup.es.ts';
import { setupJa } from '../../../assets/locales/setup/setup.ja.ts';

interface StoryLanguage {
  /** What speakers of the language call it. */
  readonly name: string;
  readonly panel: Strings;
  readonly setup: SetupStrings;
  readonly preview: typeof previewEn;
  /** Those of Setup's page of import and export. */
  readonly import: ImportWords;
}

const english: StoryLanguage = {
  name: 'English',
  panel: en,
  setup: setupEn,
  preview: previewEn,
  import: importEn,
};

/** For stories: every language that the panel and Setup speak. */
export const storyLanguages: Readonly<Record<string, StoryLanguage>> = {
  en: english,
  de: { name: 'Deutsch', panel: de, setup: setupDe, preview: previewDe, import: importDe },
  es: { name: 'Español', panel: es, setup: setupEs, preview: previewEs, import: importEs },
  ja: { name: '日本語', panel: ja, setup: setupJa, preview: previewJa, import: importJa },
  ar: { name: 'العربية', panel: ar, setup: setupAr, preview: previewAr, import: importAr },
};

/** The language that the book's toolbar selects; English if it is unknown. */
export const storyLanguage = (globals: Readonly<Record<string, unknown>> = {}): StoryLanguage =>
  storyLanguages[String(globals.language)] ?? english;
