import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import {
  deriveDeveloperName,
  developerNameSchema,
  sameDeveloperName,
} from '../../../src/domain/setup/developer-name.ts';
import { check } from '../../../src/domain/violations.ts';

const sentence = (name: unknown) => {
  const checked = check(developerNameSchema, name);
  return checked.ok ? null : checked.violations[0]?.detail;
};

it('a Developer Name is derived from a Name', () => {
  assert.equal(deriveDeveloperName('  Voice: Tier 2 (München) '), 'Voice_Tier_2_Munchen');
  assert.equal(deriveDeveloperName('24/7 team'), 'X24_7_team');
  assert.equal(deriveDeveloperName('!!!'), '');
});

it('any name with a letter or digit yields a valid Developer Name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
      const derived = deriveDeveloperName(name);
      if (derived !== '') assert.equal(sentence(derived), null, derived);
    }),
  );
});

it('each rule of a Developer Name has its sentence', () => {
  assert.equal(sentence('A'), null);
  assert.equal(sentence('a'.repeat(80)), null);
  assert.match(sentence('a'.repeat(81)) ?? '', /1 to 80 characters/);
  assert.match(sentence('') ?? '', /1 to 80 characters/);
  assert.match(sentence('1st') ?? '', /start with a letter/);
  assert.match(sentence('_a') ?? '', /start with a letter/);
  assert.match(sentence('a_') ?? '', /end in an underscore/);
  assert.match(sentence('a__b') ?? '', /single underscores/);
  assert.match(sentence('a b') ?? '', /letters, digits/);
});

it('Developer Names are compared ignoring case', () => {
  assert.ok(sameDeveloperName('Sales_EMEA', 'sales_emea'));
  assert.ok(!sameDeveloperName('Sales_EMEA', 'Sales_APAC'));
});
