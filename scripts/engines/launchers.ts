import { chromeLauncher, puppeteerCore } from '@web/test-runner-chrome';
import type { TestRunnerConfig } from '@web/test-runner';
import { autoplayFlag, chromiumFlags } from '../find-chromium.ts';
import type { EngineName, Programs } from './engines.ts';
import type { BrowserEnvironment } from './browser-environment.ts';
import { WebKitLauncher } from './webkit-launcher.ts';

type Launcher = NonNullable<TestRunnerConfig['browsers']>[number];

/**
 * Starts an engine with its environment. With `isOpen` pages may play sound from the start, as if the user had allowed
 * it; otherwise only after a gesture, as on a rep's first visit.
 */
export async function launcherOf(
  engine: EngineName,
  programs: Programs,
  environment: BrowserEnvironment,
  isOpen: boolean,
): Promise<Launcher> {
  const { browser = '', driver = '', display = '', sound = '' } = programs;
  if (engine === 'chromium') {
    const args = [...chromiumFlags, ...(isOpen ? [autoplayFlag] : [])];
    return chromeLauncher({ launchOptions: { executablePath: browser, args } });
  }
  await environment.playInto(sound);
  if (engine === 'firefox')
    return chromeLauncher({
      puppeteer: puppeteerCore as never,
      // A busy machine is slow, and this limit is for what hangs.
      createPage: async ({ context }) => {
        const page = await context.newPage();
        page.setDefaultNavigationTimeout(120_000);
        return page;
      },
      launchOptions: {
        browser: 'firefox',
        executablePath: browser,
        env: environment.env as Record<string, string>,
        extraPrefsFirefox: isOpen ? { 'media.autoplay.default': 0, 'media.autoplay.blocking_policy': 0 } : {},
      },
    });
  if (environment.env.DISPLAY === process.env.DISPLAY) await environment.showOn(display);
  return new WebKitLauncher(
    await environment.driveWith(driver),
    browser,
    isOpen ? ['--autoplay-policy=allow'] : [],
  );
}
