// What `import 'omni-channel-panel/setup'` does elsewhere.
import '../../src/setup/index.ts';
import type { OmniPresenceSetup } from '../../src/setup/index.ts';
import { applyTheme } from '../theme.ts';
import { repToken } from '../workspace/server.ts';

type Words = OmniPresenceSetup['words'];

/** The languages beside English, each loaded when it is wanted. */
const loaders: Readonly<Record<string, () => Promise<Words>>> = {
  de: async () => (await import('../../assets/locales/setup.de.ts')).setupDe,
  ar: async () => (await import('../../assets/locales/setup.ar.ts')).setupAr,
};

/** The page of an administrator. `?as=` signs in as somebody else, `?lang=` is another language. */
const search = new URLSearchParams(location.search);
const subject = search.get('as') ?? 'admin';

applyTheme();
const words = await loaders[search.get('lang') ?? 'en']?.();
const setup = document.createElement('omni-presence-setup');
setup.apiAddress = location.origin;
setup.token = () => repToken(subject);
// The page is Setup's alone: each place of it may have its address.
setup.addresses = 'hash';
if (words) {
  setup.words = words;
  document.documentElement.dir = words.direction;
  document.documentElement.lang = words.locale;
}
document.body.append(setup);
