import type { Answering } from '../../src/domain/configuration/explaining/explain-effective.ts';

/** The words that say in English why a rep's settings are as they are. */
export const originEn = {
  title: 'Why these settings',
  route: {
    user: (name: string) => `You have the presence configuration ${name}: it is assigned to you.`,
    profile: (name: string) => `You have the presence configuration ${name}: it is assigned to your profile.`,
    default: (name: string) =>
      `You have the presence configuration ${name}: the default, for everyone without one of their own.`,
  },
  sounds: { off: 'No sound', default: 'Default sound', custom: 'Custom sound' },
  length: (seconds: number) => `Rings for ${seconds} s`,
  answering: {
    automatic: 'Accepted automatically',
    acceptOrDecline: 'Accept or decline',
    accept: 'Cannot be declined',
  } satisfies Record<Answering, string>,
  acw: 'Wrap-up',
  acwOf: (seconds: number) => `${seconds} s`,
  acwExtended: (seconds: number, extension: number, max: number) =>
    `${seconds} s, ${max} × ${extension} s more`,
  acwNone: 'None',
  alarm: 'Alarm on connection loss',
  on: 'On',
  off: 'Off',
  channel: (name: string) => `from the channel ${name}`,
  configuration: (name: string) => `from the presence configuration ${name}`,
  default: 'default',

  moved: (from: string, to: string) =>
    `You were moved from the presence configuration ${from} to ${to}. Requests that are already waiting for you do not change.`,
};

/** The words on the origin of settings in one language. */
export type OriginWords = typeof originEn;
