import type { Id } from '../../../src/domain/values.ts';

/**
 * Which reps may be offered an item again after declining or missing it. `excluded` are those who did, latest first;
 * `online` are the members of its queue who are online for its channel, at capacity or not.
 *
 * None of them, while any other online member has neither declined nor missed it. Once all have, another round begins
 * for all but the latest, so that the item never comes straight back to the rep who has just declined it. A lone rep is
 * therefore offered it again only after another rep has come online, or after going Offline and coming back
 * (docs/decisions/0002-declined-work-and-a-lone-rep.md).
 */
export function readmittedTo(excluded: readonly Id[], online: ReadonlySet<Id>): Id[] {
  const all = new Set(excluded);
  const everybody = online.size >= 2 && [...online].every((id) => all.has(id));
  return everybody ? excluded.slice(1) : [];
}
