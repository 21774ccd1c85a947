import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Database } from '../../database/database.ts';
import { findSound } from '../../database/records/sounds.ts';
import { reps } from '../../database/schema/routing.ts';
import type { Engine, SessionOfRep } from './engine.ts';
import type { Logger } from '../../logger.ts';
import { listAlerts, noteReceipts } from '../work/alert-receipts.ts';
import { Background } from './scheduler.ts';
import { executeCommand } from '../commands/execute.ts';
import { ConfigurationCache } from '../configuration/configuration-cache.ts';
import { loseSocket, claimSession } from '../reps/rep-connection.ts';
import { customerLeft } from '../work/customer-left.ts';
import { confirmDelivery } from '../work/delivery.ts';
import { listDestinations } from '../configuration/list-destinations.ts';
import { readSnapshot } from '../reps/snapshot.ts';
import { createRunStep, type Committed } from './step.ts';
import { WakeUps } from './change-hints.ts';
import { createWorkItem, viewWorkItem } from '../work/work-items.ts';
import { systemTimers, type Timers } from '../../timers.ts';

export interface EngineOptions {
  readonly database: Database;
  readonly logger: Logger;
  readonly timers?: Pick<Timers, 'now' | 'after'>;
  /** Unique to each run of a process, so that leftovers of an earlier run are not mistaken for its own. */
  readonly processId?: string;
}

/** An engine that tests can wait for. */
export interface RoutingEngine extends Engine {
  /** Resolves when the engine's background work is done: routing, deadlines, polls. */
  idle(): Promise<void>;
}

/** Creates this process's routing engine on a database that other processes may share. */
export function createEngine({
  database,
  logger,
  timers = systemTimers,
  processId = randomUUID(),
}: EngineOptions): RoutingEngine {
  const { queries } = database;
  const cache = new ConfigurationCache();
  const live = new Map<string, SessionOfRep>();
  const wakeUps = new WakeUps({ database, processId, timers, logger, onUnnamed: () => background.poll() });
  const now = () => timers.now();
  const committed = (what: Committed) => {
    wakeUps.committed(what.changes);
    background.committed(what);
  };
  const run = createRunStep(database, cache, now, committed);
  const background = new Background({ database, cache, timers, logger, processId, wakeUps, run, live });

  return {
    async start() {
      await wakeUps.start();
      await background.start();
    },
    async stop() {
      await background.stop();
      await wakeUps.stop();
    },
    idle: () => background.idle(),

    async createWorkItem(source, idempotencyKey, item) {
      const request = { source, idempotencyKey, item };
      const creation = await createWorkItem(database, cache, request, now());
      if (creation.kind === 'created') committed({ changes: new Map(), routable: true, dueAt: null });
      return creation;
    },
    workItem: (id) => viewWorkItem(queries, id),
    async customerLeft(id) {
      await run((step) => customerLeft(step, id));
      return viewWorkItem(queries, id);
    },

    isRep: async (repId) => (await cache.current(queries)).isRep(repId),
    async connect(session) {
      // Registered before it becomes the rep's session: a poll in between must not consider it gone.
      live.set(session.socketId, session);
      committed(await claimSession(database, processId, session, now()));
    },
    async disconnect(session) {
      live.delete(session.socketId);
      committed(await loseSocket(database, session, now()));
    },
    async currentSession(repId) {
      const [place] = await queries
        .select({ sessionId: reps.sessionId, socketId: reps.socketId })
        .from(reps)
        .where(eq(reps.id, repId));
      const { sessionId = null, socketId = null } = place ?? {};
      return sessionId === null || socketId === null ? null : { sessionId, socketId };
    },
    delivered: (repId, agentWorkIds) => confirmDelivery(database, run, repId, agentWorkIds, now()),
    noteReceipts: (repId, receipts) => noteReceipts(queries, repId, receipts, now()),
    alertReceipts: (query) => listAlerts(queries, query),
    execute: (repId, command) => executeCommand(database, run, repId, command),
    transferDestinations: async (query) => listDestinations(queries, await cache.current(queries), query),
    snapshot: (repId) => readSnapshot(queries, cache, repId, now()),
    async effectiveConfiguration(repId) {
      const view = await cache.current(queries);
      const [configuration, version] = [view.effective(repId), view.version(repId)];
      return configuration && version !== null ? { configuration, version } : null;
    },
    configurationChanged() {
      background.poll();
      wakeUps.askToPoll();
    },
    sound: (sha256) => findSound(queries, sha256),
    subscribe: (listener) => wakeUps.subscribe(listener),
  };
}
