import type { Context } from 'hono';
import { parseBody, type BodyData } from 'hono/utils/body';
import { ProblemError } from '../problem.ts';

/**
 * Reads the body of a request, at most `most` bytes of it. A larger one gets a 413 problem with this sentence as soon
 * as that is known, whether or not its length was declared.
 */
export async function readBody(
  context: Context,
  most: number,
  sentence: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = () => new ProblemError({ status: 413, detail: sentence });
  if (Number(context.req.header('Content-Length') ?? 0) > most) throw tooLarge();
  const parts: Uint8Array[] = [];
  let length = 0;
  // The rest of a body that is too large is not read: canceling its stream would close the connection before the
  // response.
  const body: ReadableStream<Uint8Array> | null = context.req.raw.body;
  for await (const part of body?.values({ preventCancel: true }) ?? []) {
    length += part.length;
    if (length > most) throw tooLarge();
    parts.push(part);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The fields of a `multipart/form-data` body, a list if one is repeated; a 400 problem for any other body. */
export async function formFields(
  context: Context,
  body: Uint8Array<ArrayBuffer>,
): Promise<BodyData<{ all: true }>> {
  const type = context.req.header('Content-Type') ?? '';
  if (!/^multipart\/form-data\s*;/i.test(type)) throw malformed('The body is not multipart/form-data.');
  const request = new Request('http://body.invalid', {
    method: 'POST',
    headers: { 'Content-Type': type },
    body,
  });
  try {
    return await parseBody(request, { all: true });
  } catch {
    // The parser's own message is not meant for people.
    throw malformed('The body is not well-formed multipart/form-data.');
  }
}

function malformed(detail: string): ProblemError {
  return new ProblemError({ status: 400, detail });
}
