import { HttpResponse } from 'msw';
import type { Violation } from '../../../src/domain/violations.ts';

/** A problem document, as the real server writes it. */
export function problem(status: number, detail: string, members: object = {}): Response {
  return HttpResponse.json(
    { type: 'about:blank', title: `Status ${status}`, status, detail, ...members },
    { status, headers: { 'content-type': 'application/problem+json' } },
  );
}

export const invalid = (errors: readonly Violation[]): Response =>
  problem(422, 'The record breaks some rules.', { errors });

/** An answer with the version of what it holds. */
export function versioned(body: object, version: number, status = 200): Response {
  return HttpResponse.json(body as never, { status, headers: { etag: `"${version}"` } });
}

/** A page of the rows whose name contains the search text. */
export function page(
  rows: readonly { readonly name?: string; readonly label?: string }[],
  request: Request,
): Response {
  const { searchParams } = new URL(request.url);
  const wanted = (searchParams.get('search') ?? '').toLowerCase();
  const found = rows.filter(({ name, label }) => (name ?? label ?? '').toLowerCase().includes(wanted));
  const from = Number(searchParams.get('cursor') ?? 0);
  const to = from + Number(searchParams.get('limit') ?? 50);
  return HttpResponse.json({
    items: found.slice(from, to),
    next: to < found.length ? String(to) : null,
    total: found.length,
  } as never);
}
