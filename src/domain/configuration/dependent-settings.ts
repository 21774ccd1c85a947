import { sameValue, valueAt, withValue, type Fields } from '../pointers.ts';

/** What determines, besides the record itself, which settings apply. */
export interface SettingContext {
  /** Whether any routing configuration has a push time-out. */
  readonly somePushTimeout: boolean;
}

interface Dependent {
  readonly pointer: string;
  /** Whether its condition is met. */
  readonly isOn: (draft: Fields, context: SettingContext) => boolean;
  /** Its value while the condition is not met. */
  readonly cleared: unknown;
}

const isOn = (draft: Fields, setting: string): boolean => draft[setting] === true;
const reasonsAsked = (draft: Fields): boolean =>
  isOn(draft, 'allowDecline') && isOn(draft, 'allowDeclineReason');
const mayExtend = (draft: Fields): boolean => isOn(draft, 'giveAcw') && isOn(draft, 'letRepsExtendAcw');

/**
 * The settings of a presence configuration that depend on others; a channel that overrides wrap-up has those too. Sound
 * settings keep their values, since channels may use them.
 */
const dependents: readonly Dependent[] = [
  { pointer: '/statusOnDeclineId', isOn: (draft) => isOn(draft, 'allowDecline'), cleared: null },
  { pointer: '/allowDeclineReason', isOn: (draft) => isOn(draft, 'allowDecline'), cleared: false },
  { pointer: '/declineReasonIds', isOn: reasonsAsked, cleared: [] },
  { pointer: '/statusOnPushTimeoutId', isOn: (_, { somePushTimeout }) => somePushTimeout, cleared: null },
  { pointer: '/acwDurationSeconds', isOn: (draft) => isOn(draft, 'giveAcw'), cleared: null },
  { pointer: '/letRepsExtendAcw', isOn: (draft) => isOn(draft, 'giveAcw'), cleared: false },
  { pointer: '/acwExtensionSeconds', isOn: mayExtend, cleared: null },
  { pointer: '/acwMaxExtensions', isOn: mayExtend, cleared: null },
];

/** Whether a setting applies, given its other settings. */
export function applies(pointer: string, draft: Fields, context: SettingContext): boolean {
  return dependents.every((one) => one.pointer !== pointer || one.isOn(draft, context));
}

/** The record as it is saved: settings that do not apply are cleared. */
export function cleared(draft: Fields, context: SettingContext): Fields {
  return dependents.reduce(
    (saved, one) =>
      valueAt(draft, one.pointer) === undefined ||
      one.isOn(draft, context) ||
      sameValue(valueAt(saved, one.pointer), one.cleared)
        ? saved
        : withValue(saved, one.pointer, one.cleared),
    draft,
  );
}
