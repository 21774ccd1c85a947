import * as v from 'valibot';
import { MAX_SERVER_MESSAGE_SIZE, serverMessageSchema, type ServerMessage } from './messages.ts';
import { salvage } from './salvaging.ts';

/** A frame from the server, as this panel understands it. */
export type Received =
  /** `problem`: what is wrong with the parts that were left out; `null` if there are none. */
  | { readonly kind: 'message'; readonly message: ServerMessage; readonly problem: string | null }
  /** From a newer server: harmless. If it carries a revision, that one is used up. */
  | { readonly kind: 'unknown'; readonly revision: number | null }
  /** Its information is lost. `isState`: it was to be the rep's whole state. */
  | { readonly kind: 'malformed'; readonly problem: string; readonly isState: boolean };

const typedSchema = v.looseObject({ type: v.string(), revision: v.optional(v.unknown()) });
const schemas = new Map(
  serverMessageSchema.options.map((schema): [string, v.GenericSchema<unknown, ServerMessage>] => [
    schema.entries.type.literal,
    schema,
  ]),
);

/** Parses one frame. Never throws. */
export function receive(data: unknown): Received {
  if (typeof data !== 'string') return malformed('a message that is not text.');
  if (data.length > MAX_SERVER_MESSAGE_SIZE) return malformed(`a message of ${data.length} characters.`);
  let parsed: unknown;
  try {
    parsed = JSON.parse(data);
  } catch {
    return malformed('a message that is not JSON.');
  }
  const typed = v.safeParse(typedSchema, parsed);
  if (!typed.success) return malformed('a message without a type.');
  const { type, revision } = typed.output;
  const schema = schemas.get(type);
  if (!schema) return { kind: 'unknown', revision: typeof revision === 'number' ? revision : null };
  const { output, faults } = salvage(schema, parsed);
  const [first = '', ...others] = faults;
  const where = others.length === 0 ? first : `${first} and ${others.length} other places`;
  if (!output)
    return malformed(
      `a ${type} that breaks the schema at ${where}.`,
      type === 'welcome' || type === 'snapshot',
    );
  const problem = first && `${SENT}a ${type} that breaks the schema at ${where}; the rest is used.`;
  return { kind: 'message', message: output, problem: problem || null };
}

const SENT = 'The server sent ';
const malformed = (what: string, isState = false): Received => ({
  kind: 'malformed',
  problem: SENT + what,
  isState,
});
