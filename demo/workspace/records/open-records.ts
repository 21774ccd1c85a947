import type { Memory } from '../memory.ts';
import type { AgentWork, WorkspaceAdapter } from '../panel.ts';

/** A tab of the workspace. */
export interface OpenRecord {
  readonly id: string;
  /** The work that opened it last. */
  readonly work: AgentWork;
  /** Opened in the background and not viewed yet. */
  readonly isNew: boolean;
  /** Messages that arrived while another tab was in front. */
  readonly unread: number;
}

interface Kept {
  readonly works: readonly AgentWork[];
  readonly frontId: string | null;
}

/** The records open in this browser tab: the host's side of the workspace adapter. */
export class OpenRecords implements WorkspaceAdapter {
  readonly #memory: Memory;
  readonly #listeners = new Set<() => void>();
  #records: readonly OpenRecord[] = [];
  #frontId: string | null = null;
  /** Called when the rep is taken to a record, so that a narrow page can show it. */
  onBroughtForward: () => void = () => undefined;
  /** Called when the rep goes on from the panel to the record in front. */
  onFocused: () => void = () => undefined;

  constructor(memory: Memory) {
    this.#memory = memory;
    const kept = memory.recall('records', { works: [], frontId: null }, isKept);
    this.#records = kept.works.map((work) => ({ id: work.recordId, work, isNew: false, unread: 0 }));
    this.#frontId = this.find(kept.frontId)?.id ?? this.#records[0]?.id ?? null;
  }

  get all(): readonly OpenRecord[] {
    return this.#records;
  }

  get front(): OpenRecord | null {
    return this.find(this.#frontId);
  }

  find(recordId: string | null): OpenRecord | null {
    return this.#records.find(({ id }) => id === recordId) ?? null;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  openRecordIds(): readonly string[] {
    return this.#records.map(({ id }) => id);
  }

  open(recordId: string, { agentWork: work, focus }: { agentWork: AgentWork; focus: boolean }): void {
    const isOpen = this.find(recordId) !== null;
    const record: OpenRecord = { id: recordId, work, isNew: !focus && !isOpen, unread: 0 };
    this.#records = isOpen
      ? this.#records.map((open) => (open.id === recordId ? record : open))
      : [...this.#records, record];
    if (focus) this.bringForward(recordId);
    else this.#changed();
  }

  bringForward(recordId: string): void {
    if (!this.find(recordId)) return;
    this.show(recordId);
    this.onBroughtForward();
  }

  focusRecord(recordId: string): void {
    if (recordId === this.#frontId) this.onFocused();
  }

  /** The rep selects a tab. */
  show(recordId: string): void {
    this.#frontId = recordId;
    this.#change(recordId, { isNew: false, unread: 0 });
  }

  close(recordId: string): void {
    const index = this.#records.findIndex(({ id }) => id === recordId);
    this.#records = this.#records.filter(({ id }) => id !== recordId);
    if (this.#frontId === recordId) {
      this.#frontId = (this.#records[index] ?? this.#records.at(-1))?.id ?? null;
      if (this.#frontId !== null) this.show(this.#frontId);
    }
    this.#changed();
  }

  /** The panel reported a change of a work. A record follows the work that opened it last. */
  update(work: AgentWork): void {
    const record = this.find(work.recordId);
    if (!record || record.work === work) return;
    const isLater = (work.openedAt ?? 0) > (record.work.openedAt ?? 0);
    if (record.work.id === work.id || isLater) this.#change(record.id, { work });
  }

  countUnread(recordId: string): void {
    const record = this.find(recordId);
    if (record && recordId !== this.#frontId) this.#change(recordId, { unread: record.unread + 1 });
  }

  #change(recordId: string, change: Partial<OpenRecord>): void {
    this.#records = this.#records.map((record) =>
      record.id === recordId ? { ...record, ...change } : record,
    );
    this.#changed();
  }

  #changed(): void {
    const kept: Kept = { works: this.#records.map(({ work }) => work), frontId: this.#frontId };
    this.#memory.keep('records', kept);
    for (const listener of this.#listeners) listener();
  }
}

function isKept(value: unknown): value is Kept {
  return (
    typeof value === 'object' && value !== null && 'frontId' in value && Array.isArray((value as Kept).works)
  );
}
