import { rm } from 'node:fs/promises';
import { NEW_DATA } from './new-data.ts';
import { TestServer } from './server.ts';

/** A new database takes seconds: a run makes one, and each test begins with a copy. Gives how to clear it away. */
export default async function makeNewData(): Promise<() => Promise<void>> {
  const server = await TestServer.start();
  const folder = await server.leave();
  process.env[NEW_DATA] = folder;
  return () => rm(folder, { recursive: true, force: true });
}
