import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as v from 'valibot';
import fc from 'fast-check';
import { soundNameOf, soundNameSchema } from '../../../src/domain/alerts/sound-name.ts';

describe('the name of a sound', () => {
  it('is that of its file without the path', () => {
    for (const path of ['C:\\Users\\Mei\\Door bell.mp3', '/home/mei/Door bell.mp3', ' Door bell.mp3 '])
      assert.equal(soundNameOf(path), 'Door bell.mp3');
    for (const path of ['', '/', 'bells/', '\u0000\n']) assert.equal(soundNameOf(path), 'Sound');
  });

  it('follows the rules, whatever the file is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (fileName) => {
        const name = soundNameOf(fileName);
        assert.equal(v.parse(soundNameSchema, name), name);
        assert.ok(name.isWellFormed());
      }),
    );
    assert.equal(soundNameOf('x'.repeat(79) + '🔔'), `${'x'.repeat(79)}\uFFFD`);
  });

  it('has 1 to 80 characters, and none that cannot be seen', () => {
    assert.ok(v.is(soundNameSchema, 'x'.repeat(80)));
    for (const name of ['', '  ', 'x'.repeat(81), 'a\u0000b', 7]) assert.ok(!v.is(soundNameSchema, name));
  });
});
