import { engineNames, engines, installEngine } from './engines.ts';

/** `npm run engines:install`: gets the engines that are missing, as root on Debian; who needs one says so where it is not there. */
for (const name of engineNames)
  if (!engines[name].find() && !installEngine(name))
    console.warn(`${engines[name].label} was not installed.`);
