import type { Id } from '../../../src/domain/values.ts';

/**
 * Who may be offered an item again after having declined or missed it. `excluded` are those who did, the last one
 * first; `online` are the members of its queue who are online for its channel, busy or not.
 *
 * Nobody, while some other member who is online has not. Once all have, another round begins: everybody but the last
 * one, so that the item never comes straight back to whoever has just declined it. A lone rep therefore waits for
 * another one, or for themselves to go Offline and come back (docs/decisions/0002-declined-work-and-a-lone-rep.md).
 */
export function readmittedTo(excluded: readonly Id[], online: ReadonlySet<Id>): Id[] {
  const all = new Set(excluded);
  const everybody = online.size >= 2 && [...online].every((id) => all.has(id));
  return everybody ? excluded.slice(1) : [];
}
