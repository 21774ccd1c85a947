import type { ChromeLauncher } from '@web/test-runner-chrome';
import type { TestRunnerPlugin } from '@web/test-runner';
import type { WebKitLauncher } from '../scripts/engines/webkit-launcher.ts';

type Key = Parameters<ReturnType<ChromeLauncher['getPage']>['keyboard']['down']>[0];

/** Test commands that the runner does not provide for every launcher. */
export function realInput(): TestRunnerPlugin<readonly string[]> {
  return {
    name: 'real-input',
    async executeCommand({ command, payload: named = [], session }) {
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
