import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  acwProgress,
  ACW_AFTER_SIGN_OUT,
  extendAcw,
  extensionsLeft,
  shortenAcwOnSignOut,
  startAcw,
  type AcwTerms,
} from '../../../src/domain/work/acw.ts';

const terms = (max: number | null, durationSeconds = 60, seconds = 30): AcwTerms => ({
  durationSeconds,
  extension: max === null ? null : { seconds, max },
});

describe('the wrap-up countdown', () => {
  it('ends after its duration, at both bounds', () => {
    assert.equal(startAcw(terms(null, 30), 1000).endsAt, 31_000);
    assert.equal(startAcw(terms(null, 3600), 1000).endsAt, 3_601_000);
  });

  it('moves its end by each extension, and by no more than there are', () => {
    const extended = extendAcw(startAcw(terms(1, 60, 15), 0), 59_999);
    assert.equal(extended?.endsAt, 75_000);
    assert.equal(extensionsLeft(extended), 0);
    assert.equal(extendAcw(extended, 60_000), null);
  });

  it('cannot be extended without the setting, nor once it has ended', () => {
    assert.equal(extendAcw(startAcw(terms(null), 0), 1), null);
    assert.equal(extendAcw(startAcw(terms(3), 0), 60_000), null);
  });

  it('ends a minute after signing out at the latest, and never later than it would', () => {
    assert.equal(shortenAcwOnSignOut(startAcw(terms(null, 3600), 0), 500).endsAt, 500 + ACW_AFTER_SIGN_OUT);
    assert.equal(shortenAcwOnSignOut(startAcw(terms(null, 30), 0), 500).endsAt, 30_000);
  });

  it('progress stays between 0 and 1, whatever the clock says', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (now) => {
        const progress = acwProgress(startAcw(terms(null), 0), now);
        assert.ok(progress >= 0 && progress <= 1);
      }),
    );
    assert.equal(acwProgress(startAcw(terms(null), 0), 30_000), 0.5);
  });

  it('however often it is extended, its end is the duration plus the extensions used', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 }), fc.nat(20), (max, tries) => {
        let acw = startAcw(terms(max), 0);
        for (let i = 0; i < tries; i += 1) acw = extendAcw(acw, 0) ?? acw;
        assert.equal(acw.extensionsUsed, Math.min(max, tries));
        assert.equal(acw.endsAt, 60_000 + acw.extensionsUsed * 30_000);
      }),
    );
  });
});
