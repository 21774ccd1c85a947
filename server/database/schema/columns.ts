import { bigint, customType, integer, text } from 'drizzle-orm/pg-core';

/** An instant on the server's clock: whole milliseconds since 1970 UTC. */
export const instant = (name: string) => bigint(name, { mode: 'number' });

/** The id of a record, see `idSchema`. */
export const id = (name = 'id') => text(name);

/** Counts the changes of a record: the basis of its entity tag. */
export const version = () => integer('version').notNull().default(1);

/** Raw bytes. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'bytea',
});
