import { consume } from '@lit/context';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { valueAt } from '../../../src/domain/pointers.ts';
import type { UserRow } from '../../../src/domain/setup/setup-api.ts';
import type { Violation } from '../../../src/domain/violations.ts';
import '../dual-list/dual-list.ts';
import type { FindAvailableEvent, SelectionChangeEvent } from '../dual-list/dual-list.ts';
import { emptyForm, formContext, type Choice, type FormState } from '../shared/contexts.ts';
import {
  FindUsersEvent,
  MoreUsersEvent,
  RetryNamelessEvent,
  RetryUsersEvent,
  SettingChangeEvent,
  SettingLeaveEvent,
} from '../shared/events.ts';
import { fieldName, isAbout, type Control, type Field } from '../shared/fields.ts';
import { setupIcon } from '../shared/icon.ts';
import { ruleSentence } from '../shared/rule-sentence.ts';
import { SetupElement } from '../shared/setup-element.ts';
import '../sound-picker/sound-picker.ts';
import { alias } from './alias-control.ts';
import { answering, weight } from './composed-controls.ts';
import type { FieldView } from './field-view.ts';
import { numberIn, shownNumber } from './numbers.ts';
import { styles } from './setting-field.styles.ts';
import { customElement } from '../../shared/custom-element.ts';

/**
 * A field of the open record: its label, its control, its help text, and one sentence if it violates a rule. The
 * field's definition determines the control.
 *
 * @fires omni-setting-change - The user changed it.
 * @fires omni-setting-leave - The user left it.
 * @fires omni-find-users - The user searches for users.
 * @fires omni-more-users - More users are needed.
 * @fires omni-retry-users - The user asks again for users that could not be loaded.
 * @fires omni-retry-nameless - The user asks again for the reps whose nickname or alias is blank.
 *
 * @csspart problem - The sentence about the problem.
 */
@customElement('omni-setting-field')
export class OmniSettingField extends SetupElement {
  static override styles = styles;
  static override readonly shadowRootOptions: ShadowRootInit = {
    ...SetupElement.shadowRootOptions,
    delegatesFocus: true,
  };

  @property({ attribute: false }) field: Field = { pointer: '/name', control: { kind: 'text' } };
  @consume({ context: formContext, subscribe: true }) protected form: FormState = emptyForm;
  @query('#control') private control!: HTMLElement | null;

  /** The problem to show; `null` for none. */
  get problem(): Violation | null {
    return this.form.problems.find(({ pointer }) => isAbout(this.field, pointer)) ?? null;
  }

