import type { AuditEntry } from '../../domain/setup/setup-api.ts';
import type { Id } from '../../domain/values.ts';
import type { SetupClient } from '../client.ts';
import type { AuditStore } from '../stores/audit.ts';

interface Surroundings {
  readonly client: Pick<SetupClient, 'audit'>;
  readonly audit: AuditStore;
}

/** Reads the audit log: of one record, or of all. */
export class Auditing {
  readonly #deps: Surroundings;
  #asking: object | null = null;

  constructor(deps: Surroundings) {
    this.#deps = deps;
  }

  async open(about: { readonly resource: string; readonly id: Id } | null): Promise<void> {
    this.#deps.audit.update({ about, isOpen: true, entries: [], next: null });
    await this.#load(null);
  }

  close(): void {
    this.#asking = null;
    this.#deps.audit.update({ isOpen: false, entries: [], next: null, isLoading: false });
  }

  async more(): Promise<void> {
    const { next, isLoading } = this.#deps.audit.state;
    if (next !== null && !isLoading) await this.#load(next);
  }

  async #load(cursor: string | null): Promise<void> {
    const { client, audit } = this.#deps;
    const asking = (this.#asking = {});
    audit.update({ isLoading: true });
    try {
      const { about } = audit.state;
      const filters = about ? { resource: about.resource, record: about.id } : {};
      const { items, next } = await client.audit({ ...filters, cursor });
      if (this.#asking !== asking) return;
      const entries: readonly AuditEntry[] = cursor === null ? items : [...audit.state.entries, ...items];
      audit.update({ entries, next, isLoading: false, problem: null });
    } catch (error) {
      if (this.#asking !== asking) return;
      audit.update({ isLoading: false, problem: error instanceof Error ? error.message : String(error) });
    }
  }
}
