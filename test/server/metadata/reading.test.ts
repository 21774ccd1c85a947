import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as yazl from 'yazl';
import { MAX_FILES } from '../../../server/metadata/limits.ts';
import { readUpload, type ReadUpload } from '../../../server/metadata/read-upload.ts';
import { remarkSentence } from '../../../src/domain/import/import-plan.ts';
import { fileAt, filesIn, metadata, written } from './metadata-files.ts';

/** Why each file was refused, with its place. */
const refusals = ({ refused }: ReadUpload): Record<string, string> =>
  Object.fromEntries(
    refused.map(({ path, remark, place }) => [
      path.slice(path.lastIndexOf('/') + 1).replace(/\..*$/, ''),
      `${place === null ? '' : `${place.line}:${place.column} `}${remarkSentence(remark.code, remark.params)}`,
    ]),
  );
const labelOf = (read: ReadUpload, name: string): string | undefined =>
  read.files.find(({ fullName }) => fullName === name)?.root.children.find((child) => child.name === 'label')
    ?.text;

describe('reading XML', () => {
  test('bad files are refused with one sentence and their place, and the others are read', async () => {
    const read = await readUpload([
      ...filesIn('06-xml'),
      metadata(
        'Deep.presenceUserConfig',
        'PresenceUserConfig',
        '<a>'.repeat(200_000) + '</a>'.repeat(200_000),
      ),
    ]);
    assert.deepEqual(refusals(read), {
      Bad_Utf8: '5:22 This text is not valid utf-8.',
      Cut_Off: '2:57 This is not well-formed XML: unexpected end.',
      Deep: '3:94 Elements are nested more than 32 deep.',
      Doctype: '2:30 This has a DOCTYPE, which metadata never has: it is not read.',
      Empty: '1:1 This file is empty.',
      Laughs: '2:546 This has a DOCTYPE, which metadata never has: it is not read.',
      Other_Namespace: '2:1 The root element belongs to urn:something:else, which is not metadata.',
      Xxe: '2:74 This has a DOCTYPE, which metadata never has: it is not read.',
    });
    assert.equal(read.files.length, 13);
  });

  test('text is exact, whatever the encoding and notation', async () => {
    const read = await readUpload(filesIn('06-xml'));
    assert.deepEqual(
      ['Bom', 'Crlf', 'Utf16', 'Entities', 'Cdata', 'Comments', 'Prefixed', 'Latin1'].map((name) =>
        labelOf(read, name),
      ),
      [
        'Tier One Reps',
        'Tier One Reps',
        'Tier One Reps',
        'Chat & "voice" <b> \u{1F4DE} l\'appel',
        '<img src=x onerror=alert(1)> & co',
        'Comments',
        'Prefixed',
        'Équipe',
      ],
    );
  });

  test('an encoding that is not read is named', async () => {
    const file = written('A.queue', '<?xml version="1.0" encoding="EBCDIC-US"?><Queue/>');
    assert.deepEqual(refusals(await readUpload([file])), {
      A: '1:1 The encoding ebcdic-us is not read: save the file as UTF-8.',
    });
  });

  test('of a profile only the grants are kept, however large it is', async () => {
    const permission = '<fieldPermissions><editable>true</editable><field>A.B</field></fieldPermissions>\n';
    const grant =
      '<servicePresenceStatusAccesses><enabled>true</enabled><servicePresenceStatus>Busy</servicePresenceStatus></servicePresenceStatusAccesses>';
    const large = metadata(
      'Admin.profile',
      'Profile',
      permission.repeat(60_000) + grant + permission.repeat(10),
    );
    const { files } = await readUpload([large]);
    assert.deepEqual(
      files[0]?.root.children.map(({ name, line }) => [name, line]),
      [['servicePresenceStatusAccesses', 60_003]],
    );
  });
});

