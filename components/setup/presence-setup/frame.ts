import { html, type TemplateResult } from 'lit';
import type { SetupStrings } from '../../../assets/locales/setup/setup.en.ts';
import type { AuditState, Choices, PageName, Setup } from '../../../src/setup/setup.ts';
import '../audit-history/audit-history.ts';
import { setupIcon } from '../shared/icon.ts';
import { historyOf } from './history-view.ts';

type Handlers = Setup['handlers'];

/** The top bar: the present page, and a menu of the others. */
export function topBar(
  words: SetupStrings,
  page: PageName,
  turn: (page: PageName) => void,
  handlers: Pick<Handlers, 'openAudit'>,
): TemplateResult {
  const chosen = ({ target }: Event) => {
    const select = target as HTMLSelectElement;
    const wanted = select.value as PageName;
    // The page stays selected until it is really left.
    select.value = page;
    turn(wanted);
  };
  return html`<header part="top">
    ${setupIcon('sliders')}<span class="quiet">${words.setup}</span>${setupIcon('right')}
    <span class="boxed">
      <select aria-label=${words.page} @change=${chosen}>
        ${(Object.keys(words.pages) as PageName[]).map(
          (one) => html`<option value=${one} .selected=${one === page}>${words.pages[one].title}</option>`,
        )}
      </select>
      ${setupIcon('down')}
    </span>
    <button type="button" class="button bare small" @click=${() => void handlers.openAudit(null)}>
      ${words.auditLog}
    </button>
  </header>`;
}

/** The audit history: of the record with this name, or of all. */
export function historyDialog(
  { entries, about, isLoading, next, problem }: AuditState,
  name: string,
  choices: Choices,
  words: SetupStrings,
  handlers: Pick<Handlers, 'moreAudit' | 'retryAudit' | 'undoChange' | 'closeAudit'>,
): TemplateResult {
  return html`<omni-audit-history
    .heading=${about ? words.historyOf(name) : words.auditLog}
    .entries=${historyOf(entries, choices, words)}
    ?loading=${isLoading}
    ?more=${next !== null}
    .problem=${problem}
    @omni-more-history=${() => void handlers.moreAudit()}
    @omni-retry-history=${() => void handlers.retryAudit()}
    @omni-undo-change=${({ change }: { change: string }) => void handlers.undoChange(change)}
    @close=${() => handlers.closeAudit()}
  ></omni-audit-history>`;
}
