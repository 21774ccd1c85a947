import * as v from 'valibot';
import { message } from '../rule-messages.ts';
import * as rules from '../rules.ts';
import { text } from '../values.ts';

/** Replaces the rep's name in messaging transcripts: free text, or a field of the rep's user record. */
export const agentAliasSchema = v.variant(
  'kind',
  [
    v.object({ kind: v.literal('text'), text: text('Agent alias', 80) }),
    v.object({
      kind: v.literal('mergeField'),
      field: v.picklist(['firstName', 'nickname', 'alias'], message(rules.aliasField)),
    }),
  ],
  message(rules.aliasKind),
);
export type AgentAlias = v.InferOutput<typeof agentAliasSchema>;

/** The fields of a rep that an agent alias can merge. */
export interface AliasFields {
  readonly firstName: string;
  readonly nickname: string | null;
  readonly alias: string | null;
}

/**
 * The name that messaging transcripts show for a rep; `null` for the rep's own name. An empty field merges nothing.
 */
export function mergeAgentAlias(alias: AgentAlias | null, rep: AliasFields): string | null {
  if (alias === null) return null;
  const merged = alias.kind === 'text' ? alias.text : rep[alias.field];
  return merged === null || merged.trim() === '' ? null : merged.trim();
}
