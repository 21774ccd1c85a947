import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { ChannelType } from '../../../src/domain/configuration/service-channel.ts';
import type { Id } from '../../../src/domain/values.ts';
import { ContactCentre } from './contact-centre.ts';
import { talking } from './talking.ts';

let centre: ContactCentre;
before(async () => {
  centre = await ContactCentre.open();
});
after(() => centre.close());

describe('the destinations of an agent work', () => {
  const names = (found: Awaited<ReturnType<typeof list>>) =>
    found?.items.map(({ kind, name }) => [kind, name]);
  const list = (repId: Id, agentWorkId: Id, changes = {}) =>
    centre.engine.transferDestinations({
      repId,
      agentWorkId,
      search: '',
      limit: 100,
      after: null,
      ...changes,
    });

  /** A rep in a conversation who may transfer to one queue, one profile and one flow. */
  async function choosing(channel: ChannelType) {
    const profileId = await centre.profile();
    await centre.rep({}, { profileId });
    await centre.rep({}, { profileId, status: 'lunch' });
    await centre.rep({}, { profileId, status: null });
    const member = await centre.rep();
    const there = await centre.queue({ members: [member] });
    const flow = await centre.flow(there);
    const transferDestinations = {
      messaging: { profileIds: [profileId], queueIds: [there], flowIds: [flow] },
      voice: { profileIds: [], queueIds: [there] },
    };
    return { profileId, there, flow, member, ...(await talking(centre, { transferDestinations }, channel)) };
  }

  test('are those that the configuration selects, ordered by kind, with how many are online', async () => {
    const { rep, work, profileId, there, flow } = await choosing('messaging');
    assert.deepEqual(await list(rep, work), {
      items: [
        { kind: 'profile', id: profileId, name: profileId, repsOnline: 1 },
        { kind: 'queue', id: there, name: there, repsOnline: 1 },
        { kind: 'flow', id: flow, name: flow, repsOnline: 1 },
      ],
      next: null,
    });
  });

  test('do not count reps in their grace period, nor the one asking', async () => {
    const { rep, work, member, there } = await choosing('messaging');
    const session = await centre.connect(member);
    await centre.engine.disconnect(session);
    await centre.sql(`insert into queue_members values ('${there}', '${rep}')`);
    assert.deepEqual(
      (await list(rep, work))?.items.map(({ repsOnline }) => repsOnline),
      [1, 0, 0],
    );
  });

  test('depend on the kind of work', async () => {
    const call = await choosing('voice');
    assert.deepEqual(names(await list(call.rep, call.work)), [['queue', call.there]]);
    const chat = await choosing('chat');
    assert.deepEqual(names(await list(chat.rep, chat.work)), []);
  });

  test('are all destinations if none is selected, without profiles that have no rep', async () => {
    const [empty, used] = [await centre.profile(), await centre.profile()];
    await centre.rep({}, { profileId: used, status: null });
    const { rep, home, work } = await talking(centre);
    const ids = (await list(rep, work))?.items.map(({ id }) => id) ?? [];
    for (const id of [used, 'support', home]) assert.ok(ids.includes(id), id);
    assert.ok(!ids.includes(empty));
  });

  test('can be searched, and are paged', async () => {
    const { rep, work, there, flow, profileId } = await choosing('messaging');
    assert.deepEqual(names(await list(rep, work, { search: there.slice(5, 20).toUpperCase() })), [
      ['queue', there],
    ]);
    const first = await list(rep, work, { limit: 2 });
    assert.deepEqual(names(first), [
      ['profile', profileId],
      ['queue', there],
    ]);
    const rest = await list(rep, work, { limit: 2, after: first?.next });
    assert.deepEqual([names(rest), rest?.next], [[['flow', flow]], null]);
  });

  test('are listed only for the rep’s own work', async () => {
    const { work, member } = await choosing('messaging');
    assert.equal(await list(member, work), null);
    assert.equal(await list(member, 'nothing'), null);
  });
});
