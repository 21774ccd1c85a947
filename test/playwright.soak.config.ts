import config from './playwright.config.ts';

/** What takes minutes and proves what a shift needs: `npm run test:soak`, after `npm run build`. */
export default { ...config, testDir: 'soak' };
