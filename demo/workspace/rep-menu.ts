import { element } from '../dom.ts';
import { icon } from '../icons.ts';
import { initials } from './records/customers.ts';
import { languages } from './languages.ts';
import { addressWith, reps, setupAddress, type Rep } from './reps.ts';

/**
 * The signed-in rep, and a button that opens the choice of rep and language: links, so that they can be opened
 * elsewhere.
 */
export function repMenu(rep: Rep): HTMLElement[] {
  const search = new URLSearchParams(location.search);
  const language = search.get('lang') ?? 'en';
  const who = `You are ${rep.name}`;
  const opener = element(
    'button',
    { type: 'button', class: 'rail-button', popovertarget: 'rep-menu' },
    element('span', { class: 'avatar', 'aria-hidden': 'true' }, initials(rep.name)),
    element('span', { class: 'only-said' }, `${who}. Change the rep or the language`),
  );
  const repLinks = reps.map(({ id, name }) =>
    link(
      addressWith(search, 'rep', id),
      id === rep.id,
      element('span', { class: 'avatar', 'aria-hidden': 'true' }, initials(name)),
      name,
    ),
  );
  const languageLinks = languages.map(({ code, name }) =>
    link(addressWith(search, 'lang', code), code === language, element('span', { lang: code }, name)),
  );
  const menu = element(
    'div',
    { class: 'menu', id: 'rep-menu', popover: 'auto' },
    element('p', {}, who),
    element('ul', {}, ...repLinks),
    element('p', {}, 'Language of the panel'),
    element('ul', {}, ...languageLinks),
    element('p', {}, 'For administrators'),
    element('ul', {}, link(setupAddress(), false, icon('sliders', 'small'), 'Setup')),
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
