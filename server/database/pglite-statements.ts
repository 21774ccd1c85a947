import { types, type PGlite } from '@electric-sql/pglite';
import type { Statement, StatementValue } from './database.ts';

/** Whole numbers and decimals as numbers: none of ours is too large for one. */
const parsers = { [types.INT8]: Number, [types.NUMERIC]: Number };

/**
 * PGlite's own queries are parsed and planned each time, in six steps. `prepare` and `execute` of SQL do it once, and
 * take one step after that.
 */
export class PreparedStatements {
  readonly #client: PGlite;
  readonly #prepared = new Map<string, Promise<unknown>>();

  constructor(client: PGlite) {
    this.#client = client;
  }

  async run<Row>({ name, text }: Statement, values: readonly StatementValue[]): Promise<Row[]> {
    let ready = this.#prepared.get(name);
    if (!ready) {
      ready = this.#client.exec(`prepare ${name} as ${text}`);
      this.#prepared.set(name, ready);
      ready.catch(() => this.#prepared.delete(name));
    }
    await ready;
    const given = values.length === 0 ? '' : `(${values.map(literal).join(', ')})`;
    const [result] = await this.#client.exec(`execute ${name}${given}`, { parsers });
    return (result?.rows ?? []) as Row[];
  }
}

// Strings are standard-conforming: a backslash means itself, and only quotes are doubled.
function literal(value: StatementValue): string {
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);
}
