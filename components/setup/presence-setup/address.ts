import { isRecord, type Place } from '../../../src/setup/setup.ts';
import type { PlaceChangedEvent } from './place-changed-event.ts';

/** Setup, as far as its places have addresses. */
interface Host extends EventTarget {
  /** Goes there; `false` (by the promise): the person stays where they are. */
  goTo(place: Place): Promise<boolean>;
}

/** Under which name an entry of the history has its number. */
const NUMBER = 'omniSetupStep';

/** `#presence-configurations/billing`. */
const fragmentOf = ({ page, record }: Place): string => `#${page}${record === null ? '' : `/${record}`}`;

/** The place that a fragment names; `null`: it is none of Setup's. */
function placeIn(fragment: string, pages: readonly Place['page'][]): Place | null {
  const [name = '', record = null, ...more] = fragment.replace(/^#/, '').split('/');
  const page = pages.find((one) => one === name);
  if (page === undefined || more.length > 0 || (record !== null && !isRecord(record))) return null;
  return { page, record };
}

/**
 * Keeps the place of Setup in the fragment of the page's address, so that reload, back and forward and links work. Where
 * somebody goes back and then stays with what is unsaved, the history is put back too: that is why its entries are numbered.
 */
export class Address {
  readonly #host: Host;
  readonly #pages: readonly Place['page'][];
  #home: Place;
  #step = 0;
  #shown = '';
  /** Where the history has gone already, while Setup has not followed yet. */
  #ahead: { readonly fragment: string; readonly step: number } | null = null;
  #listening: AbortController | null = null;

  constructor(host: Host, pages: readonly Place['page'][]) {
    this.#host = host;
    this.#pages = pages;
    this.#home = { page: 'presence-configurations', record: null };
  }

  /** Begins at the place that the address names; otherwise at this one. */
  start(home: Place): Place {
    this.stop();
    this.#home = home;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.#shown = location.hash;
    this.#step = numberIn(history.state) ?? 0;
    this.#write('replaceState', location.hash);
    window.addEventListener('popstate', () => void this.#follow(), { signal });
    this.#host.addEventListener('omni-place-changed', (event) => this.#told(event as PlaceChangedEvent), {
      signal,
    });
    return placeIn(location.hash, this.#pages) ?? home;
  }

  stop(): void {
    this.#listening?.abort();
    this.#listening = null;
    this.#ahead = null;
  }

  #told({ page, record, isSameStep }: PlaceChangedEvent): void {
    const fragment = fragmentOf({ page, record });
    if (this.#ahead && this.#names(this.#ahead.fragment, fragment)) return this.#arrive(this.#ahead);
    if (this.#names(this.#shown, fragment)) return;
    if (!isSameStep) this.#step += 1;
    this.#shown = fragment;
    this.#write(isSameStep ? 'replaceState' : 'pushState', fragment);
  }

  /** The history went somewhere, or somebody wrote an address or followed a link. */
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
    // Meanwhile the history went on: that is another question.
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

  /** An address without a fragment is where it began. */
  #placeIn(fragment: string): Place | null {
    return fragment === '' ? this.#home : placeIn(fragment, this.#pages);
  }

  /** Whether an address names the place that has this fragment. */
  #names(address: string, fragment: string): boolean {
    const place = this.#placeIn(address);
    return place !== null && fragmentOf(place) === fragment;
  }

  #write(how: 'pushState' | 'replaceState', fragment: string, step = this.#step): void {
    const state: unknown = history.state;
    const kept = typeof state === 'object' && how === 'replaceState' ? state : {};
    const [address = ''] = location.href.split('#');
    history[how]({ ...kept, [NUMBER]: step }, '', address + fragment);
  }
}

function numberIn(state: unknown): number | null {
  const number = typeof state === 'object' && state !== null && NUMBER in state ? state[NUMBER] : null;
  return typeof number === 'number' ? number : null;
}
