import type { EffectiveConfiguration } from '../domain/effective-configuration.ts';
import type { Instant } from '../domain/time.ts';
import { Store } from './store.ts';

export interface ConfigurationState {
  /** The effective configuration; `null` until there is a good one. */
  readonly effective: EffectiveConfiguration | null;
  /** Its entity tag. */
  readonly version: string | null;
  /** Whether it comes from this browser's cache and has not been revalidated. */
  readonly cached: boolean;
  /** When the server last said that it holds. */
  readonly asOf: Instant | null;
  /** Why the latest answer of the server was not taken; `null`: it was. */
  readonly problem: string | null;
}

/** What holds for this rep. */
export class ConfigurationStore extends Store<ConfigurationState> {
  constructor() {
    super({ effective: null, version: null, cached: false, asOf: null, problem: null });
  }

  take(effective: EffectiveConfiguration, version: string | null, asOf: Instant, cached: boolean): void {
    this.replace({ effective, version, asOf, cached, problem: null });
  }

  /** The server said that the configuration at hand still holds. */
  revalidated(asOf: Instant): void {
    this.replace({ ...this.state, asOf, cached: false, problem: null });
  }

  /** An answer was refused as a whole; the last good configuration stays. */
  refuse(problem: string): void {
    this.replace({ ...this.state, problem });
  }

  /** Forgets everything: another rep, or signed out. */
  empty(): void {
    this.replace({ effective: null, version: null, cached: false, asOf: null, problem: null });
  }
}
