import { mkdir, writeFile } from 'node:fs/promises';
import { ownSound } from '../src/platform/sound/own-sounds.ts';

/**
 * Writes the panel's built-in sounds as files, for listening: `node scripts/sounds.ts`. Nothing that ships uses them.
 */
const folder = new URL('../assets/sounds/', import.meta.url);
await mkdir(folder, { recursive: true });
await writeFile(new URL('default-request.wav', folder), ownSound('request'));
await writeFile(new URL('connection-loss.wav', folder), ownSound('connectionLoss'));
