import { readFile } from 'node:fs/promises';

const folder = new URL('../../fixtures/sounds/', import.meta.url);

/** Reads a file from the fixtures of the sound check. */
export async function soundFixture(name: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await readFile(new URL(name, folder)));
}
