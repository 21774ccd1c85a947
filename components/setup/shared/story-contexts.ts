import { ContextProvider } from '@lit/context';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { tokens } from '../../shared/tokens.styles.ts';
import { emptyForm, formContext, type FormState } from './contexts.ts';
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

  readonly #form = new ContextProvider(this, { context: formContext, initialValue: emptyForm });

  protected override willUpdate(): void {
    this.#form.setValue({ ...emptyForm, ...this.form });
  }

  protected override render() {
    return html`<slot></slot>`;
  }
}

/** The decorator that renders a story as part of Setup. */
export const inSetup =
  (form: Partial<FormState> = {}) =>
  (story: () => unknown): TemplateResult =>
    html`<omni-setup-story .form=${form}>${story()}</omni-setup-story>`;

declare global {
  interface HTMLElementTagNameMap {
    'omni-setup-story': OmniSetupStory;
  }
}
