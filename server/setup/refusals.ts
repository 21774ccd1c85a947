import type { Stale, UsedBy } from '../../src/domain/setup/setup-api.ts';
import type { Violation } from '../../src/domain/violations.ts';
import { ProblemError } from '../problem.ts';
import type { Uses } from './uses.ts';

/** Setup's refusals, each as a problem with a sentence for the administrator. */

export function unknown(word: string): ProblemError {
  return new ProblemError({ status: 404, detail: `There is no such ${word}.` });
}

export function invalid(word: string, errors: readonly Violation[]): ProblemError {
  return new ProblemError({ status: 422, detail: `The ${word} breaks some rules.`, errors });
}

/** A change must name the version that it is based on. */
export function versionMissing(): ProblemError {
  return new ProblemError({
    status: 428,
    detail: 'If-Match is missing: send the ETag of what you change, so that nobody overwrites anybody.',
  });
}

export function stale(word: string, members: Stale): ProblemError {
  return new ProblemError({
    status: 412,
    detail: `Somebody has changed this ${word} meanwhile.`,
    members,
    headers: { ETag: members.version },
  });
}

/** The record cannot be changed: it is built in, or kept forever. */
export function notPossible(detail: string, members: { readonly usedBy?: UsedBy } = {}): ProblemError {
  return new ProblemError({ status: 409, detail, members });
}

const words: Readonly<Record<string, string>> = {
  'presence-configurations': 'the presence configuration',
  'service-channels': 'the service channel',
  'routing-configurations': 'the routing configuration',
  queues: 'the queue',
  flows: 'the flow',
  'presence-statuses': 'the presence status',
  users: 'the user',
  profiles: 'the profile',
  'work-items': 'the work item',
};

/** The sentence names the first few records that use it; `usedBy` names more. */
export function inUse(what: string, { usedBy, total }: Uses): ProblemError {
  const names = usedBy.map(({ kind, name }) => `${words[kind] ?? kind} ${name}`);
  return new ProblemError({
    status: 409,
    detail: `${what} is used by ${enumerated(names, total)}.`,
    members: { usedBy },
  });
}

/** "A, B and 3 more": the first few names of a total. */
export function enumerated(names: readonly string[], total: number): string {
  const few = names.slice(0, 5);
  const more = total - few.length;
  if (more > 0) few.push(`${more} more`);
  return [few.slice(0, -1).join(', '), ...few.slice(-1)].filter((part) => part !== '').join(' and ');
}
