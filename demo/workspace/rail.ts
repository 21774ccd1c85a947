import { button, element, setAttributes, setText } from '../dom.ts';
import { icon, type Icon } from '../icons.ts';
import { themeSwitch } from '../theme.ts';
import { repMenu } from './rep-menu.ts';
import { setupAddress, type Rep } from './reps.ts';
import { words } from './words/words.ts';

/** The views of the workspace, in order. A narrow page shows one at a time. */
export const views = ['records', 'panel', 'try-it'] as const;
export type View = (typeof views)[number];

export interface RailHost {
  readonly view: View;
  readonly isTryItOpen: boolean;
  readonly recordCount: number;
  show(view: View): void;
  toggleTryIt(): void;
}

/** At the side of a wide page, at the bottom of a narrow one. */
export class Rail {
  readonly #host: RailHost;
  readonly #views: readonly HTMLButtonElement[];
  readonly #tryIt: HTMLButtonElement;
  readonly #count = element('span', { class: 'count' });

  constructor(rail: HTMLElement, host: RailHost, rep: Rep) {
    this.#host = host;
    const looks = { records: 'inbox', panel: 'panel', 'try-it': 'flask' } as const;
    const labels = { records: words.records, panel: words.panel, 'try-it': words.tryIt };
    this.#views = views.map((view) =>
      viewButton(looks[view], labels[view], 'narrow-only', () => host.show(view)),
    );
    this.#views[0]?.append(this.#count);
    this.#tryIt = viewButton('flask', labels['try-it'], 'wide-only', () => host.toggleTryIt());
    this.#tryIt.setAttribute('aria-controls', 'try-it');
    const gap = element('span', { class: 'gap' });
    rail.append(
      icon('mark'),
      ...this.#views,
      this.#tryIt,
      gap,
      setupLink(),
      themeSwitch(words.darkTheme),
      ...repMenu(rep),
    );
    this.draw();
  }

  draw(): void {
    const { view, isTryItOpen, recordCount } = this.#host;
    for (const [index, one] of this.#views.entries())
      setAttributes(one, { 'aria-pressed': String(views[index] === view) });
    setAttributes(this.#tryIt, { 'aria-expanded': String(isTryItOpen) });
    setText(this.#count, recordCount === 0 ? '' : String(recordCount));
    this.#count.hidden = recordCount === 0;
  }

  focusTryIt(): void {
    this.#tryIt.focus();
  }
}

/** The rail while no one is signed in. */
export function emptyRail(rail: HTMLElement): void {
  rail.append(icon('mark'), element('span', { class: 'gap' }), themeSwitch(words.darkTheme));
}

/** The administrator's page. A narrow page has it in the menu. */
function setupLink(): HTMLAnchorElement {
  return element(
    'a',
    { class: 'rail-button labelled wide-only', href: setupAddress() },
    icon('sliders'),
    element('span', {}, words.setup),
  );
}

function viewButton(name: Icon, label: string, when: string, onClick: () => void): HTMLButtonElement {
  return button({ class: `rail-button labelled ${when}` }, onClick, icon(name), element('span', {}, label));
}
