import { noAcwOverride } from '../../../src/domain/configuration/acw-settings.ts';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { createEngine } from '../../../server/routing/engine/create-engine.ts';
import type { Database } from '../../../server/database/database.ts';
import { insertPresenceConfiguration } from '../../../server/database/records/presence-configurations.ts';
import { insertServiceChannel } from '../../../server/database/records/service-channels.ts';
import type { SoundView } from '../../../server/setup/setup.ts';
import { listEntries } from '../../../server/setup/audit-log.ts';
import { SetupEditing } from '../../../server/setup/editing.ts';
import { StoredSounds } from '../../../server/setup/sounds.ts';
import { SoundDecoding, TooBusyError } from '../../../server/sounds/sound-decoding.ts';
import { systemTimers } from '../../../server/timers.ts';
import { defaultPresenceConfiguration } from '../../../src/domain/configuration/presence-configuration.ts';
import type { AuditEntry } from '../../../src/domain/setup/setup-api.ts';
import { UndecodableSound, type SoundDecoder } from '../../../src/domain/alerts/sound-file.ts';
import { AppUnderTest, noSetup, problem, told } from '../app/app-under-test.ts';
import { openInMemory } from '../database/in-memory.ts';
import { soundFixture } from '../sounds/sound-fixture.ts';

const path = '/v1/setup/sounds';
const decoding = new SoundDecoding({ timers: systemTimers });

/** Setup's sounds on a database, through the API. */
class SoundsUnderTest {
  readonly server: AppUnderTest;
  readonly database: Database;
  /** How often a file was decoded. */
  decoded = 0;
  decode: SoundDecoder = decoding.decode;

  constructor(database: Database) {
    this.database = database;
    const decode: SoundDecoder = (...file) => {
      this.decoded += 1;
      return this.decode(...file);
    };
    const now = () => this.server.timers.now();
    const editing = new SetupEditing({ database, now, changed: () => undefined });
    const sounds = new StoredSounds({ database, editing, decode });
    this.server = new AppUnderTest({
      setup: { ...noSetup, sounds, auditLog: (query) => listEntries(database.queries, query) },
    });
  }

  async request(method: string, address: string, body?: FormData | string, headers = {}): Promise<Response> {
    const administrator = await this.server.as('ada', 'customize-application');
    return this.server.app.request(address, {
      method,
      headers: { ...administrator, ...headers },
      body: body ?? null,
    });
  }

  upload(bytes: Uint8Array<ArrayBuffer>, fileName: string, name?: string): Promise<Response> {
    const form = new FormData();
    form.append('file', new File([bytes], fileName, { type: 'text/html' }));
    if (name !== undefined) form.append('name', name);
    return this.request('POST', path, form);
  }

  async revision(): Promise<unknown> {
    const { rows } = (await this.database.queries.execute(
      'select revision from configuration_revision',
    )) as unknown as { rows: unknown[] };
    return rows[0];
  }

  async clear(): Promise<void> {
    for (const table of ['service_channels', 'presence_configurations where not is_default', 'sounds'])
      await this.database.queries.execute(`delete from ${table}`);
  }
}

let sounds: SoundsUnderTest;
before(async () => {
  sounds = new SoundsUnderTest(await openInMemory());
});
after(async () => {
  await decoding.stop();
  await sounds.database.close();
});

const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const names = async (response: Response) =>
  ((await response.json()) as { items: SoundView[] }).items.map(({ name }) => name);

