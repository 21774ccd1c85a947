import { defineConfig } from 'drizzle-kit';

/** For drizzle-kit, which writes migrations: see `generate-migration.ts`. */
export default defineConfig({
  dialect: 'postgresql',
  schema: ['configuration', 'imports', 'people', 'queues', 'routing', 'setup'].map(
    (name) => `./server/database/schema/${name}.ts`,
  ),
  out: './server/database/migrations',
});
