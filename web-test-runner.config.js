import { chromeLauncher } from '@web/test-runner-chrome';
import { componentTestFiles, componentTests, lonelyTestFiles } from './build/component-tests.ts';
import { autoplayFlag, chromiumFlags, findChromium } from './scripts/find-chromium.ts';

const chromium = chromeLauncher({
  launchOptions: { executablePath: findChromium(), args: [...chromiumFlags, autoplayFlag] },
});

export default {
  ...componentTests([chromium]),
  files: [...componentTestFiles, ...lonelyTestFiles.map((file) => `!${file}`)],
};
