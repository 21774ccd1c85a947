import type { ReactiveElement } from 'lit';
import { ProblemEvent } from '../../../src/events/facts.ts';

type Panel = ReactiveElement & { readonly rep: string; readonly apiAddress: string };

/** Looks after what the host sets: a property that is nothing gets its default, and a missing one is reported. */
export class HostProperties {
  readonly #panel: Panel;
  readonly #dispatch: (event: ProblemEvent) => void;
  readonly #defaults = new Map<PropertyKey, unknown>();
  readonly #reported = new Set<string>();

  constructor(panel: Panel, dispatch: (event: ProblemEvent) => void) {
    this.#panel = panel;
    this.#dispatch = dispatch;
  }

  /** To be called before the host can have set any. */
  rememberDefaults(): void {
    const { elementProperties } = this.#panel.constructor as typeof ReactiveElement;
    for (const name of elementProperties.keys())
      if (!this.#defaults.has(name)) {
        const value: unknown = Reflect.get(this.#panel, name);
        if (value !== undefined) this.#defaults.set(name, value);
      }
  }

  /**
   * Gives every property that was set to `null` or `undefined` its default: frameworks set what they do not know yet, in
   * any order and at any time, and that must never stop the panel.
   */
  replaceNothing(): void {
    const panel = this.#panel;
    for (const [name, value] of this.#defaults)
      if ((Reflect.get(panel, name) ?? null) === null) Reflect.set(panel, name, value);
  }

  /** Reports, once for each, properties without which the panel does not work as meant. */
  reportMissing(): void {
    const { rep, apiAddress } = this.#panel;
    this.#missing('rep', rep, 'it does not connect until the host sets one.');
    this.#missing('api-address', apiAddress, 'it looks for the server below the address of the page.');
  }

  #missing(name: string, value: string, means: string): void {
    if (value !== '' || this.#reported.has(name)) return;
    this.#reported.add(name);
    this.#dispatch(new ProblemEvent('property', `The panel has no ${name}: ${means}`));
  }
}
