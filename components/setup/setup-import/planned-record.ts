import { html, nothing, type TemplateResult } from 'lit';
import type { ImportWords } from '../../../assets/locales/setup/import.en.ts';
import type { SetupStrings } from '../../../assets/locales/setup/setup.en.ts';
import type { Fix, PlannedRecord, Remark } from '../../../src/domain/import/import-plan.ts';
import { isolated } from '../../shared/join-with-dots.ts';
import { setupIcon } from '../shared/icon.ts';
import { numberIn } from '../setting-field/numbers.ts';
import { ImportActionEvent, type ImportAction } from './import-event.ts';
import type { PlanTexts } from './plan-words.ts';

interface RecordView {
  readonly texts: PlanTexts;
  readonly words: SetupStrings;
  readonly own: ImportWords;
  /** Fixes whose value is being entered: by the id of the remark. */
  readonly entering: ReadonlySet<string>;
  readonly enter: (remark: string) => void;
}

const act = (action: ImportAction) => (event: Event) =>
  event.target?.dispatchEvent(new ImportActionEvent(action));

/** A record of a plan, which opens to its fields and remarks. */
export function plannedRecord(record: PlannedRecord, view: RecordView): TemplateResult {
  const { own, words } = view;
  const { key, name, fullName, resource, state, remarks, fields } = record;
  const isOut = state === 'leftOut';
  return html`<details class="record" ?open=${state === 'needsChoice'} data-key=${key}>
    <summary>
      <b><bdi>${name}</bdi></b>
      <span class="quiet one-line"
        >${words.kinds[resource as keyof typeof words.kinds]} · <bdi>${fullName}</bdi></span
      >
    </summary>
    <div class="inside">
      ${fields.length === 0 || state === 'notMapped' ? nothing : changes(record, view)}
      ${remarks.map((remark) => remarkLine(remark, record, view))}
      ${
        state === 'notMapped'
          ? nothing
          : html`<button
              type="button"
              class="button small"
              @click=${act({ do: 'leaveOut', key, isOut: !isOut })}
            >
              ${isOut ? own.takeBack : own.leaveOut}
            </button>`
      }
    </div>
  </details>`;
}

function changes(
  { fields, resource, state, remarks }: PlannedRecord,
  { texts, own }: RecordView,
): TemplateResult {
  const isNew = state === 'new' || fields.every(({ from }) => from === null);
  // What is not chosen yet is not known yet.
  const isOpen = (pointer: string) =>
    remarks.some(
      (remark) =>
        remark.needsChoice && (remark.pointer === pointer || remark.pointer?.startsWith(`${pointer}/`)),
    );
  return html`<div class="scrolls">
    <table>
      <thead>
        <tr>
          <th scope="col">${own.field}</th>
          ${isNew ? nothing : html`<th scope="col">${own.here}</th>`}
          <th scope="col">${own.after}</th>
        </tr>
      </thead>
      <tbody>
        ${fields
          .filter(({ to }) => !isNew || !isEmpty(to))
          .map(
            ({ pointer, from, to, file, line }) =>
              html`<tr>
                <th scope="row">
                  ${texts.field(pointer)}
                  ${line === null || file === null ? nothing : html`<span class="hint">${own.line(line)}</span>`}
                </th>
                ${isNew ? nothing : html`<td><bdi>${texts.value(resource, pointer, from)}</bdi></td>`}
                <td>
                  ${
                    isOpen(pointer)
                      ? html`<span class="quiet">${own.choose}</span>`
                      : html`<bdi>${texts.value(resource, pointer, to)}</bdi>`
                  }
                </td>
              </tr>`,
          )}
      </tbody>
    </table>
  </div>`;
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === false || (Array.isArray(value) && value.length === 0);

/** A sentence with its place and, if there are any, its fixes. */
export function remarkLine(
  remark: Remark,
  record: PlannedRecord | null,
  view: Pick<RecordView, 'texts' | 'own'> & Partial<RecordView>,
): TemplateResult {
  const { own, texts } = view;
  const { text, isForeign } = texts.sentence(remark);
  const { file, line, params, rule, needsChoice, kind } = remark;
  const isTrouble = needsChoice || kind === 'missing';
  const found = rule === undefined ? '' : String(params.found ?? '');
  return html`<div class="remark ${needsChoice ? 'open' : ''}">
    ${isTrouble ? setupIcon('warn') : html`<span class="dot" aria-hidden="true">•</span>`}
    <div>
      <p lang=${isForeign ? 'en' : nothing}>${text}</p>
      <p class="hint">
        ${found === '' ? nothing : html`<bdi>${own.found(found)}</bdi> · `}${
          file === null ? nothing : own.place(isolated(file), line)
        }
      </p>
      ${record && view.enter ? fixesOf(remark, record, view as RecordView) : nothing}
    </div>
  </div>`;
}

function fixesOf(remark: Remark, record: PlannedRecord, view: RecordView): TemplateResult | typeof nothing {
  const { own, texts, entering, enter } = view;
  const { id, fixes, chosen } = remark;
  if (fixes.length === 0) return nothing;
  const choices = fixes.flatMap((fix): { value: string; label: string; fix: Fix; record?: string }[] =>
    fix.kind === 'choose'
      ? texts
          .recordsOf(fix.resource ?? '')
          .map((one) => ({ value: `${fix.id} ${one.id}`, label: one.name, fix, record: one.id }))
      : [{ value: fix.id, label: texts.fix(fix, record, remark), fix }],
  );
  const isEntering = entering.has(id) || (chosen === 'enter' && !remark.needsChoice);
  const choose = ({ target }: Event) => {
    const select = target as HTMLSelectElement;
    const one = choices.find(({ value }) => value === select.value);
    if (one?.fix.kind === 'enter') return enter(id);
    const choice = one && {
      fix: one.fix.id,
      ...(one.record !== undefined && { value: one.record }),
    };
    select.dispatchEvent(new ImportActionEvent({ do: 'choose', remark: id, choice: choice ?? null }));
  };
  return html`<label class="fix"
      ><span class="spoken">${own.choice}</span>
      <span class="boxed">
        <select @change=${choose}>
          <option value="" .selected=${chosen === null && !isEntering}>${own.choose}</option>
          ${choices.map(
            ({ value, label, fix }) =>
              html`<option
                value=${value}
                .selected=${fix.kind === 'enter' ? isEntering : fix.kind !== 'choose' && chosen === fix.id}
              >
                ${label}
              </option>`,
          )}
        </select>
        ${setupIcon('down')}
      </span>
    </label>
    ${entering.has(id) ? entry(remark, own) : nothing}`;
}

function entry({ id, pointer }: Remark, own: ImportWords): TemplateResult {
  const take = (event: Event) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const value = form.querySelector('input')?.value ?? '';
    const isText = /name$|label$|text$/i.test(pointer ?? '');
    const typed = isText ? value : numberIn(value);
    const entered = pointer === '/capacityWeight' ? { kind: 'units', units: typed } : typed;
    form.dispatchEvent(
      new ImportActionEvent({ do: 'choose', remark: id, choice: { fix: 'enter', value: entered } }),
    );
  };
  return html`<form class="entry" @submit=${take}>
    <input aria-label=${own.value} autocomplete="off" />
    <button class="button small">${own.take}</button>
  </form>`;
}
