import { consume } from '@lit/context';
import { LitElement, nothing, render, type CSSResultGroup, type PropertyValues } from 'lit';
import { en, type Strings } from '../../assets/locales/en.ts';
import { stringsContext } from '../../src/contexts.ts';
import { firstFocusable, FocusLeftEvent } from './focus.ts';
import { shared } from './shared.styles.ts';
import { keepKeys } from './typing.ts';

/** The base class of the panel's elements: the texts (English by default) and the shared styles. */
export class PanelElement extends LitElement {
  static override styles: CSSResultGroup = shared;

  @consume({ context: stringsContext, subscribe: true })
  protected words: Strings = en;

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    keepKeys(root);
    return root;
  }

  // Rows are reused for other works: `data-work` tells whether a row is still the one that had the focus.
  protected override update(changed: PropertyValues<this>): void {
    const focused = this.shadowRoot?.activeElement ?? null;
    const row = rowOf(focused);
    const work = row?.dataset.work;
    const place = row ? this.#rows.indexOf(row) : 0;
    const open = keepFromTranslators(this);
    super.update(changed);
    if (open !== null) this.renderRoot.querySelector<HTMLElement>(`[part=${open}]`)?.showPopover();
    if (!(focused instanceof HTMLElement) || !this.isConnected) return;
    if (focused.isConnected && rowOf(focused)?.dataset.work === work) return;
    focused.blur();
    this.focusLeft(focused, place);
  }

  /**
   * The focused element is gone, or now stands for another work. `place`: that of its row. The focus goes to the first
   * button of the row that is there now, which answers nothing, so that a key that is held down does no harm.
   */
  protected focusLeft(_focused: HTMLElement, place = 0): void {
    const row = this.#rows[place] ?? this.#rows.at(-1);
    const near = firstFocusable(row ?? this.renderRoot);
    if (near) near.focus();
    else this.dispatchEvent(new FocusLeftEvent());
  }

  get #rows(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('[data-work]')];
  }
}

const rowOf = (element: Element | null): HTMLElement | null =>
  element?.closest<HTMLElement>('[data-work]') ?? null;

/**
 * A browser's translator puts elements of its own in the place of texts, and what is written to those afterwards is not
 * seen: a status would stay "Available" for good. The panel has words in several languages and asks to be left alone;
 * where that is ignored, it renders anew. Returns the part that was open then, and has to be opened again.
 */
function keepFromTranslators(element: LitElement): string | null {
  const { renderRoot } = element;
  if (!element.hasUpdated) element.translate = false;
  else if (renderRoot.querySelector(':is(font)')) {
    const open = renderRoot.querySelector(':popover-open')?.part.value ?? null;
    render(nothing, renderRoot, element.renderOptions);
    return open;
  }
  return null;
}
