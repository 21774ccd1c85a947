import {
  effectiveConfigurationSchema,
  type EffectiveConfiguration,
} from '../../domain/configuration/effective-configuration.ts';
import type { Clock, Milliseconds, Timers } from '../../domain/time.ts';
import type { Id } from '../../domain/values.ts';
import { check } from '../../domain/violations.ts';
import { problemOf, type Http } from '../../platform/network/http.ts';
import type { ConfigurationStore } from '../../stores/configuration.ts';
import type { CachedConfiguration } from '../../domain/configuration/cached-configuration.ts';
import type { ConfigurationCache } from './configuration-cache.ts';

/** The delay before a retry after a failed request. */
const RETRY_DELAY: Milliseconds = 5000;

interface Dependencies {
  readonly configuration: ConfigurationStore;
  readonly cache: Pick<ConfigurationCache, 'read' | 'keep'>;
  readonly http: Http;
  readonly clock: Clock & { readonly isMeasured: boolean };
  readonly timers: Timers;
  readonly repId: () => Id;
  /** Whether an automatic retry makes sense. */
  readonly isConnected: () => boolean;
  /** Reports to the host why a response was rejected. */
  readonly problem: (detail: string) => void;
  readonly anotherRep: (repId: Id) => void;
}

/**
 * Keeps the effective configuration in step with the server. A response is applied as a whole or not at all. Until
 * there is one, the cached configuration applies.
 */
export class ConfigurationSync {
  readonly #deps: Dependencies;
  #starting: object | null = null;
  #reading = Promise.resolve();
  #wanted: string | null = null;
  #asking: AbortController | null = null;
  #cancelRetry: (() => void) | null = null;

  constructor(deps: Dependencies) {
    this.#deps = deps;
  }

  /** Starts from the cached configuration. */
  start(): void {
    this.#reading = this.#readKept();
  }

  async #readKept(): Promise<void> {
    const { configuration, cache } = this.#deps;
    const starting = (this.#starting = {});
    const take = (kept: CachedConfiguration) => {
      // Meanwhile the server may have responded, or another rep may have signed in.
      if (this.#starting !== starting || configuration.state.effective) return;
      configuration.take(kept.effective, kept.version, kept.asOf, true);
    };
    const kept = await cache.read(take);
    if (kept) take(kept);
  }

  /** The server reports that this is now the current version. */
  want(version: string): void {
    if (version === this.#wanted && (this.#asking || this.#cancelRetry)) return;
    this.#wanted = version;
    const { state } = this.#deps.configuration;
    // A cached configuration is revalidated once by its entity tag: only the server can confirm that it is current.
    if (version !== state.version || state.cached) this.refresh();
    else this.#confirm();
  }

  /** Asks the server now; the response to an earlier request is ignored. */
  refresh(): void {
    this.#giveUp();
    const asking = new AbortController();
    this.#asking = asking;
    this.#ask(asking.signal)
      .catch((error: unknown) => {
        if (asking.signal.aborted) return;
        this.#refuse(error instanceof Error ? error.message : 'There was no answer.');
        this.#tryLater();
      })
      .finally(() => {
        if (this.#asking === asking) this.#asking = null;
      });
  }

  stop(): void {
    this.#starting = null;
    this.#giveUp();
  }

  #giveUp(): void {
    this.#asking?.abort();
    this.#asking = null;
    this.#cancelRetry?.();
    this.#cancelRetry = null;
  }

  async #ask(signal: AbortSignal): Promise<void> {
    const { configuration, http } = this.#deps;
    // Its entity tag is needed.
    await this.#reading;
    const { version, effective } = configuration.state;
    const headers = version !== null && effective ? { 'if-none-match': quoted(version) } : {};
    const answer = await http.get('v1/presence-configuration', { headers, signal, cache: 'no-store' });
    if (answer.status === 304) return signal.aborted ? undefined : this.#confirm();
    if (!answer.ok) throw new Error(await problemOf(answer));
    const body: unknown = await answer.json();
    if (signal.aborted) return;
    this.#take(body, unquoted(answer.headers.get('etag')) ?? this.#wanted);
  }

  #take(body: unknown, version: string | null): void {
    const checked = check(effectiveConfigurationSchema, body);
    if (!checked.ok) {
      const broken = checked.violations.map(({ pointer, detail }) => `${pointer}: ${detail}`).slice(0, 3);
      return this.#refuse(`The presence configuration breaks the schema. ${broken.join(' ')}`);
    }
    const effective: EffectiveConfiguration = checked.value;
    if (effective.rep.id !== this.#deps.repId()) return this.#deps.anotherRep(effective.rep.id);
    this.#deps.configuration.take(effective, version, this.#deps.clock.now(), false);
    this.#keep();
  }

  /** The server confirmed that the configuration here is current (304). */
  #confirm(): void {
    this.#deps.configuration.revalidated(this.#deps.clock.now());
    this.#keep();
  }

  #keep(): void {
    const { effective, version, asOf } = this.#deps.configuration.state;
    // If a wrong local clock dated it into the future, no newer one could ever replace it.
    if (!this.#deps.clock.isMeasured) return;
    if (effective && asOf !== null) void this.#deps.cache.keep({ effective, version, asOf });
  }

  #refuse(detail: string): void {
    this.#deps.configuration.refuse(detail);
    this.#deps.problem(detail);
  }

  #tryLater(): void {
    this.#cancelRetry = this.#deps.timers.after(RETRY_DELAY, () => {
      this.#cancelRetry = null;
      // While not connected, the next `welcome` triggers a request.
      if (this.#deps.isConnected()) this.refresh();
    });
  }
}

const quoted = (tag: string): string => `"${tag}"`;
/** An entity tag without its quotes, and without the weak prefix that a proxy may have added. */
const unquoted = (tag: string | null): string | null => tag?.replace(/^(W\/)?"(.*)"$/, '$2') ?? null;
