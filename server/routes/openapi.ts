import { Hono } from 'hono';
import { openApiDocument } from '../openapi/document.ts';
import { onlyMethods } from './methods.ts';

/** `/v1/openapi.json`: the description of this API, for those who build on it. */
export function openApiRoutes(): Hono {
  const routes = new Hono();
  let document: object | null = null;
  routes
    .get('/', (context) => {
      context.header('Cache-Control', 'no-cache');
      return context.json((document ??= openApiDocument()));
    })
    .all('/', onlyMethods('GET'));
  return routes;
}
