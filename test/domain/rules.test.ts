import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as v from 'valibot';
import { message } from '../../src/domain/rule-messages.ts';
import * as rules from '../../src/domain/rules.ts';
import { check } from '../../src/domain/violations.ts';

describe('the rules', () => {
  it('are exported by their codes', () => {
    for (const [name, rule] of Object.entries(rules)) {
      const broken = (rule as (...about: unknown[]) => rules.BrokenRule)('x', 1, 2);
      assert.equal(broken.rule, name);
    }
  });

  it('have codes of their own for the messages of schemas; any other message is of an invalid value', () => {
    const broken = (schema: v.GenericSchema) => {
      const checked = check(schema, 5);
      return checked.ok ? [] : checked.violations;
    };
    const sentence = message(rules.text, 'Name');
    assert.deepEqual(broken(v.string(sentence)), [{ pointer: '', ...rules.text('Name') }]);
    for (const detail of ['Must be so.', 'toString'])
      assert.deepEqual(broken(v.string(detail)), [{ pointer: '', rule: 'invalid', params: {}, detail }]);
  });
});
