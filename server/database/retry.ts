/** How often a transaction is tried in all. */
const ATTEMPTS = 8;

/** What the database answers when it refused a transaction for another's sake: serialization failure, deadlock. */
const REFUSED_FOR_ANOTHER = new Set(['40001', '40P01']);

/** Thrown inside a transaction that found the world changed before it had its locks: it begins again. */
export class RetryTransaction extends Error {
  override readonly name = 'RetryTransaction';
}

/** The SQLSTATE of a database error, looked for behind what wraps it. */
export function sqlState(error: unknown): string | null {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') return at.code;
  }
  return null;
}

/** Runs `attempt` again while it is refused for another transaction's sake, a bounded number of times. */
export async function retrying<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await attempt();
    } catch (error) {
      const again = error instanceof RetryTransaction || REFUSED_FOR_ANOTHER.has(sqlState(error) ?? '');
      if (!again || tried === ATTEMPTS) throw error;
    }
  }
}
