import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import type { OpenWorkspace } from './workspace.ts';

/** No inline scripts or styles, nothing from other origins, no markup from text. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types lit-html workspace 'allow-duplicates'",
].join('; ');

/** Serves the pages built into a folder. Throws with a sentence if nothing was built. */
export function builtWorkspace(folder: string): OpenWorkspace {
  if (!existsSync(join(folder, 'index.html')))
    throw new Error(`There is no built workspace in ${folder}: run npm run build first.`);
  const pages = new Hono();
  pages.use(async (context, next) => {
    await next();
    context.header('Content-Security-Policy', CONTENT_SECURITY_POLICY);
    context.header('X-Content-Type-Options', 'nosniff');
    context.header('Referrer-Policy', 'no-referrer');
    // The names of assets contain a hash of their content.
    const isAsset = context.req.path.startsWith('/assets/') && context.res.ok;
    context.header('Cache-Control', isAsset ? 'public, max-age=31536000, immutable' : 'no-cache');
  });
  pages.use(serveStatic({ root: folder }));
  pages.notFound((context) => context.text('There is no such page.', 404));
  const listener = getRequestListener(pages.fetch);
  return () =>
    Promise.resolve({
      handle: (request, response) => void listener(request, response),
      ownsUpgrade: () => false,
      close: () => Promise.resolve(),
    });
}
