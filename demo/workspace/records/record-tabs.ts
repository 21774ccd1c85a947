import { button, element, setAttributes, setText } from '../../dom.ts';
import { icon } from '../../icons.ts';
import { channelIcons } from '../desk.ts';
import type { OpenRecord, OpenRecords } from './open-records.ts';
import { words } from '../words/words.ts';

interface Tab {
  readonly holder: HTMLElement;
  readonly tab: HTMLElement;
  readonly title: HTMLElement;
  readonly badge: HTMLElement;
}

let made = 0;

/** The tabs of the open records: arrow keys, Home and End move, Delete closes. */
export class RecordTabs {
  readonly #records: OpenRecords;
  readonly #list: HTMLElement;
  readonly #tabs = new Map<string, Tab>();
  readonly #close: (recordId: string) => void;
  readonly #panelIdOf: (record: OpenRecord) => string;

  constructor(
    list: HTMLElement,
    records: OpenRecords,
    close: (recordId: string) => void,
    panelIdOf: (record: OpenRecord) => string,
  ) {
    this.#list = list;
    this.#records = records;
    this.#close = close;
    this.#panelIdOf = panelIdOf;
    list.addEventListener('keydown', (event) => this.#onKey(event));
    records.subscribe(() => this.#draw());
    this.#draw();
  }

  tabOf(recordId: string): HTMLElement | null {
    return this.#tabs.get(recordId)?.tab ?? null;
  }

  focusFront(): void {
    this.tabOf(this.#records.front?.id ?? '')?.focus();
  }

  #draw(): void {
    const records = this.#records.all;
    for (const [id, { holder }] of this.#tabs) {
      if (this.#records.find(id)) continue;
      holder.remove();
      this.#tabs.delete(id);
    }
    for (const record of records) this.#drawTab(record);
    this.#list.hidden = records.length === 0;
  }

  #drawTab(record: OpenRecord): void {
    const known = this.#tabs.get(record.id);
    const tab = known ?? this.#make(record);
    const isFront = record.id === this.#records.front?.id;
    const wasFront = tab.tab.getAttribute('aria-selected') === 'true';
    setText(tab.title, record.work.subject);
    drawBadge(tab.badge, record);
    setAttributes(tab.tab, {
      'aria-selected': String(isFront),
      tabindex: isFront ? 0 : -1,
      title: record.work.subject,
    });
    tab.holder.toggleAttribute('data-front', isFront);
    if (isFront && !wasFront) this.#reveal(tab.holder);
  }

  /** Not `scrollIntoView`, which would also scroll everything around the list. */
  #reveal(holder: HTMLElement): void {
    const list = this.#list.getBoundingClientRect();
    const tab = holder.getBoundingClientRect();
    if (tab.left < list.left) this.#list.scrollLeft -= list.left - tab.left;
    else if (tab.right > list.right) this.#list.scrollLeft += tab.right - list.right;
  }

  #make(record: OpenRecord): Tab {
    made += 1;
    const title = element('span', { class: 'title', dir: 'auto' });
    const badge = element('span', { class: 'badge' });
    const tab = element(
      'button',
      {
        type: 'button',
        role: 'tab',
        id: `tab-${made}`,
        'aria-controls': this.#panelIdOf(record),
        'aria-keyshortcuts': 'Delete',
      },
      icon(channelIcons[record.work.channel.type], 'small'),
      title,
      badge,
    );
    tab.addEventListener('click', () => this.#records.show(record.id));
    tab.addEventListener('auxclick', ({ button: which }) => {
      if (which === 1) this.#close(record.id);
    });
    // For the pointer only, since a tab list may contain only tabs. The keyboard has Delete and the record's own
    // button.
    const close = button(
      { class: 'close', tabindex: -1, 'aria-hidden': 'true', title: words.close },
      () => this.#close(record.id),
      icon('close', 'small'),
    );
    const holder = element('div', { class: 'record-tab', role: 'presentation' }, tab, close);
    this.#list.append(holder);
    const parts = { holder, tab, title, badge };
    this.#tabs.set(record.id, parts);
    return parts;
  }

  #onKey(event: KeyboardEvent): void {
    const ids = this.#records.openRecordIds();
    const at = ids.indexOf(this.#records.front?.id ?? '');
    const forward = getComputedStyle(this.#list).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const backward = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
    const next = { [forward]: at + 1, [backward]: at - 1 + ids.length, Home: 0, End: ids.length - 1 }[
      event.key
    ];
    if (next !== undefined) {
      const id = ids[next % ids.length];
      if (id !== undefined) this.#records.show(id);
    } else if (event.key === 'Delete') {
      const id = ids[at];
      if (id !== undefined) this.#close(id);
    } else {
      return;
    }
    event.preventDefault();
    this.focusFront();
  }
}

function drawBadge(badge: HTMLElement, { isNew, unread }: OpenRecord): void {
  const shown = unread > 0 ? String(unread) : isNew ? words.newRecord : '';
  const rest = unread > 0 ? ` ${words.newMessages(unread)}` : '';
  badge.hidden = shown === '';
  if (badge.textContent !== shown + rest)
    badge.replaceChildren(shown, element('span', { class: 'only-said' }, rest));
}
