import * as v from 'valibot';
import { message } from '../rule-messages.ts';
import * as rules from '../rules.ts';
import { acwEntries, acwRules } from './acw-settings.ts';
import { developerNameSchema } from '../setup/developer-name.ts';
import { fieldSentence, open, sha256Schema, text, wholeNumber, yesNo, type Open } from '../values.ts';

/** The kinds of work that a channel can carry. */
export const channelTypes = ['voice', 'messaging', 'chat', 'case'] as const;
const channelTypeSchema = v.picklist(
  channelTypes,
  message(rules.oneOf, 'Type', 'one of voice, messaging, chat and case'),
);
export type ChannelType = v.InferOutput<typeof channelTypeSchema>;
/** The type of a channel in messages. */
export const sentChannelTypeSchema = open(channelTypes);

/** Whether work of this type has a conversation, which can end and be followed by wrap-up. A case has none; one of an unknown type may have one. */
export function hasConversation(type: Open<ChannelType>): boolean {
  return type !== 'case';
}

/** As a channel's override: the default sound rings there, whatever the presence configuration says. */
export const DEFAULT_SOUND = 'default';

/** A channel's override of the sound: the default one, or the SHA-256 of a custom one; `null` for no override. */
const soundOverrideSchema = v.nullable(
  v.union([v.literal(DEFAULT_SOUND), sha256Schema], message(rules.defaultOrUploaded, 'Sound')),
);

const fields = v.strictObject(
  {
    name: text('Name', 80),
    developerName: developerNameSchema,
    type: channelTypeSchema,
    /** Whether its work draws on the interruptible pool if the routing configuration leaves that to the channel. */
    interruptible: yesNo('Interruptible'),
    /** For this channel only; takes precedence over *Allow reps to decline*. */
    automaticallyAccept: yesNo('Automatically accept work requests'),
    stopSoundWhenCustomerLeaves: yesNo('Stop the sound when the customer leaves'),
    sound: soundOverrideSchema,
    /** `null` for no override. */
    soundLengthSeconds: v.nullable(wholeNumber('Sound length', 1, 30)),
    ...acwEntries,
    /** For this channel only; `null` for no override. */
    giveAcw: v.nullable(acwEntries.giveAcw),
  },
  fieldSentence,
);

/** A channel for one kind of work, with its overrides of the presence configuration. */
export const serviceChannelSchema = v.pipe(fields, ...acwRules<v.InferOutput<typeof fields>>());
export type ServiceChannel = v.InferOutput<typeof serviceChannelSchema>;
