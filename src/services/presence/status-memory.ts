import { statusBeforeSchema } from '../../domain/configuration/presence-status.ts';
import { check } from '../../domain/violations.ts';
import type { Memory } from '../../platform/memory.ts';
import type { StatusMemory } from './returning.ts';

/** Remembers a rep's status in this browser, under a name specific to the rep. */
export function statusMemory(name: () => string, { recall, remember }: Memory): StatusMemory {
  return {
    recall() {
      try {
        const kept = check(statusBeforeSchema, JSON.parse(recall(name()) ?? 'null'));
        return kept.ok ? kept.value : null;
      } catch {
        // Written by something else.
        return null;
      }
    },
    remember: (status) => remember(name(), status && JSON.stringify(status)),
  };
}
