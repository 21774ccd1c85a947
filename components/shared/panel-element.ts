import { consume } from '@lit/context';
import { LitElement, type CSSResultGroup } from 'lit';
import { en, type Strings } from '../../assets/locales/en.ts';
import { stringsContext } from '../../src/contexts.ts';
import { shared } from './shared.styles.ts';

/** What every element of the panel has: the words, English where nobody provides others, and the shared styles. */
export class PanelElement extends LitElement {
  static override styles: CSSResultGroup = shared;

  @consume({ context: stringsContext, subscribe: true })
  protected words: Strings = en;
}
