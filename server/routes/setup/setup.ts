import { Hono } from 'hono';
import { requirePermission, type WithHolder } from '../../auth/require-permission.ts';
import type { TokenVerifier } from '../../auth/token-verifier.ts';
import type { Engine } from '../../engine.ts';
import type { Timers } from '../../timers.ts';
import type { Setup } from '../../setup/setup.ts';
import { alertReceiptRoutes } from './alert-receipts.ts';
import { setupSoundRoutes } from './sounds.ts';

export interface SetupRoutesOptions {
  readonly engine: Engine;
  readonly setup: Setup;
  readonly verifier: TokenVerifier;
  readonly timers: Pick<Timers, 'now'>;
}

/** `/v1/setup`: for administrators. One resource a file; all of them need the permission `customize-application`. */
export function setupRoutes({ engine, setup, verifier, timers }: SetupRoutesOptions): Hono<WithHolder> {
  const routes = new Hono<WithHolder>();
  routes.use(requirePermission(verifier, 'customize-application'));
  routes.route(
    '/alert-receipts',
    alertReceiptRoutes(engine, () => timers.now()),
  );
  routes.route('/sounds', setupSoundRoutes(setup.sounds));
  return routes;
}
