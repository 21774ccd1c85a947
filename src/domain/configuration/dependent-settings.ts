import { sameValue, valueAt, withValue, type Fields } from '../pointers.ts';

/** What beside the record itself decides which settings there are. */
export interface SettingContext {
  /** Whether some routing configuration has a push time-out. */
  readonly somePushTimeout: boolean;
}

interface Dependent {
  readonly pointer: string;
  /** Whether its condition is on. */
  readonly isOn: (draft: Fields, context: SettingContext) => boolean;
  /** Its value where the condition is off. */
  readonly cleared: unknown;
}

const isOn = (draft: Fields, setting: string): boolean => draft[setting] === true;
const reasonsAsked = (draft: Fields): boolean =>
  isOn(draft, 'allowDecline') && isOn(draft, 'allowDeclineReason');
const mayExtend = (draft: Fields): boolean => isOn(draft, 'giveAcw') && isOn(draft, 'letRepsExtendAcw');

/** The settings of a presence configuration that depend on others. Those of sounds keep their values: channels may use them. */
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

/** Whether a setting of a presence configuration applies, as its other settings are. */
export function applies(pointer: string, draft: Fields, context: SettingContext): boolean {
  return dependents.every((one) => one.pointer !== pointer || one.isOn(draft, context));
}

/** The configuration as it is saved: what does not apply is cleared. */
export function cleared(draft: Fields, context: SettingContext): Fields {
  return dependents.reduce(
    (saved, one) =>
      one.isOn(draft, context) || sameValue(valueAt(saved, one.pointer), one.cleared)
        ? saved
        : withValue(saved, one.pointer, one.cleared),
    draft,
  );
}
