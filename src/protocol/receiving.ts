import * as v from 'valibot';
import { MAX_SERVER_MESSAGE_SIZE, serverMessageSchema, type ServerMessage } from './messages.ts';

/** A frame from the server, as this panel understands it. */
export type Received =
  | { readonly kind: 'message'; readonly message: ServerMessage }
  /** From a newer server: harmless. If it carries a revision, that one is used up. */
  | { readonly kind: 'unknown'; readonly revision: number | null }
  /** Malformed: its information is lost. */
  | { readonly kind: 'malformed'; readonly detail: string };

const typedSchema = v.looseObject({ type: v.string(), revision: v.optional(v.unknown()) });
const knownTypes: ReadonlySet<string> = new Set(
  serverMessageSchema.options.map(({ entries }) => entries.type.literal),
);

/** Parses one frame. Never throws. */
export function receive(data: unknown): Received {
  if (typeof data !== 'string') return malformed('The server sent a message that is not text.');
  if (data.length > MAX_SERVER_MESSAGE_SIZE)
    return malformed(`The server sent a message of ${data.length} characters.`);
  let parsed: unknown;
  try {
    parsed = JSON.parse(data);
  } catch {
    return malformed('The server sent a message that is not JSON.');
  }
  const typed = v.safeParse(typedSchema, parsed);
  if (!typed.success) return malformed('The server sent a message without a type.');
  const { type, revision } = typed.output;
  if (!knownTypes.has(type))
    return { kind: 'unknown', revision: typeof revision === 'number' ? revision : null };
  const message = v.safeParse(serverMessageSchema, parsed);
  if (message.success) return { kind: 'message', message: message.output };
  const where =
    message.issues.map((issue) => v.getDotPath(issue)).find((path) => path !== null) ?? 'its whole';
  return malformed(`The server sent a ${type} that breaks the schema at ${where}.`);
}

const malformed = (detail: string): Received => ({ kind: 'malformed', detail });
