import type { EffectiveConfiguration } from '../domain/configuration/effective-configuration.ts';
import { moveBetween, type ConfigurationMove } from '../domain/configuration/explaining/explain-effective.ts';
import type { Instant } from '../domain/time.ts';
import { Store } from './store.ts';

export interface ConfigurationState {
  /** The effective configuration; `null` until a valid one is known. */
  readonly effective: EffectiveConfiguration | null;
  /** Its entity tag. */
  readonly version: string | null;
  /** Whether it comes from this browser's cache and has not been revalidated. */
  readonly cached: boolean;
  /** When the server last confirmed it. */
  readonly asOf: Instant | null;
  /** Why the server's latest response was rejected; `null` if it was not. */
  readonly problem: string | null;
  /** The rep's latest move to another presence configuration that this panel observed, or found at its start. */
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

/** The rep's effective configuration. */
export class ConfigurationStore extends Store<ConfigurationState> {
  constructor() {
    super(nothing);
  }

  take(effective: EffectiveConfiguration, version: string | null, asOf: Instant, cached: boolean): void {
    const moved = moveBetween(this.state.effective, effective) ?? this.state.moved;
    this.replace({ effective, version, asOf, cached, problem: null, moved });
  }

  /** The server confirmed the present configuration. */
  revalidated(asOf: Instant): void {
    this.replace({ ...this.state, asOf, cached: false, problem: null });
  }

  /** A response was rejected as a whole; the last valid configuration stays. */
  refuse(problem: string): void {
    this.replace({ ...this.state, problem });
  }

  /** Clears everything: another rep, or signed out. */
  empty(): void {
    this.replace(nothing);
  }
}