describe('reading a folder', () => {
  test('files count by their suffix, old or new; hidden and other files are ignored', async () => {
    const read = await readUpload(filesIn('05-names'));
    assert.deepEqual(
      read.ignored.map(({ path, why }) => [path.slice(path.lastIndexOf('/') + 1), why]),
      [
        ['.hidden.presenceUserConfig-meta.xml', 'hidden'],
        ['notes.txt', 'other'],
      ],
    );
    assert.deepEqual(refusals(read), {
      Wrong_Root:
        '2:1 By its name this is a PresenceUserConfig, but its root element is ServicePresenceStatus.',
    });
    const names = read.files.map(({ fullName }) => fullName);
    assert.ok(names.includes('Tier One') && names.filter((name) => name === 'Twins').length === 2);
  });

  test('a project file says which folders count, and the API version', async () => {
    const project = written(
      'org/sfdx-project.json',
      '{"packageDirectories":[{"path":"./force-app/"}],"sourceApiVersion":"61.0"}',
    );
    const reason = (path: string) => metadata(path, 'PresenceDeclineReason', '<label>A</label>');
    const read = await readUpload([
      project,
      reason('org/force-app/A.presenceDeclineReason-meta.xml'),
      reason('org/old/B.presenceDeclineReason-meta.xml'),
    ]);
    assert.deepEqual(
      [read.files.map(({ fullName }) => fullName), read.ignored, read.project.apiVersion],
      [['A'], [{ path: 'org/old/B.presenceDeclineReason-meta.xml', why: 'outside' }], '61.0'],
    );
  });
});

describe('reading a zip', () => {
  const zip = (name: string) => readUpload([{ path: `${name}.zip`, bytes: fileAt(`07-zips/${name}.zip`) }]);
  const evil = (path: string) => `The path ${path} in this zip leads out of it: nothing of the zip is read.`;
  const reasons: Readonly<Record<string, string>> = {
    traversal: evil('../../../../tmp/evil.presenceUserConfig'),
    absolute: evil('/tmp/evil.presenceUserConfig'),
    backslash: evil('..\\..\\evil.presenceUserConfig'),
    symlink:
      'unpackaged/presenceUserConfigs/Link.presenceUserConfig in this zip is a link: nothing of the zip is read.',
    encrypted: 'unpackaged/package.xml in this zip is encrypted.',
    bomb: 'unpackaged/presenceUserConfigs/Bomb.presenceUserConfig in this zip would become very much larger: nothing of the zip is read.',
    'bomb-forged-size':
      'This zip cannot be read: too many bytes in the stream. expected 100. got at least 16384',
    cut: 'This is not a zip, or it is cut off.',
    'not-a-zip': 'This is not a zip, or it is cut off.',
    'prefixed-by-junk': 'This is not a zip, or it is cut off.',
    empty: 'There is no file in this zip.',
    nested: 'There is no metadata of Omni-Channel in this zip.',
    'wrong-crc': 'unpackaged/package.xml in this zip is damaged: its checksum is another one.',
    'duplicate-entry':
      'unpackaged/presenceUserConfigs/Tier_One_Reps.presenceUserConfig is in this zip twice: nothing of the zip is read.',
  };
  for (const [name, reason] of Object.entries(reasons))
    test(`${name} is refused with one sentence, and nothing of it is read`, async () => {
      const read = await zip(name);
      assert.deepEqual([read.files.length, Object.values(refusals(read))], [0, [reason]]);
    });

  test('too many files are refused before the first is read', async () => {
    const many = new yazl.ZipFile();
    for (let number = 0; number <= MAX_FILES; number += 1)
      many.addBuffer(Buffer.alloc(0), `a/C${String(number)}.queue`, { compress: false });
    many.end();
    const parts: Buffer[] = [];
    for await (const part of many.outputStream) parts.push(part as Buffer);
    const read = await readUpload([{ path: 'many.zip', bytes: Buffer.concat(parts) }]);
    assert.deepEqual(Object.values(refusals(read)), ['There are more than 10,000 files.']);
  });

  test('retrieved, project and stored zips are read, and other files of the upload with them', async () => {
    for (const [name, files, ignored] of [
      ['retrieved', 2, 0],
      ['no-prefix', 2, 0],
      ['stored', 2, 0],
      ['sfdx-zipped', 1, 2],
    ] as const) {
      const read = await zip(name);
      assert.deepEqual([read.files.length, read.ignored.length, refusals(read)], [files, ignored, {}], name);
    }
    const beside = await readUpload([
      { path: 'cut.zip', bytes: fileAt('07-zips/cut.zip') },
      metadata('A.queue', 'Queue', '<name>A</name>'),
    ]);
    assert.deepEqual(
      [beside.files.map(({ fullName }) => fullName), Object.keys(refusals(beside))],
      [['A'], ['cut']],
    );
  });
});