describe('uploading a sound', () => {
  test('stores it by its content, with its measured length, regardless of its name', async () => {
    await sounds.clear();
    const bytes = await soundFixture('mp3-named.wav');
    const before = await sounds.revision();
    const response = await sounds.upload(bytes, 'bells/Door bell.wav');
    assert.equal(response.status, 201);
    const sha256 = sha256Of(bytes);
    assert.equal(response.headers.get('Location'), `${path}/${sha256}`);
    const sound: unknown = await response.json();
    assert.deepEqual(sound, {
      sha256,
      name: 'Door bell.wav',
      format: 'mp3',
      lengthSeconds: 1,
      size: bytes.length,
      address: `/v1/sounds/${sha256}`,
      createdAt: sounds.server.timers.now(),
      usedBy: { presenceConfigurations: [], serviceChannels: [] },
    });
    assert.notDeepEqual(await sounds.revision(), before);
    assert.deepEqual(await (await sounds.request('GET', `${path}/${sha256}`)).json(), sound);
  });

  test('again returns the existing one, with its name, without checking it', async () => {
    await sounds.clear();
    const bytes = await soundFixture('wav-usual.wav');
    const first: unknown = await (await sounds.upload(bytes, 'a.wav', ' First ')).json();
    const { decoded } = sounds;
    const again = await sounds.upload(bytes, 'b.wav', 'Second');
    assert.equal(again.status, 200);
    assert.equal(again.headers.get('Location'), `${path}/${sha256Of(bytes)}`);
    const second = (await again.json()) as SoundView;
    assert.deepEqual(second, first);
    assert.equal(second.name, 'First');
    assert.equal(sounds.decoded, decoded);
  });

  test('twice at once stores one', async () => {
    await sounds.clear();
    const bytes = await soundFixture('flac-usual.flac');
    const both = await Promise.all([
      sounds.upload(bytes, 'a.flac', 'A'),
      sounds.upload(bytes, 'b.flac', 'B'),
    ]);
    assert.deepEqual(both.map(({ status }) => status).toSorted(), [200, 201]);
    const [one, other] = await Promise.all(both.map((response) => response.json()));
    assert.deepEqual(one, other);
  });

  test('is served to panels with the type of its content', async () => {
    await sounds.clear();
    const engine = createEngine({
      database: sounds.database,
      logger: { info: () => undefined, error: () => undefined },
    });
    const served = new AppUnderTest({ engine });
    for (const [file, type] of [
      ['adts-usual.aac', 'audio/aac'],
      ['m4a-usual.m4a', 'audio/mp4'],
      ['flac-usual.flac', 'audio/flac'],
      ['mp3-usual.mp3', 'audio/mpeg'],
      ['vorbis-usual.ogg', 'audio/ogg; codecs=vorbis'],
      ['flac-in-ogg.ogg', 'audio/ogg; codecs=flac'],
      ['opus-usual.opus', 'audio/ogg; codecs=opus'],
      ['wav-usual.wav', 'audio/wav'],
    ] as const) {
      const bytes = await soundFixture(file);
      const { address } = (await (await sounds.upload(bytes, file)).json()) as SoundView;
      const response = await served.get(address, await served.as('sofia'));
      assert.equal(response.headers.get('Content-Type'), type);
      assert.equal(response.headers.get('X-Content-Type-Options'), 'nosniff');
      assert.match(response.headers.get('Cache-Control') ?? '', /immutable/);
      assert.deepEqual(new Uint8Array(await response.arrayBuffer()), bytes);
    }
  });

  test('refuses files that are not valid sounds, with one sentence about what was found', async () => {
    await sounds.clear();
    const refusal = async (file: string) => {
      const refused = await problem(await sounds.upload(await soundFixture(file), 'bell.mp3'));
      assert.equal(refused.status, 422);
      assert.deepEqual(told(refused.errors), [{ pointer: '/file', detail: refused.detail }]);
      return refused.detail;
    };
    assert.equal(await refusal('mp3-45s.mp3'), 'This is 45.0 s long; the limit is 30 s.');
    assert.equal(await refusal('empty.mp3'), 'This file is empty.');
    for (const file of ['page.opus', 'wav-adpcm-ms.wav', '5.1.flac', 'bomb-opus-10min.opus'])
      await refusal(file);
    assert.deepEqual(await names(await sounds.request('GET', path)), []);
  });

  test('refuses files that cannot be decoded, or cost too much', async () => {
    await sounds.clear();
    for (const fault of ['notPlayable', 'tooExpensive'] as const) {
      sounds.decode = () => Promise.reject(new UndecodableSound(fault));
      const refused = await problem(await sounds.upload(await soundFixture('mp3-usual.mp3'), 'bell.mp3'));
      assert.equal(refused.status, 422);
      assert.match(refused.detail, /^This file cannot be played: /);
    }
    sounds.decode = decoding.decode;
    assert.deepEqual(await names(await sounds.request('GET', path)), []);
  });

  test('reports all rules that the form breaks', async () => {
    const form = new FormData();
    form.append('file', 'a text');
    form.append('name', 'Bell\u0007');
    form.append('volume', '11');
    const broken = await problem(await sounds.request('POST', path, form));
    assert.equal(broken.status, 422);
    assert.deepEqual(told(broken.errors), [
      { pointer: '/file', detail: 'File is missing.' },
      { pointer: '/name', detail: 'Name must not have control characters.' },
      { pointer: '/volume', detail: 'There is no such field.' },
    ]);
    const twice = new FormData();
    for (let count = 0; count < 2; count += 1) twice.append('file', new File(['x'], 'a.mp3'));
    assert.deepEqual(told((await problem(await sounds.request('POST', path, twice))).errors), [
      { pointer: '/file', detail: 'File is missing.' },
    ]);
  });

  test('refuses a body that is not a form', async () => {
    const type = (value: string) => ({ 'Content-Type': value });
    for (const [body, headers, detail] of [
      ['{}', type('application/json'), 'The body is not multipart/form-data.'],
      ['file=a', type('application/x-www-form-urlencoded'), 'The body is not multipart/form-data.'],
      [
        '--x\r\nbroken',
        type('multipart/form-data; boundary=x'),
        'The body is not well-formed multipart/form-data.',
      ],
    ] as const) {
      const refused = await problem(await sounds.request('POST', path, body, headers));
      assert.deepEqual([refused.status, refused.detail], [400, detail]);
    }
  });

  test('refuses uploads while too many are being checked, and accepts them again afterwards', async () => {
    await sounds.clear();
    const [bytes, later] = [await soundFixture('mp3-usual.mp3'), Promise.withResolvers<undefined>()];
    sounds.decode = async (...[, walked]) => {
      await later.promise;
      return walked;
    };
    // Which one is refused is not determined: each is signed first, which ends in any order.
    const uploads = Array.from({ length: 7 }, () => sounds.upload(bytes, 'bell.mp3'));
    const busy = await Promise.race(uploads);
    assert.equal(busy.headers.get('Retry-After'), '2');
    const { status, detail } = await problem(busy);
    assert.deepEqual([status, detail], [503, 'Too many sounds are being checked just now; try again soon.']);
    later.resolve(undefined);
    const taken = (await Promise.all(uploads)).filter((response) => response !== busy);
    assert.deepEqual(
      taken.map(({ ok }) => ok),
      Array.from({ length: 6 }, () => true),
    );
    sounds.decode = () => Promise.reject(new TooBusyError());
    const other = await sounds.upload(await soundFixture('mp3-8000.mp3'), 'bell.mp3');
    assert.equal((await problem(other)).status, 503);
    sounds.decode = decoding.decode;
    assert.equal((await sounds.upload(bytes, 'bell.mp3')).status, 200);
  });
});

