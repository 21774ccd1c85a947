/** The maximum number of attempts in total. */
const ATTEMPTS = 8;

/** The SQLSTATEs of conflicts with another transaction: serialization failure, deadlock. */
const REFUSED_FOR_ANOTHER = new Set(['40001', '40P01']);

/** Thrown in a transaction to retry it, because the data changed before it had its locks. */
export class RetryTransaction extends Error {
  override readonly name = 'RetryTransaction';
}

/** The SQLSTATE of a database error, which may be wrapped. */
export function sqlState(error: unknown): string | null {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') return at.code;
  }
  return null;
}

/** Retries `attempt` after conflicts with other transactions, a limited number of times. */
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
