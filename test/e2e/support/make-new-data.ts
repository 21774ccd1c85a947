import { rm } from 'node:fs/promises';
import { NEW_DATA } from './new-data.ts';
import makeServerProgram from './make-server-program.ts';
import { TestServer } from './server.ts';

/**
 * A new database takes seconds: a run makes one, and each test begins with a copy; the same for the program that its
 * server runs. Gives how to clear both away.
 */
export default async function makeNewData(): Promise<() => Promise<void>> {
  const removeProgram = await makeServerProgram();
  const server = await TestServer.start();
  const folder = await server.leave();
  process.env[NEW_DATA] = folder;
  return async () => {
    await rm(folder, { recursive: true, force: true });
    await removeProgram();
  };
}
