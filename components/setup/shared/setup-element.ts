import { consume } from '@lit/context';
import { LitElement, type CSSResultGroup } from 'lit';
import { setupEn, type SetupStrings } from '../../../assets/locales/setup/setup.en.ts';
import { setupWordsContext } from './contexts.ts';
import { setupStyles } from './setup.styles.ts';

/** The base class of Setup's elements: the texts (English by default) and the shared styles. */
export class SetupElement extends LitElement {
  static override styles: CSSResultGroup = setupStyles;

  @consume({ context: setupWordsContext, subscribe: true })
  protected words: SetupStrings = setupEn;
}
