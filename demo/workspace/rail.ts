import { button, element, setAttributes, setText } from '../dom.ts';
import { icon, type Icon } from '../icons.ts';
import { themeSwitch } from '../theme.ts';
import { initials } from './customers.ts';
import { addressFor, reps, type Rep } from './reps.ts';

/** What a narrow page shows of the workspace, one at a time. A wide one shows records and panel together. */
export type View = 'records' | 'panel' | 'try-it';

export interface RailHost {
  readonly view: View;
  readonly isTryItOpen: boolean;
  readonly recordCount: number;
  show(view: View): void;
  toggleTryIt(): void;
}

/** At the side of a wide page, along the bottom of a narrow one. */
export class Rail {
  readonly #host: RailHost;
  readonly #records: HTMLButtonElement;
  readonly #panel: HTMLButtonElement;
  readonly #tryIt: HTMLButtonElement;
  readonly #count = element('span', { class: 'count' });

  constructor(rail: HTMLElement, host: RailHost, rep: Rep) {
    this.#host = host;
    this.#records = viewButton('inbox', 'Records', () => host.show('records'));
    this.#records.append(this.#count);
    this.#panel = viewButton('panel', 'Omni-Channel', () => host.show('panel'));
    this.#tryIt = viewButton('flask', 'Try it', () => host.toggleTryIt());
    this.#records.classList.add('narrow-only');
    this.#panel.classList.add('narrow-only');
    this.#tryIt.setAttribute('aria-controls', 'try-it');
    const gap = element('span', { class: 'gap' });
    rail.append(
      icon('mark'),
      this.#records,
      this.#panel,
      this.#tryIt,
      gap,
      themeSwitch(),
      ...avatarMenu(rep),
    );
    this.draw();
  }

  draw(): void {
    const { view, isTryItOpen, recordCount } = this.#host;
    setAttributes(this.#records, { 'aria-pressed': String(view === 'records') });
    setAttributes(this.#panel, { 'aria-pressed': String(view === 'panel') });
    setAttributes(this.#tryIt, { 'aria-expanded': String(isTryItOpen) });
    setText(this.#count, recordCount === 0 ? '' : String(recordCount));
    this.#count.hidden = recordCount === 0;
  }

  focusTryIt(): void {
    this.#tryIt.focus();
  }
}

/** The rail where nobody is signed in. */
export function emptyRail(rail: HTMLElement): void {
  rail.append(icon('mark'), element('span', { class: 'gap' }), themeSwitch());
}

function viewButton(name: Icon, label: string, onClick: () => void): HTMLButtonElement {
  return button({ class: 'rail-button labelled' }, onClick, icon(name), element('span', {}, label));
}

function avatarMenu(rep: Rep): HTMLElement[] {
  const search = new URLSearchParams(location.search);
  const who = `You are ${rep.name}`;
  const opener = element(
    'button',
    {
      type: 'button',
      class: 'rail-button',
      popovertarget: 'rep-menu',
      'aria-label': `${who}. Change the rep`,
    },
    element('span', { class: 'avatar' }, initials(rep.name)),
  );
  const links = reps.map((one) =>
    element(
      'li',
      {},
      element(
        'a',
        { href: addressFor(one, search), 'aria-current': one.id === rep.id ? 'true' : null },
        element('span', { class: 'avatar', 'aria-hidden': 'true' }, initials(one.name)),
        one.name,
        one.id === rep.id ? icon('check', 'small') : null,
      ),
    ),
  );
  const isRightToLeft = search.get('dir') === 'rtl';
  search.set('dir', isRightToLeft ? 'ltr' : 'rtl');
  const menu = element(
    'div',
    { class: 'menu', id: 'rep-menu', popover: 'auto' },
    element('p', {}, who),
    element('ul', {}, ...links),
    element(
      'a',
      { class: 'direction', href: `?${search.toString()}` },
      isRightToLeft ? 'Left to right' : 'Right to left',
    ),
  );
  return [opener, menu];
}
