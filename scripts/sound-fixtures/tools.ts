import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bytes } from './surgery.ts';

const exact = ['-fflags', '+bitexact', '-flags:a', '+bitexact', '-map_metadata', '-1'];

/** A file made by ffmpeg: `input` and `output` are its arguments, `name` gives the container by its ending. */
export function ffmpeg(name: string, input: readonly string[], output: readonly string[]): Bytes {
  return inFolder((folder) => {
    const path = join(folder, name);
    execFileSync('ffmpeg', ['-v', 'error', '-y', ...input, ...exact, ...output, path]);
    return new Uint8Array(readFileSync(path));
  });
}

/** A file with a tone of this length, rate and number of channels. */
export function tone(
  name: string,
  seconds: number,
  { rate = 8000, channels = 1, args = [] as readonly string[] } = {},
): Bytes {
  const source = `sine=frequency=440:sample_rate=${rate}:duration=${seconds}`;
  return ffmpeg(name, ['-f', 'lavfi', '-i', source], ['-ac', String(channels), '-ar', String(rate), ...args]);
}

/** A file made by sox. */
export function sox(name: string, args: readonly string[], effects: readonly string[]): Bytes {
  return inFolder((folder) => {
    const path = join(folder, name);
    execFileSync('sox', ['-R', '-n', ...args, path, ...effects]);
    return new Uint8Array(readFileSync(path));
  });
}

/** The result of a full decode with ffmpeg; `null` if there is none. */
export function decoded(file: Bytes): { seconds: number; channels: number } | null {
  return inFolder((folder) => {
    const path = join(folder, 'file');
    const out = join(folder, 'out.wav');
    writeFileSync(path, file);
    try {
      execFileSync('ffmpeg', ['-v', 'quiet', '-y', '-i', path, '-map', '0:a:0', '-c:a', 'pcm_s16le', out]);
      const wav = readFileSync(out);
      const data = wav.indexOf('data') + 4;
      const seconds = (wav.length - data - 4) / wav.readUInt32LE(28);
      return seconds === 0 ? null : { seconds: Number(seconds.toFixed(4)), channels: wav.readUInt16LE(22) };
    } catch {
      // ffmpeg fails if it cannot decode the file, which is a result too.
      return null;
    }
  });
}

function inFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'omni-channel-sounds-'));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
