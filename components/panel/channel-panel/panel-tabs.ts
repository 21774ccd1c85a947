import { html, nothing, type TemplateResult } from 'lit';

/** The panel's tabs. The id of a tab's content is its name. */
export type TabName = 'work' | 'log';

/** The button of a tab, with a count unless that is 0. */
export function tabButton({
  name,
  label,
  count,
  isSelected,
  select,
}: {
  readonly name: TabName;
  readonly label: string;
  readonly count: number;
  readonly isSelected: boolean;
  readonly select: (name: TabName) => void;
}): TemplateResult {
  return html`<button
    role="tab"
    part="tab ${isSelected ? 'tab-selected' : ''}"
    id="${name}-tab"
    aria-controls=${name}
    aria-selected=${isSelected}
    aria-label=${count > 0 ? `${label} ${count}` : nothing}
    tabindex=${isSelected ? 0 : -1}
    @click=${() => select(name)}
  >
    ${label}${count > 0 ? html` <span part="tab-count">${count}</span>` : nothing}
  </button>`;
}

/** Focuses and selects the tab that a key in the tab list moves to, following the ARIA tabs pattern. */
export function moveTab(event: KeyboardEvent): void {
  const tabs = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('[role=tab]')];
  const tab = tabFor(event, tabs, event.target as HTMLElement);
  if (!tab) return;
  event.preventDefault();
  tab.focus();
  tab.click();
}

/** The tab that a key moves to from `from`; `null` if the key does not move. */
function tabFor(event: KeyboardEvent, tabs: readonly HTMLElement[], from: HTMLElement): HTMLElement | null {
  const forward = getComputedStyle(from).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const back = forward === 'ArrowRight' ? 'ArrowLeft' : 'ArrowRight';
  const index = tabs.indexOf(from);
  const places: Record<string, number> = {
    [forward]: (index + 1) % tabs.length,
    [back]: (index - 1 + tabs.length) % tabs.length,
    Home: 0,
    End: tabs.length - 1,
  };
  const place = places[event.key];
  return place === undefined ? null : (tabs[place] ?? null);
}
