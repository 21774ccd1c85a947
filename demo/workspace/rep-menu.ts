import { element, text } from '../dom.ts';
import { icon } from '../icons.ts';
import { initials } from './records/customers.ts';
import { languages } from './languages.ts';
import { addressWith, reps, setupAddress, type Rep } from './reps.ts';
import { words } from './words/words.ts';

/**
 * The signed-in rep, and a button that opens the choice of rep and language: links, so that they can be opened
 * elsewhere.
 */
export function repMenu(rep: Rep): HTMLElement[] {
  const search = new URLSearchParams(location.search);
  const language = search.get('lang') ?? 'en';
  const opener = element(
    'button',
    { type: 'button', class: 'rail-button', popovertarget: 'rep-menu' },
    element('span', { class: 'avatar', 'aria-hidden': 'true' }, initials(rep.name)),
    element('span', { class: 'only-said' }, words.changeRep(rep.name)),
  );
  const repLinks = reps.map(({ id, name }) =>
    link(
      addressWith(search, 'rep', id),
      id === rep.id,
      element('span', { class: 'avatar', 'aria-hidden': 'true' }, initials(name)),
      text(name),
    ),
  );
  const languageLinks = languages.map(({ code, name }) =>
    link(addressWith(search, 'lang', code), code === language, element('span', { lang: code }, name)),
  );
  const menu = element(
    'div',
    { class: 'menu', id: 'rep-menu', popover: 'auto' },
    element('p', {}, words.youAre(rep.name)),
    element('ul', {}, ...repLinks),
    element('p', {}, words.language),
    element('ul', {}, ...languageLinks),
    element('p', {}, words.forAdministrators),
    element(
      'ul',
      {},
      link(setupAddress(), false, icon('sliders', 'small'), element('span', {}, words.setup)),
    ),
  );
  return [opener, menu];
}

function link(address: string, isCurrent: boolean, ...content: (Node | string)[]): HTMLElement {
  return element(
    'li',
    {},
    element(
      'a',
      { href: address, 'aria-current': isCurrent ? 'true' : null },
      ...content,
      isCurrent ? icon('check', 'small') : null,
    ),
  );
}
