/** The peers' APIs that the benchmarks use; the peers are a separate package and need not be installed. */
declare module 'music-metadata' {
  export function parseBuffer(
    bytes: Uint8Array,
    file: undefined,
    options: { readonly duration: boolean },
  ): Promise<{ readonly format: { readonly duration?: number; readonly numberOfChannels?: number } }>;
}
declare module 'pg-boss' {
  export class PgBoss {
    constructor(options: {
      readonly connectionString: string;
      readonly supervise: boolean;
      readonly schedule: boolean;
    });
    on(event: 'error', listener: (error: Error) => void): void;
    start(): Promise<unknown>;
    stop(options: { readonly graceful: boolean }): Promise<void>;
    createQueue(name: string): Promise<void>;
    send(name: string, data: object): Promise<string | null>;
    fetch(name: string): Promise<{ readonly id: string }[]>;
    complete(name: string, id: string): Promise<unknown>;
  }
}
declare module 'graphile-worker' {
  export function run(options: {
    readonly connectionString: string;
    readonly concurrency: number;
    readonly noHandleSignals: boolean;
    readonly logger: unknown;
    readonly taskList: Readonly<Record<string, () => void>>;
  }): Promise<{
    readonly events: { once(event: 'job:complete', listener: () => void): void };
    addJob(task: string, payload: object): Promise<unknown>;
    stop(): Promise<void>;
  }>;
  export const Logger: new (factory: () => () => void) => object;
}
