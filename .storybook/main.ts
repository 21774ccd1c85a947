import type { StorybookConfig } from '@storybook/web-components-vite';
import { mergeConfig } from 'vite';
import { cssTarget } from '../build/library.ts';
import { mswWorker } from '../build/msw-worker.ts';

const config: StorybookConfig = {
  stories: ['./pages/*.mdx', '../components/**/*.stories.ts', './scenarios/*.stories.ts'],
  addons: ['@storybook/addon-a11y', '@storybook/addon-docs'],
  framework: '@storybook/web-components-vite',
  previewAnnotations: (entries = []) => [...entries, new URL('./docs.ts', import.meta.url).pathname],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // Storybook reads the project's vite.config.ts first, so stories are built like everything else; but it sets a target of
  // its own for styles, which breaks them.
  viteFinal(vite) {
    const { build } = vite;
    return mergeConfig(
      { ...vite, build: { ...build, cssTarget: [] } },
      { plugins: [mswWorker()], build: { cssTarget } },
    );
  },
};

export default config;
