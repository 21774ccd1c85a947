import { ContextProvider } from '@lit/context';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { setupEn } from '../../../assets/locales/setup/setup.en.ts';
import { storyLanguage } from '../../shared/stories/story-languages.ts';
import { tokens } from '../../shared/tokens.styles.ts';
import { emptyForm, formContext, setupWordsContext, type FormState } from './contexts.ts';
import { customElement } from '../../shared/custom-element.ts';

/**
 * For stories: the contexts and tokens that Setup provides.
 *
 * @ignore
 */
@customElement('omni-setup-story')
export class OmniSetupStory extends LitElement {
  static override styles = [
    tokens,
    css`
      :host {
        display: block;
        max-inline-size: calc(46 * var(--omni-rem));
        padding: var(--omni-rem);
        background: var(--omni-surface);
      }
    `,
  ];

  @property({ attribute: false }) form: Partial<FormState> = {};
  @property({ attribute: false }) words = setupEn;

  readonly #form = new ContextProvider(this, { context: formContext, initialValue: emptyForm });
  readonly #words = new ContextProvider(this, { context: setupWordsContext, initialValue: setupEn });

  protected override willUpdate(): void {
    this.#form.setValue({ ...emptyForm, ...this.form });
    this.#words.setValue(this.words);
    this.dir = this.words.direction;
    this.lang = this.words.locale;
  }

  protected override render() {
    return html`<slot></slot>`;
  }
}

/** The decorator that renders a story as part of Setup, in the language of the toolbar. */
export const inSetup =
  (form: Partial<FormState> = {}) =>
  (
    story: () => unknown,
    { globals }: { readonly globals?: Readonly<Record<string, unknown>> } = {},
  ): TemplateResult =>
    html`<omni-setup-story .form=${form} .words=${storyLanguage(globals).setup}
      >${story()}</omni-setup-story
    >`;

declare global {
  interface HTMLElementTagNameMap {
    'omni-setup-story': OmniSetupStory;
  }
}
