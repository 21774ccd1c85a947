import pg from 'pg';

/** Milliseconds until a broken listening connection is reopened. Polls cover hints missed in between. */
const PAUSE = 1_000;

/**
 * Listens on a separate connection, which is reopened whenever it breaks. Resolves once it is listening or has failed
 * for the first time; the returned function stops it.
 */
export async function listenForHints(
  url: string,
  channel: string,
  listener: (payload: string) => void,
): Promise<() => Promise<void>> {
  let ended = false;
  let client: pg.Client | null = null;
  let pause: NodeJS.Timeout | undefined;

  async function open(): Promise<void> {
    const mine = new pg.Client({ connectionString: url, keepAlive: true });
    client = mine;
    let broken = false;
    const reopen = () => {
      if (broken || ended) return;
      broken = true;
      pause = setTimeout(() => void open(), PAUSE);
      pause.unref();
    };
    mine.on('error', reopen);
    mine.on('end', reopen);
    mine.on('notification', ({ payload }) => listener(payload ?? ''));
    try {
      await mine.connect();
      await mine.query(`listen ${channel}`);
    } catch {
      reopen();
    }
  }

  await open();
  return async () => {
    ended = true;
    clearTimeout(pause);
    // Ending a broken connection may fail; then there is nothing left to end.
    await client?.end().catch(() => undefined);
  };
}
