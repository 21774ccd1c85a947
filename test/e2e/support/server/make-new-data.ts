import { rm } from 'node:fs/promises';
import { NEW_DATA } from './new-data.ts';
import makeServerProgram from './make-server-program.ts';
import { TestServer } from './server.ts';

/**
 * Creating a database takes seconds, so each run creates one and each test starts from a copy; likewise the server
 * program. Returns the clean-up of both.
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
