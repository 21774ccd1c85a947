import { installPackages } from '../system-programs.ts';
import { engineNames, engines } from './engines.ts';

/** `npm run engines:install`: installs the engines that are missing, as root on Debian. The tests themselves install nothing. */
const missing = engineNames.filter((name) => !engines[name].find());
// One by one: a package that is not to be had keeps only its own engine away.
for (const name of missing) installPackages(engines[name].packages);

const stillMissing = missing.filter((name) => !engines[name].find());
for (const name of stillMissing) {
  const { label, packages: needed } = engines[name];
  console.error(`${label} could not be installed here. It needs Debian's packages ${needed.join(', ')}.`);
}
process.exitCode = stillMissing.length > 0 ? 1 : 0;
