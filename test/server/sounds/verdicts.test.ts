import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import * as v from 'valibot';
import { SoundDecoding } from '../../../server/sounds/sound-decoding.ts';
import { systemTimers as timers } from '../../../server/timers.ts';
import { checkSound } from '../../../src/sound-check/check-sound.ts';
import { soundFixture } from './sound-fixture.ts';

const truth = v.parse(
  v.array(v.object({ file: v.string(), expected: v.string() })),
  JSON.parse(new TextDecoder().decode(await soundFixture('truth.json'))),
);
const decoding = new SoundDecoding({ timers });
after(() => decoding.stop());

test('the server’s sound check and decoder agree with the table on every file', async () => {
  const left = truth.values();
  const found: { file: string; expected: string }[] = [];
  const checkSome = async () => {
    for (const { file } of left) {
      const verdict = await checkSound(await soundFixture(file), decoding.decode);
      found.push({ file, expected: verdict.ok ? verdict.format : verdict.fault });
    }
  };
  await Promise.all([checkSome(), checkSome()]);
  const byFile = (one: { file: string }, other: { file: string }) => (one.file < other.file ? -1 : 1);
  assert.deepEqual(
    found.toSorted(byFile),
    truth.map(({ file, expected }) => ({ file, expected })).toSorted(byFile),
  );
});
