import { chromeLauncher } from '@web/test-runner-chrome';
import {
  componentTestFiles,
  componentTests,
  isolatedTestFiles,
  soundTestFiles,
  storyTestFiles,
} from '../build/component-tests.ts';
import { autoplayFlag, chromiumFlags, findChromium } from '../scripts/find-chromium.ts';

const chromium = () =>
  chromeLauncher({
    launchOptions: { executablePath: findChromium(), args: [...chromiumFlags, autoplayFlag] },
  });

/** Each group has a browser of its own; two of them run side by side. */
const groups = [
  { name: 'sound', files: soundTestFiles, browsers: [chromium()] },
  { name: 'stories', files: storyTestFiles, browsers: [chromium()] },
  { name: 'isolated', files: isolatedTestFiles, browsers: [chromium()] },
];

export default {
  ...componentTests([chromium()]),
  files: [...componentTestFiles, ...groups.flatMap(({ files }) => files).map((file) => `!${file}`)],
  groups,
  concurrentBrowsers: 2,
};
