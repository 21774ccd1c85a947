import type { ChromeLauncher } from '@web/test-runner-chrome';
import type { WebdriverLauncher } from '@web/test-runner-webdriver';
import type { TestRunnerPlugin } from '@web/test-runner';

type Key = Parameters<ReturnType<ChromeLauncher['getPage']>['keyboard']['down']>[0];

/** The commands of the tests that the runner's own set does not have for every launcher. */
export function realInput(): TestRunnerPlugin<readonly string[]> {
  return {
    name: 'real-input',
    async executeCommand({ command, payload: named = [], session }) {
      if (command !== 'press-chord') return undefined;
      const { browser, id } = session;
      const keys = named.map((name) => (name === 'Space' ? ' ' : name));
      // WebDriver presses what it is given in order, and lets go of all of it at the end.
      if (browser.type === 'webdriver') await (browser as WebdriverLauncher).sendKeys(id, keys);
      else {
        const { keyboard } = (browser as ChromeLauncher).getPage(id);
        for (const key of keys) await keyboard.down(key as Key);
        for (const key of keys.toReversed()) await keyboard.up(key as Key);
      }
      return true;
    },
  };
}