describe('the list of sounds', () => {
  test('is ordered by name, paged, and searchable', async () => {
    await sounds.clear();
    const files = ['mp3-usual.mp3', 'mp3-8000.mp3', 'mp3-22050.mp3', 'wav-usual.wav', 'opus-usual.opus'];
    const given = ['bell', 'Änderung', 'Alarm', 'bell', '100% loud_bell'];
    for (const [index, file] of files.entries())
      await sounds.upload(await soundFixture(file), file, given[index] ?? '');
    const found: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page = await sounds.request('GET', `${path}?limit=2${next && `&cursor=${next}`}`);
      const { items, next: following } = (await page.json()) as { items: SoundView[]; next: string | null };
      found.push(...items.map(({ sha256 }) => sha256));
      next = following;
    }
    assert.equal(new Set(found).size, 5);
    const all = await sounds.request('GET', path);
    assert.deepEqual(await names(all), ['100% loud_bell', 'Alarm', 'bell', 'bell', 'Änderung']);

    const search = async (text: string) =>
      names(await sounds.request('GET', `${path}?search=${encodeURIComponent(text)}`));
    assert.deepEqual(await search(' BELL '), ['100% loud_bell', 'bell', 'bell']);
    assert.deepEqual(await search('%'), ['100% loud_bell']);
    assert.deepEqual(await search('_'), ['100% loud_bell']);
    assert.deepEqual(await search('nothing'), []);
  });

  test('reports the violations of a query', async () => {
    const broken = await problem(
      await sounds.request('GET', `${path}?limit=0&cursor=x&search=${'x'.repeat(81)}&sort=up`),
    );
    assert.deepEqual(told(broken.errors), [
      { pointer: '/search', detail: 'Search must have at most 80 characters.' },
      { pointer: '/limit', detail: 'Limit must be a whole number from 1 to 100.' },
      { pointer: '/cursor', detail: 'Cursor must be the next of an earlier page.' },
      { pointer: '/sort', detail: 'There is no such parameter.' },
    ]);
  });
});

