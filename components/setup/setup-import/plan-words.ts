import type { ImportWords } from '../../../assets/locales/setup/import.en.ts';
import type { SetupStrings } from '../../../assets/locales/setup/setup.en.ts';
import type { Fix, ImportPlan, PlannedRecord, Remark } from '../../../src/domain/import/import-plan.ts';
import { isolated } from '../../shared/join-with-dots.ts';
import { configurationFields } from '../configuration-editor/sections.ts';
import { recordFields } from '../record-editor/record-fields.ts';
import { describePointer, describeValue } from '../shared/describe.ts';
import type { Choice } from '../shared/contexts.ts';
import { fieldFor } from '../shared/fields.ts';
import { translateRule } from '../shared/say-rule.ts';

/** The texts of a plan: its values with the names of records, its remarks in the user's language. */
export class PlanTexts {
  readonly #words: SetupStrings;
  readonly #own: ImportWords;
  readonly #choices: Readonly<Record<string, readonly Choice[]>>;

  constructor(plan: ImportPlan, words: SetupStrings, own: ImportWords) {
    this.#words = words;
    this.#own = own;
    const choices: Record<string, Choice[]> = {};
    for (const { resource, id, name } of [...plan.onlyHere, ...plan.records])
      (choices[resource] ??= []).push({ id, name });
    this.#choices = choices;
  }

  /** The records that a field may refer to, here or among those of the files. */
  recordsOf(resource: string): readonly Choice[] {
    return this.#choices[resource] ?? [];
  }

  field(pointer: string): string {
    return describePointer(pointer, this.#words);
  }

  value(resource: string, pointer: string, value: unknown): string {
    const fields =
      resource in recordFields ? recordFields[resource as keyof typeof recordFields] : configurationFields;
    return describeValue(value, fieldFor(fields, pointer), this.#words, this.#choices);
  }

  /** The sentence of a remark; `isForeign`: it is not translated. */
  sentence(remark: Remark): { readonly text: string; readonly isForeign: boolean } {
    const translated = this.#translated(remark);
    return {
      text: translated ?? remark.sentence,
      isForeign: translated === null && this.#own.remarks !== null,
    };
  }

  #translated({ code, rule, params, pointer }: Remark): string | null {
    const { remarks, ofField } = this.#own;
    if (rule === undefined)
      return remarks && Object.hasOwn(remarks, code)
        ? this.#filled(remarks[code as keyof typeof remarks], params)
        : null;
    const sentence = translateRule({ rule, params }, this.#words);
    return sentence === null || pointer === null ? sentence : ofField(this.field(pointer), sentence);
  }

  #filled(sentence: string, params: Remark['params']): string {
    return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = params[name] ?? '';
      return typeof value === 'number' ? this.#words.number(value) : isolated(value);
    });
  }

  fix({ kind, value, id }: Fix, { resource }: PlannedRecord, { pointer, code }: Remark): string {
    const { fixes, newRecord } = this.#own;
    if (kind === 'choose') return this.#own.choose;
    if (kind !== 'use') return fixes[kind];
    if (code === 'severalHere')
      return value === null ? newRecord : (this.recordsOf(resource).find((one) => one.id === id)?.name ?? id);
    return fixes.use(isolated(this.value(resource, pointer ?? '', value)));
  }
}
