import { randomUUID } from 'node:crypto';
import type { Instant } from '../../../src/domain/time.ts';
import type { Database } from '../../database/database.ts';
import { findSound } from '../../database/records/sounds.ts';
import type { Engine, SessionOfRep } from './engine.ts';
import type { Logger } from '../../logger.ts';
import { listAlerts, receiptNotes } from '../work/alert-receipts.ts';
import { Background } from './scheduler.ts';
import { executeCommand } from '../commands/execute.ts';
import { ConfigurationCache } from '../configuration/configuration-cache.ts';
import { customerLeft } from '../work/customer-left.ts';
import { deliveryConfirmation } from '../work/delivery.ts';
import { listDestinations } from '../configuration/list-destinations.ts';
import { offering } from '../offers/make-offers.ts';
import { KnownReps } from '../reps/known-reps.ts';
import { repStates } from '../reps/rep-states.ts';
import { disconnectProcess, sessionClaims, socketLosses } from '../reps/sockets.ts';
import { createRunStep, createRunStepFor } from './run-step.ts';
import type { Committed } from './step.ts';
import { WakeUps } from './change-hints.ts';
import { viewWorkItem, workItemCreation } from '../work/work-items.ts';
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
  const known = new KnownReps();
  const wakeUps = new WakeUps({
    database,
    processId,
    timers,
    logger,
    onChange: (repId, change) => known.heard(repId, change),
    onUnnamed: () => background.poll(),
  });
  const now = () => timers.now();
  const committed = (what: Committed) => {
    wakeUps.committed(what.changes);
    background.committed(what);
  };
  const running = { database, cache, known, now, onCommit: committed };
  const run = createRunStep(running);
  const runFor = createRunStepFor(run, running);
  const leave = (id: string, since: Instant) => disconnectProcess(database, id, { since, now, committed });
  const offer = offering({ database, cache, known, now, committed });
  const background = new Background({
    database,
    cache,
    timers,
    logger,
    processId,
    wakeUps,
    run,
    leave,
    offer,
    live,
  });
  const claimSession = sessionClaims(database, processId, now);
  const loseSocket = socketLosses(database, now);
  const create = workItemCreation(database, cache, now);
  const states = repStates({ database, cache, known, now });

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
      const creation = await create(request);
      if (creation.kind === 'created') committed({ changes: new Map(), routable: true, dueAt: null });
      return creation;
    },
    workItem: (id) => viewWorkItem(queries, id),
    async customerLeft(id) {
      await run((step) => customerLeft(step, id));
      return viewWorkItem(queries, id);
    },

    isRep: async (repId) => (await cache.latest(database)).isRep(repId),
    async connect(session) {
      // Registered before it becomes the rep's session: a poll in between must not consider it gone.
      live.set(session.socketId, session);
      known.keep(session.repId);
      committed(await claimSession(session));
    },
    async disconnect(session) {
      if (live.delete(session.socketId)) known.release(session.repId);
      committed(await loseSocket(session));
    },
    state: (repId, doubt) => states.now(repId, doubt),
    delivered: deliveryConfirmation(database, runFor, now),
    noteReceipts: receiptNotes(database, now),
    alertReceipts: (query) => listAlerts(queries, query),
    execute: (repId, command) => executeCommand(database, runFor, repId, command),
    transferDestinations: async (query) => listDestinations(queries, await cache.current(queries), query),
    snapshot: async (repId) => (await states.now(repId, true)).snapshot,
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
