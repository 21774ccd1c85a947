import { defineConfig } from 'drizzle-kit';

/** How drizzle-kit writes a migration: `npx drizzle-kit generate --config server/database/drizzle.config.ts`. */
export default defineConfig({
  dialect: 'postgresql',
  schema: ['configuration', 'people', 'queues', 'routing', 'setup'].map(
    (name) => `./server/database/schema/${name}.ts`,
  ),
  out: './server/database/migrations',
});
