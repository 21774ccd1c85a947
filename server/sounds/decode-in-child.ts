import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseMessage } from '../../src/protocol/messages.ts';
import { UndecodableSound, type DecodedSound } from '../../src/domain/alerts/sound-file.ts';
import type { Milliseconds } from '../../src/domain/time.ts';
import type { Timers } from '../timers.ts';
import { childMessageSchema, type ChildMessage } from './child-messages.ts';
import { watchMemory } from './memory-watch.ts';
import type { DecodedFormat } from './stream-decoders.ts';

/** The limits for decoding one file. */
export interface DecodeLimits {
  /** Counted from when the decoder is ready. */
  readonly time: Milliseconds;
  /** How long the decoder may take to be ready, which does not depend on the file. */
  readonly start: Milliseconds;
  /** Bytes of the whole process, about 70 MB of which are its own. */
  readonly memory: number;
}
export const decodeLimits: DecodeLimits = { time: 2000, start: 10_000, memory: 200 * 1024 * 1024 };

/** The decoder failed before it saw the file, or was stopped: this says nothing about the file. */
export class DecoderFailedError extends Error {
  override readonly name = 'DecoderFailedError';
}

export interface DecodeInChildOptions {
  readonly timers: Pick<Timers, 'after'>;
  readonly limits?: DecodeLimits;
  /** Kills the process. */
  readonly signal: AbortSignal;
  /** The program that the process runs. */
  readonly program?: string;
}

const decodeProgram = fileURLToPath(new URL('./decode-child.ts', import.meta.url));
const MAX_ERROR_TEXT = 2000;

/**
 * Decodes a file in a separate process, which is killed if it takes too much time or memory. A crash is blamed on the
 * file.
 * @throws {UndecodableSound} (by the promise) if the file cannot be decoded, or costs too much.
 * @throws {DecoderFailedError} if the decoder did not start, or was stopped.
 */
export async function decodeInChild(
  bytes: Uint8Array,
  format: DecodedFormat,
  { timers, limits = decodeLimits, signal, program = decodeProgram }: DecodeInChildOptions,
): Promise<DecodedSound> {
  const stopped = () => new DecoderFailedError('The decoder was stopped.');
  if (signal.aborted) throw stopped();
  const child = start(program, format, limits);
  const closed = new Promise((resolve) => child.once('close', resolve));
  const cleanUp: (() => void)[] = [];
  try {
    return await new Promise<DecodedSound>((resolve, reject) => {
      const tooExpensive = () => reject(new UndecodableSound('tooExpensive'));
      const failed = (why: string) => reject(new DecoderFailedError(why));
      let complaint = '';
      let isReady = false;
      const stop = () => reject(stopped());
      signal.addEventListener('abort', stop);
      cleanUp.push(() => signal.removeEventListener('abort', stop));
      cleanUp.push(timers.after(limits.start, () => isReady || failed('The decoder did not start in time.')));
      const receive = (message: ChildMessage | null) => {
        if (message?.kind === 'ready') {
          isReady = true;
          cleanUp.push(timers.after(limits.time, tooExpensive));
        } else if (message?.kind === 'decoded') resolve(message);
        else if (message) reject(new UndecodableSound(message.kind));
      };
      createInterface(child.stdout).on('line', (line) => receive(parseMessage(childMessageSchema, line)));
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        complaint = (complaint + text).slice(0, MAX_ERROR_TEXT);
      });
      child.on('error', reject);
      // `close` comes after the last output on stdout, which may have been the result.
      child.on('close', (code, killedBy) => {
        const cause = new Error(`The decoder ended with ${String(code ?? killedBy)}. ${complaint}`);
        if (!isReady) failed(cause.message);
        // Node aborts when its own heap is full.
        else reject(new UndecodableSound(killedBy === 'SIGABRT' ? 'tooExpensive' : 'notPlayable', { cause }));
      });
      if (child.pid !== undefined) cleanUp.push(watchMemory(child.pid, limits.memory, timers, tooExpensive));
      // The process may end before it has read everything.
      child.stdin.on('error', () => undefined);
      child.stdin.end(bytes);
    });
  } finally {
    for (const undo of cleanUp) undo();
    child.kill('SIGKILL');
    // Waits for the exit, so that the limit on processes holds. A process that failed to start has nothing to close.
    if (child.pid !== undefined) await closed;
  }
}

/**
 * Started without the server's environment and its secrets, and without permission to write or to start processes or
 * threads.
 */
function start(program: string, format: DecodedFormat, { memory }: DecodeLimits) {
  const restrictions = ['--permission', '--allow-fs-read=*', '--max-old-space-size=64', '--no-warnings'];
  const { SystemRoot } = process.env;
  return spawn(process.execPath, [...restrictions, program, format, String(memory)], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: SystemRoot === undefined ? {} : { SystemRoot },
  });
}
