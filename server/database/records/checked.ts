import { sql } from 'drizzle-orm';
import type { Checked, Violation } from '../../../src/domain/violations.ts';
import type { Queries } from '../database.ts';
import { configurationRevision } from '../schema/configuration.ts';

/** A record that breaks the rules. */
export class RecordRefused extends Error {
  override readonly name = 'RecordRefused';
  readonly violations: readonly Violation[];
  constructor(violations: readonly Violation[]) {
    super(violations.map(({ pointer, detail }) => `${pointer}: ${detail}`).join(' '));
    this.violations = violations;
  }
}

/** The checked value. Throws `RecordRefused` with every violation. */
export function accepted<T>(checked: Checked<T>): T {
  if (!checked.ok) throw new RecordRefused(checked.violations);
  return checked.value;
}

/** Invalidates the configuration that processes have cached, once committed. */
export async function raiseRevision(tx: Queries): Promise<void> {
  await tx.update(configurationRevision).set({ revision: sql`${configurationRevision.revision} + 1` });
}
