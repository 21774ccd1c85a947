import { consume } from '@lit/context';
import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import '../save-bar/save-bar.ts';
import '../setting-field/setting-field.ts';
import { emptyForm, formContext, type FormState } from './contexts.ts';
import { RecordActionEvent } from './events.ts';
import type { Field } from './fields.ts';
import { formStyles } from './form.styles.ts';
import { setupIcon } from './icon.ts';
import { ruleSentence } from './rule-sentence.ts';
import { savedView, type SavingView } from './saving-view.ts';
import { SetupElement } from './setup-element.ts';

/** The form of a record: its title, its fields, the save bar. */
export abstract class RecordForm extends SetupElement {
  static override styles: CSSResultGroup = formStyles;

  @consume({ context: formContext, subscribe: true }) protected form: FormState = emptyForm;
  /** The title while the record has no name. */
  @property() heading = '';
  /** Information about its last change. */
  @property() lead = '';
  @property({ attribute: false }) saving: SavingView = savedView;
  /** Whether it can be deleted. */
  @property({ type: Boolean }) removable = false;
  /** Whether it has an audit history. */
  @property({ type: Boolean }) historic = false;

  /** Focuses the first field that shows a problem and scrolls it into view; `false` if there is none. */
  focusFirstProblem(): boolean {
    const fields = [...this.renderRoot.querySelectorAll('omni-setting-field')];
    const wrong = fields.find((field) => !field.hidden && field.problem !== null);
    const lists = this.renderRoot.querySelector<HTMLElement>('[data-problem]');
    const target =
      wrong ?? (lists && this.renderRoot.querySelector<HTMLElement>(`#${lists.dataset.problem ?? ''}`));
    if (!target) return false;
    const folded = target.closest('details');
    if (folded) folded.open = true;
    target.scrollIntoView({ block: 'center' });
    target.focus();
    return true;
  }

  /** The record's present name. */
  protected abstract get name(): string;
  /** How many would move here from other configurations. */
  protected moves(): number {
    return 0;
  }
  protected abstract renderBody(): TemplateResult;

  protected override render() {
    const { words, saving } = this;
    const { name } = this;
    return html`<form novalidate @submit=${this.#submit}>
      <div class="title">
        <div>
          <h1><bdi>${name === '' ? this.heading : name}</bdi></h1>
          ${this.lead === '' ? nothing : html`<p class="quiet">${this.lead}</p>`}
        </div>
        <div class="actions">
          ${this.historic ? this.#button('history', words.history) : nothing}
          ${this.removable ? this.#button('delete', words.deleteRecord) : nothing}
        </div>
      </div>
      ${this.renderBody()}
      <omni-save-bar .saving=${saving} moves=${this.moves()}></omni-save-bar>
      <button hidden></button>
    </form>`;
  }

  protected field(field: Field): TemplateResult {
    return html`<omni-setting-field .field=${field}></omni-setting-field>`;
  }

  /** The sentence about a problem that belongs to no field. */
  protected problem(pointer: string): TemplateResult | typeof nothing {
    const problem = this.form.problems.find(
      (one) => one.pointer === pointer || one.pointer.startsWith(`${pointer}/`),
    );
    if (!problem) return nothing;
    return html`<p class="line problem wide" role="alert" data-problem=${pointer.slice(1)}>
      ${setupIcon('alert')}${ruleSentence(problem, this.words)}
    </p>`;
  }

  #button(action: 'history' | 'delete', label: string) {
    return html`<button
      type="button"
      class="button bare small"
      @click=${() => this.dispatchEvent(new RecordActionEvent(action))}
    >
      ${label}
    </button>`;
  }

  // Enter in a field within another shadow tree submits nothing by itself; the bar can still submit.
  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    this.dispatchEvent(new RecordActionEvent('save'));
  };
}
