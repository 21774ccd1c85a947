import { expect } from '@open-wc/testing';
import { setupAr } from '../../../assets/locales/setup/setup.ar.ts';
import { setupDe } from '../../../assets/locales/setup/setup.de.ts';
import { setupEn } from '../../../assets/locales/setup/setup.en.ts';
import { describePointer } from '../../../components/setup/shared/describe.ts';

describe('what changed, in the audit log', () => {
  it('has a name in every language, also what only a sound has', () => {
    for (const words of [setupEn, setupDe, setupAr])
      for (const pointer of ['/name', '/format', '/lengthSeconds', '/capacity'])
        expect(describePointer(pointer, words)).not.to.equal(pointer.slice(1));
  });
});
