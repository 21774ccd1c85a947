import { html, nothing, type TemplateResult } from 'lit';
import { setupIcon } from '../shared/icon.ts';
import { problemLine } from '../shared/problem-line.ts';
import { record } from './composed-controls.ts';
import type { FieldView } from './field-view.ts';

/** The number of reps that are named; the rest are counted. */
const MAX_NAMED = 12;

const fallbacks = ['ownName', 'firstName', 'text'] as const;

/** A merge field, free text, or none. For a field that may be blank, also what customers see then, and for whom. */
export function alias(view: FieldView, retry: () => void): TemplateResult {
  const { value, words, change, invalid, describedBy } = view;
  const { kind, field, text } = record(value);
  const chosen = kind === 'mergeField' ? String(field) : kind === 'text' ? 'text' : '';
  const choose = ({ target }: Event) => {
    const { value: name } = target as HTMLSelectElement;
    if (name === '') change(null);
    else if (name === 'text') change({ kind: 'text', text: '' });
    else change({ kind: 'mergeField', field: name });
  };
  return html`<span class="boxed">
      <select
        id="control"
        aria-describedby=${describedBy}
        aria-invalid=${invalid && chosen === ''}
        @change=${choose}
      >
        <option value="" .selected=${chosen === ''}>${words.noAlias}</option>
        ${(['firstName', 'nickname', 'alias', 'text'] as const).map(
          (name) => html`<option value=${name} .selected=${chosen === name}>${words.values[name]}</option>`,
        )}
      </select>
      ${setupIcon('down')}
    </span>
    ${kind === 'text' ? freeText(view, text, (typed) => change({ kind: 'text', text: typed })) : nothing}
    ${chosen === 'nickname' || chosen === 'alias' ? forBlank(view, chosen, retry) : nothing}`;
}

function freeText(
  { words, invalid, describedBy }: FieldView,
  text: unknown,
  typed: (text: string) => void,
): TemplateResult {
  return html`<input
    dir="auto"
    aria-label=${words.aliasText}
    placeholder=${words.aliasText}
    autocomplete="off"
    aria-invalid=${invalid}
    aria-describedby=${describedBy}
    .value=${typeof text === 'string' ? text : ''}
    @input=${({ target }: InputEvent) => typed((target as HTMLInputElement).value)}
  />`;
}

/** What customers see for the reps whose field is blank: nothing is assumed. */
function forBlank(view: FieldView, field: 'nickname' | 'alias', retry: () => void): TemplateResult {
  const { value, words, change, invalid, describedBy } = view;
  const { kind, text } = record(record(value).fallback);
  const put = (fallback: object) => change({ kind: 'mergeField', field, fallback });
  return html`<div class="blank">
    ${named(view, field, retry)}
    <label for="fallback">${words.aliasFallback.label[field]}</label>
    <span class="boxed">
      <select
        id="fallback"
        aria-describedby=${describedBy}
        aria-invalid=${invalid && kind !== 'text'}
        @change=${({ target }: Event) => {
          const chosen = (target as HTMLSelectElement).value;
          put(chosen === 'text' ? { kind: chosen, text: '' } : { kind: chosen });
        }}
      >
        <option value="" hidden .selected=${kind === undefined}>${words.choose}</option>
        ${fallbacks.map(
          (one) =>
            html`<option value=${one} .selected=${kind === one}>${words.aliasFallback.choices[one]}</option>`,
        )}
      </select>
      ${setupIcon('down')}
    </span>
    ${kind === 'text' ? freeText(view, text, (typed) => put({ kind, text: typed })) : nothing}
  </div>`;
}

/** The reps of this configuration whose field is blank, counted and named. */
function named({ form, words }: FieldView, field: 'nickname' | 'alias', retry: () => void): TemplateResult {
  const { reps, problem } = form.nameless;
  if (problem !== null) return problemLine(problem, words, retry);
  if (reps === null) return html`<p class="hint" role="status">${words.loading}</p>`;
  const names = reps.slice(0, MAX_NAMED).map(({ name }) => name);
  const more = reps.length - names.length;
  return html`<div role="status">
    ${
      reps.length === 0
        ? html`<p class="hint">${words.aliasFallback.nobody[field]}</p>`
        : html`<p class="line warning">
            ${setupIcon('warn')}<span
              >${words.aliasFallback.without[field](reps.length)}
              <bdi>${words.list(more > 0 ? [...names, words.moreReps(more)] : names)}</bdi></span
            >
          </p>`
    }
  </div>`;
}
