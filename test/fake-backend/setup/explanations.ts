import { noAcwOverride } from '../../../src/domain/configuration/acw-settings.ts';
import { http, HttpResponse, type HttpHandler } from 'msw';
import { OFFLINE_STATUS_ID, type PresenceStatus } from '../../../src/domain/configuration/presence-status.ts';
import { resolveEffectiveConfiguration } from '../../../src/domain/configuration/resolve-effective-configuration.ts';
import type { UserConfiguration, UserRow } from '../../../src/domain/setup/setup-api.ts';
import { aSound } from './sounds.ts';
import { problem } from './answers.ts';
import type { FakeConfigurations } from './presence-configurations.ts';
import type { People } from './some-records.ts';

const statuses: PresenceStatus[] = [
  { id: 'available', name: 'Available', kind: 'online', channelIds: ['voice', 'messaging'] },
  { id: OFFLINE_STATUS_ID, name: 'Offline', kind: 'offline', channelIds: [] },
];

const bell = aSound('a'.repeat(64), 'two-tone-bell.ogg');

/** Messaging overrides sound, length, answering and wrap-up; voice overrides nothing. */
const channels = [
  {
    ...({ id: 'voice', name: 'Voice', developerName: 'Voice', type: 'voice' } as const),
    interruptible: false,
    automaticallyAccept: false,
    stopSoundWhenCustomerLeaves: true,
    sound: null,
    soundLengthSeconds: null,
    ...noAcwOverride,
  },
  {
    ...({ id: 'messaging', name: 'Messaging', developerName: 'Messaging', type: 'messaging' } as const),
    interruptible: true,
    automaticallyAccept: true,
    stopSoundWhenCustomerLeaves: false,
    sound: bell.sha256,
    soundLengthSeconds: 3,
    ...noAcwOverride,
    giveAcw: true,
    acwDurationSeconds: 90,
  },
];

/** `users/{id}` for its page, and `users/{id}/effective-configuration`. */
export class FakeExplanations {
  /** The ids in requests. */
  readonly asked: string[] = [];
  readonly #people: People;
  readonly #configurations: FakeConfigurations;

  constructor(people: People, configurations: FakeConfigurations) {
    this.#people = people;
    this.#configurations = configurations;
  }

  handlers(base: string): HttpHandler[] {
    return [
      http.get<{ id: string }>(`${base}/users/:id`, ({ params }) => {
        const user = this.#find(params.id);
        if (!user) return problem(404, 'There is no such user.');
        const [firstName = '', ...rest] = user.name.split(' ');
        const { id, active, omniChannel, profile } = user;
        const names = { firstName, lastName: rest.join(' '), nickname: null, alias: null };
        return HttpResponse.json({ id, ...names, profileId: profile.id, active, omniChannel });
      }),
      http.get<{ id: string }>(`${base}/users/:id/effective-configuration`, ({ params }) => {
        this.asked.push(params.id);
        const user = this.#find(params.id);
        return user
          ? HttpResponse.json(this.#explain(user) as never)
          : problem(404, 'There is no such user.');
      }),
    ];
  }

  #explain(user: UserRow): UserConfiguration {
    const profile = this.#people.profiles.find(({ id }) => id === user.profile.id);
    const byDefault = { id: 'default', name: 'Default Presence Configuration' };
    const path = { user: user.assignedTo, profile: profile?.assignedTo ?? null, default: byDefault };
    const assignedToRep = user.assignedTo ? [[user.id, user.assignedTo.id] as const] : [];
    const assignedToProfile = path.profile ? [[user.profile.id, path.profile.id] as const] : [];
    const configuration = resolveEffectiveConfiguration({
      channels,
      statuses,
      sounds: [bell],
      defaultConfigurationId: 'default',
      rep: {
        id: user.id,
        name: user.name,
        profileId: user.profile.id,
        firstName: user.name.split(' ')[0] ?? '',
        nickname: null,
        alias: null,
      },
      configurations: [...this.#configurations.stored].map(([id, stored]) => ({
        ...stored.configuration,
        id,
      })),
      assignedToRep: new Map(assignedToRep),
      assignedToProfile: new Map(assignedToProfile),
      declineReasons: [
        { id: 'another-call', label: 'On another call' },
        { id: 'specialist', label: 'Needs a specialist' },
      ],
    });
    return { configuration: user.active && user.omniChannel ? configuration : null, path };
  }

  #find(id: string): UserRow | undefined {
    return this.#people.users.find((user) => user.id === id);
  }
}
