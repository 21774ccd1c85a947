import type { AgentWork } from '../panel.ts';

/** The part of a record that differs by channel. */
export interface WorkView {
  readonly element: HTMLElement;
  /** The same work, newer. */
  update(work: AgentWork): void;
  /** Called each time the record comes to the front. */
  shown(): void;
  /** The record closes or its work is followed by another. */
  stop(): void;
}
