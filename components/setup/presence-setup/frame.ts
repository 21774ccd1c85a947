import { html, nothing, type TemplateResult } from 'lit';
import type { SetupStrings } from '../../../assets/locales/setup/setup.en.ts';
import type { AuditState, PageName, Setup } from '../../../src/setup/setup.ts';
import '../audit-history/audit-history.ts';
import { setupIcon } from '../shared/icon.ts';
import { historyOf } from './history-view.ts';

type Handlers = Setup['handlers'];

/** The top bar: the present page, and the audit log. */
export function topBar(
  words: SetupStrings,
  page: PageName,
  handlers: Pick<Handlers, 'openAudit'>,
): TemplateResult {
  return html`<header part="top">
    ${setupIcon('sliders')}<span class="quiet">${words.setup}</span>${setupIcon('right')}
    <span class="page one-line">${words.pages[page].title}</span>
    <slot name="top"></slot>
    <button type="button" class="button bare small" @click=${() => void handlers.openAudit(null)}>
      ${words.auditLog}
    </button>
  </header>`;
}

/** All pages of Setup. */
export function pageList(
  words: SetupStrings,
  page: PageName,
  turn: (page: PageName) => void,
): TemplateResult {
  return html`<nav part="pages" aria-label=${words.page}>
    <ul>
      ${(Object.keys(words.pages) as PageName[]).map(
        (one) =>
          html`<li>
            <button type="button" aria-current=${one === page ? 'page' : nothing} @click=${() => turn(one)}>
              ${words.pages[one].title}
            </button>
          </li>`,
      )}
    </ul>
  </nav>`;
}

/** Brings the current page into view where the pages are a row that scrolls; nothing else scrolls. */
export function revealPage(root: ParentNode): void {
  const pages = root.querySelector('[part=pages]');
  const current = pages?.querySelector('[aria-current]');
  if (!pages || !current) return;
  const [row, page] = [pages.getBoundingClientRect(), current.getBoundingClientRect()];
  if (page.left < row.left || page.right > row.right)
    pages.scrollLeft += (page.left + page.right - row.left - row.right) / 2;
}

/** The audit history: of the record with this name, or of all. */
export function historyDialog(
  { entries, about, filter, isLoading, next, problem }: AuditState,
  name: string,
  words: SetupStrings,
  handlers: Pick<Handlers, 'filterAudit' | 'moreAudit' | 'retryAudit' | 'undoChange' | 'closeAudit'>,
): TemplateResult {
  return html`<omni-audit-history
    .heading=${about ? words.historyOf(name) : words.auditLog}
    .filter=${about ? null : filter}
    .entries=${historyOf(entries, words)}
    ?loading=${isLoading}
    ?more=${next !== null}
    .problem=${problem}
    @omni-filter-history=${(event: { filter: AuditState['filter'] }) => void handlers.filterAudit(event.filter)}
    @omni-more-history=${() => void handlers.moreAudit()}
    @omni-retry-history=${() => void handlers.retryAudit()}
    @omni-undo-change=${({ change }: { change: string }) => void handlers.undoChange(change)}
    @close=${() => handlers.closeAudit()}
  ></omni-audit-history>`;
}
