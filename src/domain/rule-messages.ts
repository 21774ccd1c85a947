import { invalid, type BrokenRule } from './rules.ts';

/*
 * valibot's messages are strings: this module finds the rule that a message states. Only rules that are known when a
 * schema is created are registered, never ones with a user's data, so their number is bounded.
 *
 * Bundlers may drop these calls together with an unused schema. They could not if the schema called the rule itself, so
 * `message` calls it.
 */

const known = new Map<string, BrokenRule>();

/** A schema's message: the sentence of a rule with these parameters. */
// @__NO_SIDE_EFFECTS__
export function message<About extends readonly (string | number)[]>(
  rule: (...about: About) => BrokenRule,
  ...about: About
): string {
  const broken = rule(...about);
  known.set(broken.detail, broken);
  return broken.detail;
}

/** The messages of a strict object: for an unknown field, and for a missing one. */
// @__NO_SIDE_EFFECTS__
export function fieldMessage(
  unknown: () => BrokenRule,
  missing: () => BrokenRule,
): (issue: { readonly expected: string | null }) => string {
  const [ofUnknown, ofMissing] = [message(unknown), message(missing)];
  return ({ expected }) => (expected === 'never' ? ofUnknown : ofMissing);
}

/** The rule that a message states; `invalid` for any other message. */
export function ruleOf(sentence: string): BrokenRule {
  return known.get(sentence) ?? invalid(sentence);
}
