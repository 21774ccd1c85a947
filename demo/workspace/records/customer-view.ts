import { element, text } from '../../dom.ts';
import { icon } from '../../icons.ts';
import { findCustomer, initials, type Fact } from './customers.ts';
import type { AgentWork } from '../panel.ts';
import { words } from '../words/words.ts';

/** The customer's data: the highlights of the work, and the host's own facts. */
export function customerView(work: AgentWork): HTMLElement {
  const customer = findCustomer(work.customerName);
  const highlights = work.highlights.map(({ label, value }): Fact => [label, value]);
  // Without duplicates: the highlights of the work are newer.
  const contract = (customer?.contract ?? []).filter(
    ([label]) => !highlights.some(([said]) => said === label),
  );
  return element(
    'div',
    { class: 'customer' },
    element(
      'div',
      { class: 'identity' },
      element('span', { class: 'avatar', 'aria-hidden': 'true' }, initials(work.customerName)),
      element(
        'div',
        {},
        element('h2', {}, text(work.customerName)),
        element('p', {}, customer ? words.customerSince(customer.since) : words.unknownCustomer),
      ),
    ),
    ...section(words.request, highlights),
    ...section(words.contract, contract),
    ...earlier(customer?.earlier ?? []),
  );
}

function section(title: string, facts: readonly Fact[]): HTMLElement[] {
  if (facts.length === 0) return [];
  const rows = facts.map(([label, value]) =>
    element('div', {}, element('dt', {}, text(label)), element('dd', {}, text(value))),
  );
  return [element('h3', {}, title), element('dl', { class: 'facts' }, ...rows)];
}

function earlier(contacts: NonNullable<ReturnType<typeof findCustomer>>['earlier']): HTMLElement[] {
  if (contacts.length === 0) return [];
  const rows = contacts.map(({ kind, subject, when }) =>
    element(
      'li',
      {},
      icon(kind, 'small'),
      element('span', {}, text(subject)),
      element('span', { class: 'when' }, text(when)),
    ),
  );
  return [element('h3', {}, words.earlier), element('ul', { class: 'earlier' }, ...rows)];
}
