import { databaseFolder } from '../../server/start-server.ts';
import type { DatabaseAddress } from '../../server/database/open-database.ts';
import { makeCrowd, tokensFor } from '../../test/server/crowd/crowd.ts';
import { ServerProcess } from '../../test/server/start/server-process.ts';
import { lineOf, type Line } from '../numbers.ts';
import { createAtRate, Crowd } from './load.ts';
import { processorTime, residentMegabytes } from './machine.ts';

/** Where server processes run: their data folder, their workspace and, if it is not in that folder, their database. */
export interface Site {
  readonly name: string;
  readonly data: string;
  readonly workspace: string;
  readonly url?: string;
  readonly processes: number;
  readonly databaseTime: () => Promise<number>;
}

/** Server processes of a site with a crowd of reps, connected and measured from this process. */
export class WholeServer {
  readonly #site: Site;
  readonly #who: string;
  #servers: ServerProcess[] = [];
  #addresses: string[] = [];
  #crowd!: Crowd;

  private constructor(site: Site, reps: number) {
    this.#site = site;
    this.#who = `${site.name}, ${reps.toLocaleString('en')} reps`;
  }

  static async open(site: Site, reps: number): Promise<WholeServer> {
    const server = new WholeServer(site, reps);
    const address: DatabaseAddress =
      site.url === undefined ? { folder: databaseFolder(site.data) } : { url: site.url };
    const ids = await makeCrowd(address, reps);
    const token = await tokensFor(site.data);
    server.#servers = Array.from({ length: site.processes }, () => server.#start());
    for (const process of server.#servers) server.#addresses.push((await process.ready()).address);
    server.#crowd = await Crowd.of(ids, server.#addresses, (id) => token(id, 'omni-channel'));
    return server;
  }

  #start(port = 0): ServerProcess {
    const { data, workspace, url } = this.#site;
    return new ServerProcess('scripts/start.ts', {
      OMNI_DATA: data,
      OMNI_WORKSPACE: workspace,
      PORT: String(port),
      ...(url !== undefined && { DATABASE_URL: url }),
    });
  }

  /** Connects everybody at once. */
  async connect(): Promise<Line[]> {
    const begun = performance.now();
    const share = await this.#crowd.connect();
    return [
      lineOf('connected', this.#who, [share * 100], '%', '100 %'),
      lineOf('until the last of them was', this.#who, [(performance.now() - begun) / 1000], 's'),
    ];
  }

  /** Lets everybody be idle for some seconds. */
  async idle(seconds: number): Promise<Line[]> {
    const before = await this.#processor();
    const attempts = this.#attempts();
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    const used = ((await this.#processor()) - before) / seconds / 10;
    const memory = await Promise.all(this.#servers.map(({ child }) => residentMegabytes(child.pid)));
    return [
      lineOf('processor of an idle server', this.#who, [used], '% of a core'),
      lineOf('memory of the server', this.#who, [memory.reduce((sum, one) => sum + one, 0)], 'MB'),
      lineOf('sockets that were lost', this.#who, [this.#attempts() - attempts], '', '0'),
    ];
  }

  /** Makes everybody available and creates items at these rates, one after the other. */
  async work(rates: readonly number[], seconds: number): Promise<Line[]> {
    const lines: Line[] = [];
    const available = await this.#crowd.become('available');
    lines.push(lineOf('reps who became available', this.#who, [available * 100], '%', '100 %'));
    this.#crowd.answers = true;
    const token = await (await tokensFor(this.#site.data))('work-source', 'work-source');
    for (const rate of rates) {
      const who = `${this.#who}, ${String(rate)} a second`;
      const closedBefore = this.#crowd.closed;
      const [server, database] = [await this.#processor(), await this.#site.databaseTime()];
      const name = `rate-${String(rate)}`;
      const result = await createAtRate(this.#crowd, this.#addresses, token, { rate, seconds, name });
      const closed = this.#crowd.closed - closedBefore;
      if (result.failures.length > 0)
        console.warn(`${result.failures.length} items were not created:`, result.failures[0]);
      const wanted = rate * seconds;
      lines.push(
        lineOf('items through their whole life', who, [(closed / wanted) * 100], '%', '100 %'),
        lineOf('lives', who, [closed / result.seconds], 'a second', String(rate)),
        lineOf('created: answered over HTTP', who, result.created, 'ms'),
        lineOf('created to request on the socket', who, result.offered, 'ms', 'p95 100 ms at the lower rate'),
        lineOf(
          'processor of the server, an item',
          who,
          [((await this.#processor()) - server) / closed],
          'ms',
        ),
        lineOf(
          'processor of the database, an item',
          who,
          [((await this.#site.databaseTime()) - database) / closed],
          'ms',
        ),
      );
    }
    return lines;
  }

  /** Kills the processes and starts them again. */
  async storm(): Promise<Line[]> {
    await Promise.all(this.#servers.map((server) => server.kill()));
    await this.#crowd.share(({ isConnected }) => !isConnected);
    this.#servers = this.#addresses.map((address) => this.#start(Number(new URL(address).port)));
    for (const server of this.#servers) await server.ready();
    const ready = performance.now();
    const share = await this.#crowd.share(({ isConnected }) => isConnected);
    const who = `${this.#who}, server killed and started again`;
    return [
      lineOf('back', who, [share * 100], '%', '100 %'),
      lineOf('until the last of them was', who, [(performance.now() - ready) / 1000], 's', '30 s'),
    ];
  }

  /** Stops the processes as an operator does. */
  async stop(): Promise<Line[]> {
    const begun = performance.now();
    await Promise.all(this.#servers.map((server) => server.kill('SIGTERM')));
    const took = performance.now() - begun;
    this.#crowd.leave();
    const errors = this.#servers.flatMap(({ stdout, stderr }) =>
      `${stdout}\n${stderr}`.split('\n').filter((line) => line.includes('"level":"error"')),
    );
    if (errors.length > 0) console.warn(errors.slice(0, 3).join('\n'));
    return [
      lineOf('stopping', this.#who, [took / 1000], 's'),
      lineOf('errors in the log', this.#who, [errors.length], '', '0'),
    ];
  }

  async kill(): Promise<void> {
    this.#crowd.leave();
    await Promise.all(this.#servers.map((server) => server.kill()));
  }

  async #processor(): Promise<number> {
    const times = await Promise.all(this.#servers.map(({ child }) => processorTime(child.pid)));
    return times.reduce((sum, time) => sum + time, 0);
  }

  #attempts(): number {
    return this.#crowd.members.reduce((total, { attempts }) => total + attempts, 0);
  }
}
