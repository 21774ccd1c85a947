import type * as rules from '../../../src/domain/rules.ts';

type RuleCode = keyof typeof rules;

/**
 * Rules that are not translated: those that no form of Setup can break (of work items, queries and messages between
 * programs), the findings of the sound check, and rules without a code.
 */
type OutsideSetup =
  | 'invalid'
  | 'printableAscii'
  | 'uuid'
  | 'instant'
  | 'wholeInstant'
  | 'instantAfter1970'
  | 'missing'
  | 'offlineStatus'
  | 'soundFile'
  | 'highlightList'
  | 'maxHighlights'
  | 'idempotencyKeyCharacters'
  | 'channelNamed'
  | 'queueNamed'
  | 'repActive'
  | 'repInQueue'
  | 'noSuchParameter'
  | 'cursor'
  | 'isoInstant'
  | 'fromBeforeTo'
  | 'maxDays'
  | 'resourceName'
  | 'trueOrAbsent'
  | 'subjectObject';

/**
 * The sentences of the rules that Setup can show in another language, as they stand next to a field. `{min}`, `{max}`
 * and `{name}` are parameters of the rule. The rules and their English sentences are in `src/domain/rules.ts`.
 */
export type RuleWords = Readonly<Record<Exclude<RuleCode, OutsideSetup>, string>>;
