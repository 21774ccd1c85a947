import { isRecord, type Place } from '../../../src/setup/setup.ts';
import type { PlaceChangedEvent } from './place-changed-event.ts';

/** The part of Setup that deals with places. */
interface Host extends EventTarget {
  /** Goes to a place; resolves to `false` if the user stays where they are. */
  goTo(place: Place): Promise<boolean>;
}

/** The key of the step number in an entry's history state. */
const STEP_KEY = 'omniSetupStep';

/** `#presence-configurations/billing`. */
const fragmentOf = ({ page, record }: Place): string => `#${page}${record === null ? '' : `/${record}`}`;

/** The place that a fragment refers to; `null` if it is not one of Setup's. */
function placeIn(fragment: string, pages: readonly Place['page'][]): Place | null {
  const [name = '', record = null, ...more] = fragment.replace(/^#/, '').split('/');
  const page = pages.find((one) => one === name);
  if (page === undefined || more.length > 0 || (record !== null && !isRecord(record))) return null;
  return { page, record };
}

/**
 * Mirrors Setup's place in the URL fragment, so that reload, back, forward and links work. If a user goes back and
 * then stays because of unsaved changes, the history is moved back too; its entries are numbered for that purpose.
 */
export class Address {
  readonly #host: Host;
  readonly #pages: readonly Place['page'][];
  #home: Place;
  #step = 0;
  #shown = '';
  /** The position of the history that Setup has not followed yet. */
  #ahead: { readonly fragment: string; readonly step: number } | null = null;
  #listening: AbortController | null = null;

  constructor(host: Host, pages: readonly Place['page'][]) {
    this.#host = host;
    this.#pages = pages;
    this.#home = { page: 'presence-configurations', record: null };
  }

  /** Starts at the place in the URL, or else at this one. */
  start(home: Place): Place {
    this.stop();
    this.#home = home;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.#shown = location.hash;
    this.#step = numberIn(history.state) ?? 0;
    this.#write('replaceState', location.hash);
    window.addEventListener('popstate', () => void this.#follow(), { signal });
    this.#host.addEventListener(
      'omni-place-changed',
      (event) => this.#onPlaceChanged(event as PlaceChangedEvent),
      {
        signal,
      },
    );
    return placeIn(location.hash, this.#pages) ?? home;
  }

  stop(): void {
    this.#listening?.abort();
    this.#listening = null;
    this.#ahead = null;
  }

  #onPlaceChanged({ page, record, isSameStep }: PlaceChangedEvent): void {
    const fragment = fragmentOf({ page, record });
    if (this.#ahead && this.#names(this.#ahead.fragment, fragment)) return this.#arrive(this.#ahead);
    if (this.#names(this.#shown, fragment)) return;
    if (!isSameStep) this.#step += 1;
    this.#shown = fragment;
    this.#write(isSameStep ? 'replaceState' : 'pushState', fragment);
  }

  /** The user went back or forward, edited the URL, or followed a link. */
  async #follow(): Promise<void> {
    const fragment = location.hash;
    const known = numberIn(history.state);
    const step = known ?? this.#step + 1;
    const place = this.#placeIn(fragment);
    if (!place) return;
    const ahead = (this.#ahead = { fragment, step });
    if (known === null) this.#write('replaceState', fragment, step);
    if (fragment === this.#shown) return this.#arrive(ahead);
    const went = await this.#host.goTo(place);
    // The history moved on meanwhile, and is handled by another call.
    if (this.#ahead !== ahead) return;
    if (went) return this.#arrive(ahead);
    this.#ahead = null;
    if (step !== this.#step) history.go(this.#step - step);
  }

  #arrive({ fragment, step }: { readonly fragment: string; readonly step: number }): void {
    this.#ahead = null;
    this.#step = step;
    this.#shown = fragment;
  }

  /** A URL without a fragment stands for the initial place. */
  #placeIn(fragment: string): Place | null {
    return fragment === '' ? this.#home : placeIn(fragment, this.#pages);
  }

  /** Whether a URL refers to the place with this fragment. */
  #names(address: string, fragment: string): boolean {
    const place = this.#placeIn(address);
    return place !== null && fragmentOf(place) === fragment;
  }

  #write(how: 'pushState' | 'replaceState', fragment: string, step = this.#step): void {
    const state: unknown = history.state;
    const kept = typeof state === 'object' && how === 'replaceState' ? state : {};
    const [address = ''] = location.href.split('#');
    history[how]({ ...kept, [STEP_KEY]: step }, '', address + fragment);
  }
}

function numberIn(state: unknown): number | null {
  const number = typeof state === 'object' && state !== null && STEP_KEY in state ? state[STEP_KEY] : null;
  return typeof number === 'number' ? number : null;
}
