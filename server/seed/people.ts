import type { Instant } from '../../src/domain/time.ts';
import type { Queries } from '../database/database.ts';
import { insertProfile, insertUser } from '../database/records/people.ts';

const working = ['available', 'lunch', 'training'];

export async function seedPeople(tx: Queries, now: Instant): Promise<void> {
  await insertProfile(tx, 'support', {
    name: 'Support',
    developerName: 'Support',
    statusIds: [...working, 'messaging-only'],
  });
  await insertProfile(tx, 'specialists', {
    name: 'Specialists',
    developerName: 'Specialists',
    statusIds: [...working, 'messaging-only'],
  });
  await insertProfile(tx, 'administrators', {
    name: 'Administrators',
    developerName: 'Administrators',
    statusIds: [],
  });
  const rep = { active: true, omniChannel: true };
  await insertUser(
    tx,
    'sofia',
    {
      ...rep,
      firstName: 'Sofia',
      lastName: 'Marin',
      nickname: 'Sofi',
      alias: 'smarin',
      profileId: 'support',
    },
    now,
  );
  await insertUser(
    tx,
    'noah',
    {
      ...rep,
      firstName: 'Noah',
      lastName: 'Fischer',
      nickname: null,
      alias: 'nfisch',
      profileId: 'specialists',
    },
    now,
  );
  await insertUser(
    tx,
    'amara',
    {
      ...rep,
      firstName: 'Amara',
      lastName: 'Okafor',
      nickname: 'Ama',
      alias: 'aokaf',
      profileId: 'support',
    },
    now,
  );
  await insertUser(
    tx,
    'admin',
    {
      firstName: 'Ada',
      lastName: 'Lindqvist',
      nickname: null,
      alias: 'admin',
      profileId: 'administrators',
      active: true,
      omniChannel: false,
    },
    now,
  );
}