  constructor() {
    super();
    this.addEventListener('focusout', ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && this.contains(relatedTarget)))
        this.dispatchEvent(new SettingLeaveEvent(this.field.pointer));
    });
  }

  override focus(options?: FocusOptions): void {
    if (this.control) this.control.focus(options);
    else super.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.toggleAttribute('wide', this.field.wide ?? false);
    this.hidden = !this.form.applies(this.field.pointer);
  }

  protected override render() {
    const { field, words } = this;
    const { label, hint } = words.fields[fieldName(field.pointer)];
    const { kind } = field.control;
    const { problem } = this;
    const below = html`${hint === undefined || kind === 'switch' ? nothing : html`<p class="hint" id="hint">${hint}</p>`}
    ${this.#warning()}
    ${
      problem === null
        ? nothing
        : html`<p part="problem" class="line problem" id="problem">
            ${setupIcon('alert')}${ruleSentence(problem, words)}
          </p>`
    }`;
    if (kind === 'switch') return html`${this.#switch(label, hint)}${below}`;
    const optional = field.optional ? html` <span class="quiet">${words.optional}</span>` : nothing;
    const head = html`<label class="label" id="label" for="control">${label}${optional}</label>`;
    // The two lists have labels of their own for screen readers.
    const isLists = kind === 'records' || kind === 'users';
    const plain = html`<p class="label" aria-hidden="true">${label}</p>`;
    return html`${kind === 'answering' ? nothing : isLists ? plain : head}${this.#control(field.control, label)}${below}`;
  }

  #view(): FieldView {
    const { field, form, words, problem } = this;
    const hint = words.fields[fieldName(field.pointer)].hint;
    const described = [hint === undefined ? '' : 'hint', problem === null ? '' : 'problem'].join(' ').trim();
    return {
      value: valueAt(form.draft, field.pointer),
      form,
      words,
      invalid: problem !== null,
      describedBy: described === '' ? nothing : described,
      change: (value, pointer = field.pointer) =>
        void this.dispatchEvent(new SettingChangeEvent(pointer, value)),
    };
  }

  #control(control: Control, label: string): TemplateResult {
    const view = this.#view();
    switch (control.kind) {
      case 'text':
        return this.#text(control, view);
      case 'number':
        return this.#number(view);
      case 'record':
        return this.#select(view, this.#records(control), control.blank && view.words[control.blank]);
      case 'value':
        return this.#select(
          view,
          control.values.map((id) => ({ id, name: view.words.values[id as 'voice'] })),
        );
      case 'override':
        return this.#override(view);
      case 'records':
        return this.#lists(control, view, label);
      case 'users':
        return this.#users(view, label);
      case 'sound':
        return html`<omni-sound-picker
          id="control"
          label=${label}
          pointer=${this.field.pointer}
          ?override=${control.override ?? false}
          .value=${typeof view.value === 'string' ? view.value : null}
          .view=${view.form.sounds}
        ></omni-sound-picker>`;
      case 'answering':
        return answering(view);
      case 'alias':
        return alias(view, () => this.dispatchEvent(new RetryNamelessEvent()));
      case 'weight':
        return weight(view);
      case 'switch':
        return html``;
    }
  }

  #text({ mono, blankIsNull }: Extract<Control, { kind: 'text' }>, view: FieldView) {
    return html`<input
      id="control"
      class=${mono ? 'mono' : ''}
      dir="auto"
      autocomplete="off"
      spellcheck=${mono ? 'false' : 'true'}
      aria-invalid=${view.invalid}
      aria-describedby=${view.describedBy}
      .value=${typeof view.value === 'string' ? view.value : ''}
      @input=${({ target }: InputEvent) => {
        const { value } = target as HTMLInputElement;
        view.change(blankIsNull && value.trim() === '' ? null : value);
      }}
    />`;
  }

  #number(view: FieldView) {
    const { unit } = view.words.fields[fieldName(this.field.pointer)];
    const placeholder = this.field.placeholder?.(view.form.draft) ?? nothing;
    return html`<span class="boxed">
      <input
        id="control"
        class="number"
        inputmode="numeric"
        autocomplete="off"
        placeholder=${placeholder}
        aria-invalid=${view.invalid}
        aria-describedby=${view.describedBy}
        .value=${shownNumber(view.value)}
        @input=${({ target }: InputEvent) => view.change(numberIn((target as HTMLInputElement).value))}
      />${unit === undefined ? nothing : html`<span class="unit">${unit}</span>`}
    </span>`;
  }

  #switch(label: string, hint?: string) {
    const { value, describedBy, change } = this.#view();
    return html`<label class="switch">
      <span>${label}${hint === undefined ? nothing : html`<span class="hint" id="hint">${hint}</span>`}</span>
      <input
        type="checkbox"
        role="switch"
        id="control"
        aria-label=${label}
        aria-describedby=${describedBy}
        .checked=${value === true}
        @change=${({ target }: Event) => change((target as HTMLInputElement).checked)}
      />
    </label>`;
  }

  #select(
    { value, words, describedBy, invalid, change }: FieldView,
    choices: readonly Choice[],
    blank?: string,
  ) {
    const isKnown = choices.some(({ id }) => id === value);
    return html`<span class="boxed">
      <select
        id="control"
        aria-invalid=${invalid}
        aria-describedby=${describedBy}
        @change=${({ target }: Event) => {
          const chosen = (target as HTMLSelectElement).value;
          change(chosen === '' && blank !== undefined ? null : chosen);
        }}
      >
        <option value="" ?hidden=${blank === undefined} .selected=${!isKnown}>
          ${blank ?? words.choose}
        </option>
        ${choices.map(({ id, name }) => html`<option value=${id} .selected=${id === value}>${name}</option>`)}
      </select>
      ${setupIcon('down')}
    </span>`;
  }

  #override({ value, change, ...view }: FieldView) {
    const { on, off, noOverride } = view.words;
    const choices = [
      { id: 'on', name: on },
      { id: 'off', name: off },
    ];
    const chosen = typeof value === 'boolean' ? (value ? 'on' : 'off') : null;
    const choose = (one: unknown) => change(one === null ? null : one === 'on');
    return this.#select({ ...view, value: chosen, change: choose }, choices, noOverride);
  }

  #lists({ from, ordered }: Extract<Control, { kind: 'records' }>, view: FieldView, label: string) {
    const ids = Array.isArray(view.value) ? view.value.map(String) : [];
    const known = new Map((view.form.choices[from] ?? []).map((choice) => [choice.id, choice]));
    const row = ({ id, name, retired }: Choice) => ({
      id,
      name,
      ...(retired === true && { detail: view.words.retired }),
    });
    // A retired or deleted record can only be removed from the selection.
    const available = [...known.values()].filter(({ id, retired }) => retired !== true || ids.includes(id));
    return html`<omni-dual-list
      id="control"
      label=${label}
      ?ordered=${ordered ?? false}
      ?invalid=${view.invalid}
      .available=${available.map(row)}
      .selected=${ids.map((id) => row(known.get(id) ?? { id, name: id }))}
      @omni-selection-change=${({ ids: chosen }: SelectionChangeEvent) => view.change(chosen)}
    ></omni-dual-list>`;
  }

  #users({ value, form, invalid, change }: FieldView, label: string) {
    const { users, known, total, next, problem } = form.directory;
    const row = ({ id, name, profile }: UserRow) => ({ id, name, detail: profile.name });
    const ids = Array.isArray(value) ? value.map(String) : [];
    const selected = ids.map((id) => {
      const user = known.get(id);
      return user ? row(user) : { id, name: id };
    });
    return html`<omni-dual-list
      id="control"
      label=${label}
      remote
      ?invalid=${invalid}
      .total=${total}
      ?more=${next !== null}
      .problem=${problem}
      .available=${users.map(row)}
      .selected=${selected}
      @omni-selection-change=${({ ids: chosen }: SelectionChangeEvent) => change(chosen)}
      @omni-find-available=${({ search }: FindAvailableEvent) =>
        this.dispatchEvent(new FindUsersEvent(search))}
      @omni-end-reached=${() => this.dispatchEvent(new MoreUsersEvent())}
      @omni-retry-available=${() => this.dispatchEvent(new RetryUsersEvent())}
    ></omni-dual-list>`;
  }

  #records({ from }: Extract<Control, { kind: 'record' }>): readonly Choice[] {
    return this.form.choices[from] ?? [];
  }

  #warning() {
    const { control, pointer } = this.field;
    if (control.kind !== 'record' || !control.warnsOfOnline) return nothing;
    const value = valueAt(this.form.draft, pointer);
    const isOnline = this.#records(control).some(({ id, kind }) => id === value && kind === 'online');
    return html`<div role="status">
      ${
        isOnline
          ? html`<p class="line warning">${setupIcon('warn')}<span>${this.words.onlineWarning}</span></p>`
          : nothing
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'omni-setting-field': OmniSettingField;
  }
}
