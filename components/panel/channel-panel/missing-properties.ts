import { ProblemEvent } from '../../../src/events/facts.ts';
import { warnHost } from './warn-host.ts';

const reported = new WeakMap<EventTarget, Set<string>>();

/** Tells the host, once for each, of properties without which the panel does not work as meant. */
export function reportMissing(
  panel: EventTarget & { readonly rep: string; readonly apiAddress: string },
): void {
  const known = reported.get(panel) ?? new Set();
  reported.set(panel, known);
  const missing = (name: string, value: string, means: string) => {
    if (value !== '' || known.has(name)) return;
    known.add(name);
    const event = new ProblemEvent('property', `The panel has no ${name}: ${means}`);
    warnHost(panel, event);
    panel.dispatchEvent(event);
  };
  missing('rep', panel.rep, 'it does not connect until the host sets one.');
  missing('api-address', panel.apiAddress, 'it looks for the server below the address of the page.');
}
