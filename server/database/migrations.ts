import { fileURLToPath } from 'node:url';

/** The folder of the generated migrations, applied in their order. */
export const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url));
