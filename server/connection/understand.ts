import * as v from 'valibot';
import { uuidSchema } from '../../src/domain/values.ts';
import { check } from '../../src/domain/violations.ts';
import { panelMessageSchema, type PanelMessage } from '../../src/protocol/messages.ts';

/** A panel's message, or one sentence about why it is invalid, with the id of the command that it may have been. */
export type Understood =
  | { readonly ok: true; readonly message: PanelMessage }
  | { readonly ok: false; readonly detail: string; readonly id: string | null };

const knownTypes = new Set<string>(panelMessageSchema.options.map(({ entries }) => entries.type.literal));
const outlineSchema = v.object({ type: v.string(), id: v.optional(v.unknown()) });

/** Parses a panel's message. */
export function understand(data: string): Understood {
  let input: unknown;
  try {
    input = JSON.parse(data);
  } catch {
    return { ok: false, detail: 'The message is not JSON.', id: null };
  }
  const checked = check(panelMessageSchema, input);
  if (checked.ok) return { ok: true, message: checked.value };

  const outline = v.safeParse(outlineSchema, input);
  if (!outline.success) return { ok: false, detail: 'The message is not an object with a type.', id: null };
  const { type, id } = outline.output;
  const broken = checked.violations.map(({ pointer, detail }) => `${pointer}: ${detail}`).join(' ');
  return {
    ok: false,
    detail: knownTypes.has(type)
      ? `The message ${type} breaks a rule. ${broken}`.slice(0, 500)
      : `There is no message ${JSON.stringify(type.slice(0, 40))}.`,
    id: v.is(uuidSchema, id) ? id : null,
  };
}
