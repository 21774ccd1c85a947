import { html, nothing, type TemplateResult } from 'lit';
import type { Fields } from '../../../src/domain/pointers.ts';
import { setupIcon } from '../shared/icon.ts';
import type { FieldView } from './field-view.ts';
import { numberIn, shownNumber } from './numbers.ts';

export const record = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {};

/** How reps answer requests: two mutually exclusive settings, presented as three choices. */
export function answering({ form: { draft }, words, change, describedBy }: FieldView): TemplateResult {
  const automatic = draft.automaticallyAccept === true;
  const decline = draft.allowDecline === true;
  const card = (name: 'accept' | 'decline' | 'automatic', isChosen: boolean) => {
    const { label, hint } = words.answering[name];
    return html`<label>
      <input
        type="radio"
        name="answering"
        id=${isChosen ? 'control' : nothing}
        aria-describedby="${name}-hint"
        .checked=${isChosen}
        @change=${() => {
          change(name === 'automatic', '/automaticallyAccept');
          change(name === 'decline', '/allowDecline');
        }}
      />
      <b>${label}</b>
      <span class="hint" id="${name}-hint">${hint}</span>
    </label>`;
  };
  return html`<fieldset class="cards" aria-describedby=${describedBy}>
    <legend class="label">${words.fields.allowDecline.label}</legend>
    ${card('accept', !automatic && !decline)}${card('decline', decline && !automatic)}${card('automatic', automatic)}
  </fieldset>`;
}

/** Units, or a percentage of the pool. */
export function weight({ value, words, change, invalid, describedBy }: FieldView): TemplateResult {
  const { kind, units, percentage } = record(value);
  const isUnits = kind !== 'percentage';
  const number = isUnits ? units : percentage;
  const weigh = (unit: string, amount: unknown) =>
    change(unit === 'units' ? { kind: unit, units: amount } : { kind: unit, percentage: amount });
  return html`<span class="pair">
    <input
      id="control"
      class="number"
      inputmode="decimal"
      autocomplete="off"
      aria-invalid=${invalid}
      aria-describedby=${describedBy}
      .value=${shownNumber(number)}
      @input=${({ target }: InputEvent) =>
        weigh(isUnits ? 'units' : 'percentage', numberIn((target as HTMLInputElement).value))}
    />
    <span class="boxed">
      <select
        aria-label=${words.weightKind}
        @change=${({ target }: Event) => weigh((target as HTMLSelectElement).value, number)}
      >
        <option value="units" .selected=${isUnits}>${words.values.units}</option>
        <option value="percentage" .selected=${!isUnits}>${words.values.percentage}</option>
      </select>
      ${setupIcon('down')}
    </span>
  </span>`;
}
