import { expect } from '@open-wc/testing';
import { describePointer } from '../../../components/setup/shared/describe.ts';
import { english, translations } from '../../helpers/languages.ts';

describe('what changed, in the audit log', () => {
  it('has a name in every language, also what only a sound has', () => {
    for (const { setup: words } of [english, ...Object.values(translations)])
      for (const pointer of ['/name', '/format', '/lengthSeconds', '/capacity'])
        expect(describePointer(pointer, words)).not.to.equal(pointer.slice(1));
  });
});
