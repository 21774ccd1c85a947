import { Hono } from 'hono';
import { requirePermission, type WithHolder } from '../../auth/require-permission.ts';
import type { TokenVerifier } from '../../auth/token-verifier.ts';
import type { Engine } from '../../routing/engine/engine.ts';
import type { Timers } from '../../timers.ts';
import type { ResourceName } from '../../setup/resources.ts';
import type { RecordStore, Setup } from '../../setup/setup.ts';
import { alertReceiptRoutes } from './alert-receipts.ts';
import { assignmentChangeRoutes, assignmentRoutes } from './assignments.ts';
import { auditLogRoutes } from './audit-log.ts';
import { exportRoutes, importChangeRoutes, importRoutes } from './imports.ts';
import { overviewRoutes } from './overview.ts';
import { queueMemberRoutes } from './queue-members.ts';
import { recordRoutes } from './records.ts';
import { setupSoundRoutes } from './sounds.ts';
import { userConfigurationRoutes } from './user-configuration.ts';

export interface SetupRoutesOptions {
  readonly engine: Engine;
  readonly setup: Setup;
  readonly verifier: TokenVerifier;
  readonly timers: Pick<Timers, 'now'>;
}

/** `/v1/setup`: for administrators. One file per resource; all need the permission `customize-application`. */
export function setupRoutes({ engine, setup, verifier, timers }: SetupRoutesOptions): Hono<WithHolder> {
  const routes = new Hono<WithHolder>();
  routes.use(requirePermission(verifier, 'customize-application'));
  routes.route(
    '/alert-receipts',
    alertReceiptRoutes(engine, () => timers.now()),
  );
  routes.route('/import', importRoutes(setup.imports));
  routes.route('/export', exportRoutes(setup.imports));
  routes.route('/changes', importChangeRoutes(setup.imports));
  routes.route('/sounds', setupSoundRoutes(setup.sounds));
  routes.route('/overview', overviewRoutes(setup.overview));
  routes.route('/audit-log', auditLogRoutes(setup.auditLog));
  routes.route('/presence-configurations', assignmentRoutes(setup.assignments));
  routes.route('/assignment-changes', assignmentChangeRoutes(setup.assignments));
  routes.route('/queues', queueMemberRoutes(setup.membersOf));
  routes.route('/users', userConfigurationRoutes(engine, setup.pathOf));
  for (const [name, records] of Object.entries(setup.records) as [ResourceName, RecordStore][])
    routes.route(`/${name}`, recordRoutes(name, records));
  return routes;
}
