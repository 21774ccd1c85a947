import { existsSync } from 'node:fs';
import { isRoot, lookFor } from './system-programs.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'msedge'];
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Flags for every test run. The autoplay policy is left to the tests that need it. */
export const chromiumFlags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Chromium draws parts of its own window as pages, which cost a tenth of the processor and nobody sees. It heeds the
  // last list only, so this one holds what Playwright would disable, too.
  `--disable-features=${[
    'WebUIOmniboxAimPopup',
    'WebUIOmniboxPopup',
    'WebUIReloadButton',
    'AimEnabled',
    'AvoidUnnecessaryBeforeUnloadCheckSync',
    'DestroyProfileOnBrowserClose',
    'HttpsFirstBalancedModeAutoEnable',
    'HttpsUpgrades',
    'LensOverlay',
    'MediaRouter',
    'NetworkTimeServiceQuerying',
    'OptimizationHints',
    'PaintHolding',
    'PreconnectToSearch',
    'ThirdPartyStoragePartitioning',
  ].join(',')}`,
  // Chromium's own sandbox refuses to start as root, which is what containers run as.
  ...(isRoot ? ['--no-sandbox'] : []),
];

export const autoplayFlag = '--autoplay-policy=no-user-gesture-required';

/** The browser for the tests: CHROME_PATH, or else an installed one. Without one, exits with a sentence. */
export function findChromium(): string {
  const named = process.env.CHROME_PATH;
  if (named && !existsSync(named)) fail(`CHROME_PATH names ${named}, which does not exist.`);
  return lookForChromium() ?? fail('The tests need Chromium: npm run engines:install, or set CHROME_PATH.');
}

/** CHROME_PATH, or else an installed browser; `undefined` if there is none. */
export function lookForChromium(): string | undefined {
  const named = process.env.CHROME_PATH ?? '';
  // Set to nothing is not set.
  return named === '' ? lookFor(names, applications) : named;
}

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

if (import.meta.main) process.stdout.write(`${findChromium()}\n`);
