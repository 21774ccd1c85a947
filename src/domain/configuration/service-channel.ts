import * as v from 'valibot';
import { developerNameSchema } from '../setup/developer-name.ts';
import { fieldSentence, sha256Schema, text, wholeNumber, yesNo } from '../values.ts';

/** The kinds of work that a channel can carry. */
export const channelTypes = ['voice', 'messaging', 'chat', 'case'] as const;
export const channelTypeSchema = v.picklist(
  channelTypes,
  'Type must be one of voice, messaging, chat and case.',
);
export type ChannelType = v.InferOutput<typeof channelTypeSchema>;

/** Whether work of this type has a conversation that can end, and so may be followed by wrap-up. A case has none. */
export function hasConversation(type: ChannelType): boolean {
  return type !== 'case';
}

/** A kind of work, with what it overrides of the presence configuration. */
export const serviceChannelSchema = v.strictObject(
  {
    name: text('Name', 80),
    developerName: developerNameSchema,
    type: channelTypeSchema,
    /** Whether its work draws on the interruptible pool when a routing configuration leaves that to the channel. */
    interruptible: yesNo('Interruptible'),
    /** For this channel only; it wins over *Allow reps to decline* there. */
    automaticallyAccept: yesNo('Automatically accept work requests'),
    stopSoundWhenCustomerLeaves: yesNo('Stop the sound when the customer leaves'),
    /** SHA-256 of a custom sound; `null`: no override. */
    sound: v.nullable(sha256Schema),
    /** `null`: no override. */
    soundLengthSeconds: v.nullable(wholeNumber('Sound length', 1, 30)),
  },
  fieldSentence,
);
export type ServiceChannel = v.InferOutput<typeof serviceChannelSchema>;
