// In other projects: `import 'omni-channel-panel/setup'`.
import '../../src/setup/index.ts';
import type { OmniPresenceSetup } from '../../src/setup/index.ts';
import { applyTheme } from '../theme.ts';
import { repToken } from '../workspace/server.ts';
import { words as hostWords } from '../workspace/words/words.ts';

type Words = OmniPresenceSetup['words'];

/** The languages besides English, each loaded on demand. */
const loaders: Readonly<Record<string, () => Promise<Words>>> = {
  de: async () => (await import('../../assets/locales/setup/setup.de.ts')).setupDe,
  es: async () => (await import('../../assets/locales/setup/setup.es.ts')).setupEs,
  ja: async () => (await import('../../assets/locales/setup/setup.ja.ts')).setupJa,
  ar: async () => (await import('../../assets/locales/setup/setup.ar.ts')).setupAr,
};

/** The administrator's page. `?as=` signs in as another user, `?lang=` selects a language. */
const search = new URLSearchParams(location.search);
const subject = search.get('as') ?? 'admin';

applyTheme();
const language = search.get('lang');
const words = await loaders[language ?? 'en']?.();
const setup = document.createElement('omni-presence-setup');
setup.apiAddress = location.origin;
setup.token = () => repToken(subject);
// Setup is alone on this page, so each place can have its URL.
setup.addresses = 'hash';
if (words) {
  setup.words = words;
  document.documentElement.dir = words.direction;
  document.documentElement.lang = words.locale;
}
const workspace = document.createElement('a');
workspace.slot = 'top';
workspace.href = `/?rep=sofia${language === null ? '' : `&lang=${encodeURIComponent(language)}`}`;
workspace.textContent = hostWords.workspace;
document.title = hostWords.setup;
setup.append(workspace);
document.body.append(setup);
