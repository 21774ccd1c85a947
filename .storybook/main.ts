import type { StorybookConfig } from '@storybook/web-components-vite';
import { mergeConfig } from 'vite';
import { mswWorker } from '../build/msw-worker.ts';

const config: StorybookConfig = {
  stories: ['../components/**/*.stories.ts'],
  addons: ['@storybook/addon-a11y', '@storybook/addon-docs'],
  framework: '@storybook/web-components-vite',
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // Storybook reads the project's vite.config.ts first, so stories are built like everything else.
  viteFinal: (vite) => mergeConfig(vite, { plugins: [mswWorker()] }),
};

export default config;
