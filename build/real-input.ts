import type { ChromeLauncher } from '@web/test-runner-chrome';
import type { TestRunnerPlugin, TestSession } from '@web/test-runner';
import type { WebKitLauncher } from '../scripts/engines/webkit-launcher.ts';

type Page = ReturnType<ChromeLauncher['getPage']>;
type Key = Parameters<Page['keyboard']['down']>[0];

/** Test commands that the runner does not provide for every launcher. */
export function realInput(): TestRunnerPlugin<readonly string[]> {
  return {
    name: 'real-input',
    async executeCommand({ command, payload: named = [], session }) {
      if (command === 'force-colours') return forceColours(session, named[0] ?? '');
      if (command !== 'press-chord') return undefined;
      const { browser, id } = session;
      const keys = named.map((name) => (name === 'Space' ? ' ' : name));
      if (browser.type === 'webdriver') await (browser as WebKitLauncher).pressChord(keys);
      else {
        const { keyboard } = (browser as ChromeLauncher).getPage(id);
        for (const key of keys) await keyboard.down(key as Key);
        for (const key of keys.toReversed()) await keyboard.up(key as Key);
      }
      return true;
    },
  };
}

const devtoolsOf = new Map<string, Awaited<ReturnType<Page['createCDPSession']>>>();

/**
 * Puts a page of Chromium into forced colours of a `light` or `dark` palette; anything else ends it. Puppeteer has no
 * method for that.
 */
async function forceColours(
  { browser, id }: Pick<TestSession, 'browser' | 'id'>,
  palette: string,
): Promise<true> {
  // What a session emulates ends with it.
  const devtools = devtoolsOf.get(id) ?? (await (browser as ChromeLauncher).getPage(id).createCDPSession());
  devtoolsOf.set(id, devtools);
  const isForced = palette === 'light' || palette === 'dark';
  const features = [
    { name: 'forced-colors', value: isForced ? 'active' : '' },
    { name: 'prefers-color-scheme', value: isForced ? palette : '' },
  ];
  await devtools.send('Emulation.setEmulatedMedia', { features });
  return true;
}
