import * as v from 'valibot';
import { message } from '../rule-messages.ts';
import * as rules from '../rules.ts';
import { text } from '../values.ts';

const freeText = v.object({ kind: v.literal('text'), text: text('Agent alias', 80) });

/** What customers see for a rep whose merged field is blank. */
const fallbackSchema = v.variant(
  'kind',
  [v.object({ kind: v.literal('ownName') }), v.object({ kind: v.literal('firstName') }), freeText],
  message(rules.aliasFallback),
);
export type AliasFallback = v.InferOutput<typeof fallbackSchema>;

/** Every rep has a first name; the other fields may be blank, so that their fallback has to be chosen. */
const mergeField = v.pipe(
  v.object({
    kind: v.literal('mergeField'),
    field: v.picklist(['firstName', 'nickname', 'alias'], message(rules.aliasField)),
    fallback: v.exactOptional(fallbackSchema),
  }),
  v.forward(
    v.check(
      ({ field, fallback }) => field === 'firstName' || fallback !== undefined,
      message(rules.aliasFallback),
    ),
    ['fallback'],
  ),
);

/** Replaces the rep's name in messaging transcripts: free text, or a field of the rep's user record. */
export const agentAliasSchema = v.variant('kind', [freeText, mergeField], message(rules.aliasKind));
export type AgentAlias = v.InferOutput<typeof agentAliasSchema>;

/** The fields of a rep that an agent alias can merge. */
export interface AliasFields {
  readonly firstName: string;
  readonly nickname: string | null;
  readonly alias: string | null;
}

/** The field that an alias merges and that may be blank; `null` if there is none. */
export function fieldThatMayBeBlank(alias: unknown): 'nickname' | 'alias' | null {
  if (typeof alias !== 'object' || alias === null || !('field' in alias)) return null;
  return alias.field === 'nickname' || alias.field === 'alias' ? alias.field : null;
}

/** The name that messaging transcripts show for a rep; `null` for the rep's own name. */
export function mergeAgentAlias(alias: AgentAlias | null, rep: AliasFields): string | null {
  if (alias === null) return null;
  if (alias.kind === 'text') return alias.text.trim();
  const merged = rep[alias.field]?.trim() ?? '';
  return merged === '' ? fallbackOf(alias.fallback, rep) : merged;
}

function fallbackOf(fallback: AliasFallback | undefined, { firstName }: AliasFields): string | null {
  switch (fallback?.kind) {
    case 'firstName':
      return firstName.trim();
    case 'text':
      return fallback.text.trim();
    case 'ownName':
    case undefined:
      return null;
  }
}