describe('deleting a sound', () => {
  test('removes it, for panels too', async () => {
    await sounds.clear();
    const bytes = await soundFixture('mp3-usual.mp3');
    const { sha256 } = (await (await sounds.upload(bytes, 'bell.mp3')).json()) as SoundView;
    const before = await sounds.revision();
    const response = await sounds.request('DELETE', `${path}/${sha256}`);
    assert.deepEqual([response.status, await response.text()], [204, '']);
    assert.notDeepEqual(await sounds.revision(), before);
    for (const method of ['GET', 'DELETE'])
      assert.equal((await problem(await sounds.request(method, `${path}/${sha256}`))).status, 404);
    assert.equal((await problem(await sounds.request('DELETE', `${path}/..%2F`))).status, 404);
  });

  test('is refused while it is in use, with where', async () => {
    await sounds.clear();
    const bytes = await soundFixture('mp3-usual.mp3');
    const { sha256 } = (await (await sounds.upload(bytes, 'bell.mp3')).json()) as SoundView;
    await sounds.database.transaction(async (tx) => {
      for (const id of ['night', 'day'])
        await insertPresenceConfiguration(tx, id, {
          ...defaultPresenceConfiguration,
          name: `The ${id}`,
          developerName: id,
          notificationSound: sha256,
        });
      await insertServiceChannel(tx, 'chat', {
        name: 'Chat',
        developerName: 'Chat',
        type: 'chat',
        interruptible: false,
        automaticallyAccept: false,
        stopSoundWhenCustomerLeaves: false,
        sound: sha256,
        soundLengthSeconds: null,
        ...noAcwOverride,
      });
    });
    const usedBy = {
      presenceConfigurations: [
        { id: 'day', name: 'The day' },
        { id: 'night', name: 'The night' },
      ],
      serviceChannels: [{ id: 'chat', name: 'Chat' }],
    };
    const shown = (await (await sounds.request('GET', `${path}/${sha256}`)).json()) as SoundView;
    assert.deepEqual(shown.usedBy, usedBy);
    assert.deepEqual(await problem(await sounds.request('DELETE', `${path}/${sha256}`)), {
      usedBy,
      type: 'about:blank',
      title: 'Conflict',
      status: 409,
      detail:
        'This sound is used by the presence configuration The day, the presence configuration The night ' +
        'and the service channel Chat.',
    });
    await sounds.database.queries.execute('update presence_configurations set notification_sound = null');
    const one = await problem(await sounds.request('DELETE', `${path}/${sha256}`));
    assert.equal(one.detail, 'This sound is used by the service channel Chat.');
    await sounds.database.queries.execute('update service_channels set sound = null');
    assert.equal((await sounds.request('DELETE', `${path}/${sha256}`)).status, 204);
  });
});

test('sounds are for administrators', async () => {
  const rep = await sounds.server.as('sofia', 'omni-channel', 'work-source');
  for (const [method, address] of [
    ['GET', path],
    ['POST', path],
    ['GET', `${path}/${'a'.repeat(64)}`],
    ['DELETE', `${path}/${'a'.repeat(64)}`],
  ] as const) {
    const refused = await sounds.server.app.request(address, { method, headers: rep });
    assert.equal((await problem(refused)).status, 403);
    assert.equal((await sounds.server.app.request(address, { method })).status, 401);
  }
  assert.equal((await sounds.request('PUT', path)).headers.get('Allow'), 'GET, POST, HEAD');
});

test('uploads and deletions are in the audit log, once each', async () => {
  await sounds.clear();
  const bytes = await soundFixture('mp3-usual.mp3');
  const { sha256 } = (await (await sounds.upload(bytes, 'bell.mp3', 'Bell')).json()) as SoundView;
  await sounds.upload(bytes, 'again.mp3');
  await sounds.request('DELETE', `${path}/${sha256}`);
  const log = await sounds.request('GET', `/v1/setup/audit-log?resource=sounds&record=${sha256}&limit=2`);
  const { items } = (await log.json()) as { items: AuditEntry[] };
  assert.deepEqual(
    items.map(({ action, by, record }) => [action, by.name, record.name]),
    [
      ['deleted', 'ada', 'Bell'],
      ['created', 'ada', 'Bell'],
    ],
  );
  assert.deepEqual(items[1]?.changes[1], { pointer: '/format', from: null, to: 'mp3' });
});
