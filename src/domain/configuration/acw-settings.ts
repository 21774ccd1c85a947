import * as v from 'valibot';
import { message } from '../rule-messages.ts';
import * as rules from '../rules.ts';
import { wholeNumber, yesNo } from '../values.ts';
import type { AcwTerms } from '../work/acw.ts';
import { settingRule } from './setting-rule.ts';

/** Bounds that hold twice: for a value, and for its presence where its condition is on. */
const duration = ['ACW duration', 30, 3600] as const;
const extension = ['Extension duration', 15, 3600] as const;
const extensions = ['Max extensions', 1, 10] as const;

/** The settings of wrap-up (ACW): of a presence configuration, and of a channel that overrides them. */
export const acwEntries = {
  giveAcw: yesNo('Give wrap-up time'),
  acwDurationSeconds: v.nullable(wholeNumber(...duration)),
  letRepsExtendAcw: yesNo('Let reps extend'),
  acwExtensionSeconds: v.nullable(wholeNumber(...extension)),
  acwMaxExtensions: v.nullable(wholeNumber(...extensions)),
};

/** The settings of wrap-up. `giveAcw` is `null` only in a channel: no override. */
export interface AcwSettings {
  readonly giveAcw: boolean | null;
  readonly acwDurationSeconds: number | null;
  readonly letRepsExtendAcw: boolean;
  readonly acwExtensionSeconds: number | null;
  readonly acwMaxExtensions: number | null;
}

/** A channel that leaves wrap-up to the presence configuration. */
export const noAcwOverride = {
  giveAcw: null,
  acwDurationSeconds: null,
  letRepsExtendAcw: false,
  acwExtensionSeconds: null,
  acwMaxExtensions: null,
} satisfies AcwSettings;

/** What depends on whether wrap-up is given, and on whether reps may extend it. */
export function acwRules<Settings extends AcwSettings>() {
  const rule = settingRule<Settings>();
  return [
    rule(
      ['acwDurationSeconds', 'giveAcw'],
      (s) => s.giveAcw !== true || s.acwDurationSeconds !== null,
      message(rules.wholeNumber, ...duration),
    ),
    rule(
      ['acwDurationSeconds', 'giveAcw'],
      (s) => s.giveAcw === true || s.acwDurationSeconds === null,
      message(rules.needsWrapUp, 'ACW duration'),
    ),
    rule(
      ['letRepsExtendAcw', 'giveAcw'],
      (s) => s.giveAcw === true || !s.letRepsExtendAcw,
      message(rules.needsWrapUp, 'Let reps extend'),
    ),
    rule(
      ['acwExtensionSeconds', 'letRepsExtendAcw'],
      (s) => !s.letRepsExtendAcw || s.acwExtensionSeconds !== null,
      message(rules.wholeNumber, ...extension),
    ),
    rule(
      ['acwExtensionSeconds', 'letRepsExtendAcw'],
      (s) => s.letRepsExtendAcw || s.acwExtensionSeconds === null,
      message(rules.needsExtending, 'Extension duration'),
    ),
    rule(
      ['acwMaxExtensions', 'letRepsExtendAcw'],
      (s) => !s.letRepsExtendAcw || s.acwMaxExtensions !== null,
      message(rules.wholeNumber, ...extensions),
    ),
    rule(
      ['acwMaxExtensions', 'letRepsExtendAcw'],
      (s) => s.letRepsExtendAcw || s.acwMaxExtensions === null,
      message(rules.needsExtending, 'Max extensions'),
    ),
  ] as const;
}

/** The wrap-up terms that these settings give; `null` if they give none. */
export function acwTermsOf(settings: AcwSettings): AcwTerms | null {
  const { giveAcw, acwDurationSeconds, letRepsExtendAcw, acwExtensionSeconds, acwMaxExtensions } = settings;
  if (giveAcw !== true || acwDurationSeconds === null) return null;
  const extends_ = letRepsExtendAcw && acwExtensionSeconds !== null && acwMaxExtensions !== null;
  return {
    durationSeconds: acwDurationSeconds,
    extension: extends_ ? { seconds: acwExtensionSeconds, max: acwMaxExtensions } : null,
  };
}
