import config from './playwright.config.ts';

/** The long tests of what a whole shift needs: `npm run test:soak`, after `npm run build`. */
export default { ...config, testDir: 'soak' };
