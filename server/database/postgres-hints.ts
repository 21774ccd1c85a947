import pg from 'pg';

/** Milliseconds until a listening connection that broke is opened again. Polls find what is missed meanwhile. */
const PAUSE = 1_000;

/**
 * Listens on a connection of its own, opened again whenever it breaks. Resolves once it listens, or has failed to for
 * the first time; the returned function ends it.
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
    // Ending a connection that is broken already may fail; nothing is left to end then.
    await client?.end().catch(() => undefined);
  };
}
