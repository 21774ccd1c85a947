import * as v from 'valibot';
import { developerNameSchema } from './developer-name.ts';
import { fieldSentence, idList, idSchema, text, yesNo } from '../values.ts';

/** A group of users. */
export const profileSchema = v.strictObject(
  {
    name: text('Name', 80),
    developerName: developerNameSchema,
    /** The presence statuses granted to the profile. Offline needs no grant. */
    statusIds: idList('Presence statuses'),
  },
  fieldSentence,
);
export type Profile = v.InferOutput<typeof profileSchema>;

/** A user who may sign in. A user who is active and has the Omni-Channel permission is a rep. */
export const userSchema = v.strictObject(
  {
    firstName: text('First Name', 40),
    lastName: text('Last Name', 79),
    nickname: v.nullable(text('Nickname', 40)),
    alias: v.nullable(text('Alias', 40)),
    profileId: idSchema,
    active: yesNo('Active'),
    omniChannel: yesNo('Omni-Channel'),
  },
  fieldSentence,
);
export type User = v.InferOutput<typeof userSchema>;

/** The name that others see. */
export function nameOf(user: Pick<User, 'firstName' | 'lastName'>): string {
  return `${user.firstName} ${user.lastName}`;
}
