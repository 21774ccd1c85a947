import type { EffectiveConfiguration } from '../domain/configuration/effective-configuration.ts';
import { moveBetween, type ConfigurationMove } from '../domain/configuration/explain-effective.ts';
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
  /** The latest move of the rep to another presence configuration that this panel saw, or learnt of at its start. */
  readonly moved: ConfigurationMove | null;
}

const nothing: ConfigurationState = {
  effective: null,
  version: null,
  cached: false,
  asOf: null,
  problem: null,
  moved: null,
};

/** What holds for this rep. */
export class ConfigurationStore extends Store<ConfigurationState> {
  constructor() {
    super(nothing);
  }

  take(effective: EffectiveConfiguration, version: string | null, asOf: Instant, cached: boolean): void {
    const moved = moveBetween(this.state.effective, effective) ?? this.state.moved;
    this.replace({ effective, version, asOf, cached, problem: null, moved });
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
    this.replace(nothing);
  }
}
