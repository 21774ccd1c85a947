import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { subscribe } from 'node:diagnostics_channel';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import {
  decodeInChild,
  decodeLimits,
  DecoderFailedError,
  type DecodeLimits,
} from '../../../server/sounds/decode-in-child.ts';
import { decodeFile } from '../../../server/sounds/decode-file.ts';
import { SoundDecoding, TooBusyError } from '../../../server/sounds/sound-decoding.ts';
import { decodedFormats } from '../../../server/sounds/stream-decoders.ts';
import { systemTimers as timers } from '../../../server/timers.ts';
import { UndecodableSound, type WalkedSound } from '../../../src/domain/alerts/sound-file.ts';
import { until } from '../../helpers/until.ts';
import { soundFixture } from './sound-fixture.ts';

type Program = 'spins' | 'eats' | 'crashes' | 'aborts' | 'never-ready' | 'broken' | 'meddles';
const program = (name: Program) => fileURLToPath(new URL(`./programs/${name}.ts`, import.meta.url));
const never = new AbortController().signal;
const megabyte = 1024 * 1024;

/** Runs one of the programs as the decoder; it never reads the file. */
const run = (name: Program, limits: Partial<DecodeLimits> = {}) =>
  decodeInChild(new Uint8Array(megabyte), 'mp3', {
    timers,
    signal: never,
    program: program(name),
    limits: { ...decodeLimits, ...limits },
  });

const undecodable = (fault: UndecodableSound['fault']) => (error: unknown) =>
  error instanceof UndecodableSound && error.fault === fault;

const started = new Set<ChildProcess>();
subscribe('child_process', (message) => {
  started.add((message as { process: ChildProcess }).process);
});
/** How many of the started processes are still running. */
const processes = () =>
  [...started].filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null).length;

describe('the process that decodes a sound', () => {
  test('reports the length of sounds in each format', async () => {
    const files = {
      flac: 'flac-usual.flac',
      mp3: 'mp3-usual.mp3',
      ogg: 'vorbis-usual.ogg',
      opus: 'opus-usual.opus',
    };
    for (const format of decodedFormats) {
      const decoded = await decodeInChild(await soundFixture(files[format]), format, {
        timers,
        signal: never,
      });
      assert.ok(Math.abs(decoded.seconds - 1.5) < 0.01, `${format}: ${decoded.seconds}`);
      assert.equal(decoded.channels, 2);
    }
  });

  test('finds nothing playable in a file that is not a sound', async () => {
    const noise = Uint8Array.from({ length: 300_000 }, (_, index) => (index * 7919) >> 3);
    for (const format of decodedFormats)
      for (const bytes of [noise, new Uint8Array(10), new Uint8Array(0)])
        await assert.rejects(
          decodeInChild(bytes, format, { timers, signal: never }),
          undecodable('notPlayable'),
        );
  });

  test('stops at the maximum length, even for a file crafted to expand', async () => {
    for (const [file, format] of [
      ['bomb-flac-10min.flac', 'flac'],
      ['bomb-opus-10min.opus', 'opus'],
    ] as const) {
      const { seconds } = await decodeInChild(await soundFixture(file), format, { timers, signal: never });
      assert.ok(seconds > 30.1 && seconds < 90, `${file}: ${seconds}`);
    }
  });

  test('is killed when it takes too long', async () => {
    const started = performance.now();
    await assert.rejects(run('spins', { time: 300 }), undecodable('tooExpensive'));
    assert.ok(performance.now() - started >= 300);
    assert.equal(processes(), 0);
  });

  test('is killed when it takes too much memory, including memory that Node does not count', async () => {
    await assert.rejects(run('eats', { time: 60_000, memory: 150 * megabyte }), undecodable('tooExpensive'));
    assert.equal(processes(), 0);
  });

  test('may crash without affecting anything else', async () => {
    await assert.rejects(run('crashes'), (error) => {
      assert.ok(undecodable('notPlayable')(error));
      assert.match(String((error as Error).cause), /memory access out of bounds/);
      return true;
    });
    await assert.rejects(
      run('aborts', { time: 60_000, memory: 4096 * megabyte }),
      undecodable('tooExpensive'),
    );
  });

  test('says nothing about the file if it does not start', async () => {
    await assert.rejects(run('broken'), (error) => {
      assert.ok(error instanceof DecoderFailedError);
      assert.match(error.message, /the decoder is not installed/);
      return true;
    });
    await assert.rejects(run('never-ready', { start: 300 }), DecoderFailedError);
    assert.equal(processes(), 0);
  });

  test('cannot write files or start processes, and does not see the environment', async () => {
    assert.deepEqual(await run('meddles'), { kind: 'decoded', seconds: 1, channels: 0 });
  });

  test('watches its own memory too, where its parent cannot', async () => {
    const bytes = await soundFixture('mp3-usual.mp3');
    const options = { format: 'mp3', longest: 30.1, ready: () => undefined } as const;
    assert.deepEqual(await decodeFile(bytes, { ...options, isTooExpensive: () => true }), {
      kind: 'tooExpensive',
    });
  });
});

describe('many sounds at once', () => {
  const walked: WalkedSound = { ok: true, format: 'mp3', seconds: 1, channels: 2, sampleRate: 44_100 };
  const decoding = () =>
    new SoundDecoding({
      timers,
      program: program('spins'),
      limits: { ...decodeLimits, time: 300 },
      atOnce: 2,
      mostWaiting: 2,
    });

  test('are decoded two at a time, some wait, and the rest are refused', async () => {
    const sounds = decoding();
    // All slots are free again for the second wave.
    for (let wave = 0; wave < 2; wave += 1) {
      let most = 0;
      const ends = Array.from({ length: 5 }, async () => {
        const decoded = sounds.decode(new Uint8Array(1), walked);
        most = Math.max(most, processes());
        const error: unknown = await decoded.catch((caught: unknown) => caught);
        // Each one that ends makes room for one other.
        most = Math.max(most, processes());
        return error instanceof TooBusyError
          ? 'turned away'
          : error instanceof UndecodableSound
            ? 'done'
            : error;
      });
      assert.deepEqual((await Promise.all(ends)).toSorted(), ['done', 'done', 'done', 'done', 'turned away']);
      assert.equal(most, 2);
    }
  });

  test('are stopped with the server, including those that wait', async () => {
    const sounds = decoding();
    const ends = Array.from({ length: 4 }, () =>
      sounds.decode(new Uint8Array(1), walked).catch((error: unknown) => error),
    );
    await until('two processes run', () => processes() === 2);
    await sounds.stop();
    assert.equal(processes(), 0);
    for (const end of await Promise.all(ends)) assert.ok(end instanceof DecoderFailedError);
    await assert.rejects(sounds.decode(new Uint8Array(1), walked), DecoderFailedError);
  });

  test('need no process if the sound check alone is enough', async () => {
    const sounds = new SoundDecoding({ timers, program: program('broken') });
    for (const format of ['aac', 'wav'] as const)
      assert.deepEqual(await sounds.decode(new Uint8Array(1), { ...walked, format }), { ...walked, format });
  });
});
