import { consume } from '@lit/context';
import { LitElement, type CSSResultGroup, type PropertyValues } from 'lit';
import { en, type Strings } from '../../assets/locales/en.ts';
import { stringsContext } from '../../src/contexts.ts';
import { FocusLeftEvent } from './focus-left.ts';
import { shared } from './shared.styles.ts';

/** What every element of the panel has: the words, English where nobody provides others, and the shared styles. */
export class PanelElement extends LitElement {
  static override styles: CSSResultGroup = shared;

  @consume({ context: stringsContext, subscribe: true })
  protected words: Strings = en;

  // A row is drawn where another one stood: its `data-work` tells whether it is still the one that has the focus.
  protected override update(changed: PropertyValues<this>): void {
    const focused = this.shadowRoot?.activeElement ?? null;
    const work = rowOf(focused)?.dataset.work;
    super.update(changed);
    if (!(focused instanceof HTMLElement) || !this.isConnected) return;
    if (focused.isConnected && rowOf(focused)?.dataset.work === work) return;
    focused.blur();
    this.focusLeft(focused);
  }

  /** What had the focus is gone, or stands for something else now. */
  protected focusLeft(_focused: HTMLElement): void {
    this.dispatchEvent(new FocusLeftEvent());
  }
}

const rowOf = (element: Element | null): HTMLElement | null =>
  element?.closest<HTMLElement>('[data-work]') ?? null;
