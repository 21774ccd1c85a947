import type { AuditEntry } from '../../domain/setup/setup-api.ts';
import type { Id } from '../../domain/values.ts';
import type { SetupClient } from '../client.ts';
import { noFilter, type AuditFilter, type AuditStore } from '../stores/audit.ts';

interface Surroundings {
  readonly client: Pick<SetupClient, 'audit' | 'undo'>;
  readonly audit: AuditStore;
  /** A change of assignments was undone. */
  readonly undone: () => Promise<void>;
}

/** Reads the audit log, of one record or of all, and undoes changes of assignments from it. */
export class Auditing {
  readonly #deps: Surroundings;
  #asking: object | null = null;
  /** Where the page starts that was asked for last. */
  #cursor: string | null = null;

  constructor(deps: Surroundings) {
    this.#deps = deps;
  }

  async open(about: { readonly resource: string; readonly id: Id } | null): Promise<void> {
    this.#deps.audit.update({ about, filter: noFilter, isOpen: true, entries: [], next: null });
    await this.#load(null);
  }

  async filter(filter: AuditFilter): Promise<void> {
    this.#deps.audit.update({ filter, entries: [], next: null });
    await this.#load(null);
  }

  close(): void {
    this.#asking = null;
    this.#deps.audit.update({ isOpen: false, entries: [], next: null, isLoading: false, change: null });
  }

  async more(): Promise<void> {
    const { next, isLoading } = this.#deps.audit.state;
    if (next !== null && !isLoading) await this.#load(next);
  }

  /** Tries again what failed. */
  async retry(): Promise<void> {
    const { change, isLoading } = this.#deps.audit.state;
    if (isLoading) return;
    if (change === null) await this.#load(this.#cursor);
    else await this.undo(change);
  }

  /** Undoes a change of assignments. */
  async undo(change: Id): Promise<void> {
    const { client, audit, undone } = this.#deps;
    audit.update({ isLoading: true, problem: null, change });
    try {
      await client.undo(change);
      await undone();
      audit.update({ change: null });
      await this.#load(null);
    } catch (error) {
      audit.update({ isLoading: false, problem: error instanceof Error ? error.message : String(error) });
    }
  }

  async #load(cursor: string | null): Promise<void> {
    const { client, audit } = this.#deps;
    const asking = (this.#asking = {});
    this.#cursor = cursor;
    audit.update({ isLoading: true, change: null });
    try {
      const { about, filter } = audit.state;
      const filters = about ? { resource: about.resource, record: about.id } : filter;
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
