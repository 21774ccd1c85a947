import type { SetupStrings } from '../../../assets/locales/setup/setup.en.ts';
import type {
  EffectiveChannel,
  EffectiveConfiguration,
} from '../../../src/domain/configuration/effective-configuration.ts';
import {
  explainEffective,
  type EffectiveLine,
} from '../../../src/domain/configuration/explaining/explain-effective.ts';
import {
  explainSettings,
  type SettingLine,
} from '../../../src/domain/configuration/explaining/explain-settings.ts';
import { lineText, originText } from '../../panel/settings-origin/say-origin.ts';
import type { FormState } from '../shared/contexts.ts';

type Choices = FormState['choices'];

/** An effective value and its origin, as text. */
interface ExplainedRow {
  readonly label: string;
  readonly value: string;
  readonly source: string;
}

/** A group of values: those common to all channels, or those of one. */
export interface ExplainedGroup {
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  readonly rows: readonly ExplainedRow[];
}

/** All effective values of a rep, as text; `profile` is the name of their profile. */
export function explainedGroups(
  effective: EffectiveConfiguration,
  profile: string,
  choices: Choices,
  words: SetupStrings,
): ExplainedGroup[] {
  const { explain } = words;
  const alike = explainEffective({ ...effective, channels: [] }).map((line) => rowOf(line, choices, words));
  const statuses: ExplainedRow = {
    label: explain.statuses,
    value: words.list(effective.statuses.map(({ name }) => name)),
    source: explain.profileOf(profile),
  };
  const settings = explainSettings(effective).flatMap((line) => settingRowsOf(line, choices, words));
  return [
    { id: 'all', title: explain.all, lead: explain.allLead, rows: [...settings, ...alike, statuses] },
    ...effective.channels.map((channel) => ({
      id: `channel-${channel.id}`,
      title: channel.name,
      lead: explain.channelLead,
      rows: rowsOf(effective, channel, choices, words),
    })),
  ];
}

function rowsOf(
  effective: EffectiveConfiguration,
  channel: EffectiveChannel,
  choices: Choices,
  words: SetupStrings,
): ExplainedRow[] {
  const lines = explainEffective({ ...effective, channels: [channel] }).filter((line) => 'channel' in line);
  const own = (field: 'interruptible' | 'stopSoundWhenCustomerLeaves'): ExplainedRow => ({
    label: words.fields[field].label,
    value: channel[field] ? words.on : words.off,
    source: originText({ from: 'channel', name: channel.name }, words.origin),
  });
  return [
    ...lines.map((line) => rowOf(line, choices, words)),
    own('interruptible'),
    own('stopSoundWhenCustomerLeaves'),
  ];
}

function rowOf(line: EffectiveLine, choices: Choices, words: SetupStrings): ExplainedRow {
  const { value, origin } = lineText(line, words.origin);
  const sound =
    line.about === 'sound' && line.sha256 !== null ? nameIn(choices.sounds, line.sha256, words.blank) : null;
  return { label: labelOf(line, words), value: sound ?? value, source: origin };
}

function labelOf({ about }: EffectiveLine, { fields, origin }: SetupStrings): string {
  switch (about) {
    case 'sound':
      return fields.sound.label;
    case 'soundLength':
      return fields.soundLengthSeconds.label;
    case 'answering':
      return fields.allowDecline.label;
    case 'acw':
    case 'alarm':
      return origin[about];
  }
}

function settingRowsOf(line: SettingLine, choices: Choices, words: SetupStrings): ExplainedRow[] {
  const { fields, explain } = words;
  const row = (label: string, value: string): ExplainedRow[] => [
    { label, value, source: originText(line.origin, words.origin) },
  ];
  switch (line.setting) {
    case 'capacity':
    case 'interruptibleCapacity':
    case 'maxNewOffers': {
      const { label, unit } = fields[line.setting];
      return row(label, `${words.number(line.value)} ${unit ?? ''}`);
    }
    case 'statusOnDeclineId':
    case 'statusOnPushTimeoutId':
      return row(
        fields[line.setting].label,
        line.value === null
          ? explain.alsoForVoice
          : nameIn(choices['presence-statuses'], line.value, line.value),
      );
    case 'declineReasons':
      return row(
        fields.declineReasonIds.label,
        line.value.length === 0 ? explain.asksNone : words.list(line.value.map(({ label }) => label)),
      );
    case 'agentAlias':
      return row(fields.agentAlias.label, line.value ?? explain.ownName);
    case 'transferDestinations': {
      const { messaging, voice } = line.value;
      const names = (from: string, ids: readonly string[] = []) =>
        ids.map((id) => nameIn(choices[from], id, id));
      const places = ({ profileIds, queueIds, flowIds }: typeof voice & Partial<typeof messaging>) => {
        const all = [
          ...names('profiles', profileIds),
          ...names('queues', queueIds),
          ...names('flows', flowIds),
        ];
        return all.length === 0 ? explain.everywhere : words.list(all);
      };
      return [
        ...row(words.transferTo.messaging, places(messaging)),
        ...row(words.transferTo.voice, places(voice)),
      ];
    }
  }
}

function nameIn(rows: Choices[string] | undefined, id: string, otherwise: string): string {
  return rows?.find((row) => row.id === id)?.name ?? otherwise;
}
