import type { Instant } from '../../../src/domain/time.ts';
import type { Id } from '../../../src/domain/values.ts';
import type { Database } from '../../database/database.ts';
import type { ConfigurationCache } from '../configuration/configuration-cache.ts';
import { UnknownRepError, type RepStateNow } from '../engine/engine.ts';
import { dependsOnOthers, type KnownRep, type KnownReps } from './known-reps.ts';
import { repReader } from './read-reps.ts';
import { snapshotOf } from './snapshot.ts';

interface RepStatesOptions {
  readonly database: Database;
  readonly cache: ConfigurationCache;
  readonly known: KnownReps;
  readonly now: () => Instant;
}

/** What panels show: from what is known of a rep if that is current, else read. */
export function repStates({ database, cache, known, now }: RepStatesOptions) {
  const read = repReader(database, now);

  async function readRep(repId: Id): Promise<KnownRep> {
    const { revision, ...rep } = (await read(repId)) ?? unknown(repId);
    // The works of a newer configuration may have its queues.
    await cache.at(database.queries, revision);
    known.learn(rep);
    const current = known.current(repId);
    return current && current.row.change > rep.row.change ? current : rep;
  }

  return {
    /** The state at the latest change that this process has heard of; with `doubt` it is read anew. */
    async now(repId: Id, doubt: boolean): Promise<RepStateNow> {
      const remembered = doubt ? null : known.current(repId);
      const rep = remembered && !dependsOnOthers(remembered) ? remembered : await readRep(repId);
      const configuration = cache.view ?? (await cache.current(database.queries));
      const { sessionId, socketId } = rep.row;
      return {
        session: sessionId === null || socketId === null ? null : { sessionId, socketId },
        snapshot: snapshotOf(rep, configuration, now()),
      };
    },
  };
}

function unknown(repId: Id): never {
  throw new UnknownRepError(`There is no rep ${repId}.`);
}
