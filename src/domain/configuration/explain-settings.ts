import type { EffectiveConfiguration } from './effective-configuration.ts';
import { originOf, type Origin } from './explain-effective.ts';

type Settings = EffectiveConfiguration['settings'];

/** The settings that hold for all channels alike; what channels may override is explained by `explainEffective`. */
const common = [
  'capacity',
  'interruptibleCapacity',
  'statusOnDeclineId',
  'declineReasons',
  'statusOnPushTimeoutId',
  'agentAlias',
  'transferDestinations',
] as const satisfies readonly (keyof Settings)[];

/** One setting of a rep, as it is stored once all is resolved, and where it comes from. */
export type SettingLine = {
  [Setting in (typeof common)[number]]: {
    readonly setting: Setting;
    readonly value: Settings[Setting]['value'];
    readonly origin: Origin;
  };
}[(typeof common)[number]];

/** Every setting of a rep that no channel has a say in, but for wrap-up and the alarm. What a decline does only where there is one. */
export function explainSettings(effective: EffectiveConfiguration): readonly SettingLine[] {
  const { settings, channels } = effective;
  const mayDecline = settings.allowDecline.value || channels.some(({ allowDecline }) => allowDecline.value);
  return common
    .filter((setting) => mayDecline || (setting !== 'statusOnDeclineId' && setting !== 'declineReasons'))
    .map((setting) => {
      const { value, source } = settings[setting];
      // The value is that of this setting: the compiler does not follow the key through the union.
      return { setting, value, origin: originOf(effective, source) } as SettingLine;
    });
}
