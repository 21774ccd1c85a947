import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'msedge'];
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const isRoot = process.getuid?.() === 0;

/** Flags for every test run. `autoplay` is left to those who test it. */
export const chromiumFlags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Chromium's own sandbox refuses to start as root, which is what containers run as.
  ...(isRoot ? ['--no-sandbox'] : []),
];

export const autoplayFlag = '--autoplay-policy=no-user-gesture-required';

/** The browser the tests run in: CHROME_PATH, else what the machine has, else (as root on Debian) installed. */
export function findChromium(): string {
  const named = process.env.CHROME_PATH;
  if (named) return existsSync(named) ? named : fail(`CHROME_PATH names ${named}, which does not exist.`);
  return (
    look() ??
    (install() ? look() : undefined) ??
    fail('No Chromium was found. Install it, or set CHROME_PATH.')
  );
}

function look(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...applications].find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function install(): boolean {
  if (!isRoot || !existsSync('/usr/bin/apt-get')) return false;
  console.warn('No Chromium was found; installing the one Debian has.');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // Output goes to stderr: stdout belongs to whoever asked for the path.
  const apt = (...args: string[]) =>
    spawnSync('apt-get', args, { env, stdio: ['ignore', 2, 2] }).status === 0;
  return apt('update') && apt('install', '-y', '--no-install-recommends', 'chromium');
}

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

if (import.meta.main) process.stdout.write(`${findChromium()}\n`);
