import type { EffectiveConfiguration } from '../effective-configuration.ts';
import { originOf, type Origin } from './explain-effective.ts';

type Settings = EffectiveConfiguration['settings'];

/** The settings common to all channels; those that channels can override are covered by `explainEffective`. */
const common = [
  'capacity',
  'interruptibleCapacity',
  'maxNewOffers',
  'statusOnDeclineId',
  'declineReasons',
  'statusOnPushTimeoutId',
  'agentAlias',
  'transferDestinations',
] as const satisfies readonly (keyof Settings)[];

/** One effective setting of a rep, and its origin. */
export type SettingLine = {
  [Setting in (typeof common)[number]]: {
    readonly setting: Setting;
    readonly value: Settings[Setting]['value'];
    readonly origin: Origin;
  };
}[(typeof common)[number]];

/**
 * Every setting of a rep that channels cannot override, except wrap-up and the alarm. Decline settings are included
 * only if declining is allowed.
 */
export function explainSettings(effective: EffectiveConfiguration): readonly SettingLine[] {
  const { settings, channels } = effective;
  const mayDecline = settings.allowDecline.value || channels.some(({ allowDecline }) => allowDecline.value);
  return common
    .filter((setting) => mayDecline || (setting !== 'statusOnDeclineId' && setting !== 'declineReasons'))
    .map((setting) => {
      const { value, source } = settings[setting];
      // The value belongs to this setting: TypeScript cannot follow the key through the union.
      return { setting, value, origin: originOf(effective, source) } as SettingLine;
    });
}
