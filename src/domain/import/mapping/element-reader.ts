import { countElements, isNil, type MetadataElement } from '../element.ts';
import type { FileRemark, RemarkParams } from '../file-remarks.ts';
import type { Fix, Outcome, RemarkCode } from '../import-plan.ts';

/** A remark before it has an id and a sentence. */
export interface DraftRemark {
  readonly code: RemarkCode;
  readonly params: RemarkParams;
  readonly kind: Outcome;
  readonly pointer?: string;
  readonly line?: number;
  readonly fixes?: readonly Fix[];
  readonly needsChoice?: boolean;
}

/** Why a file cannot be mapped at all. */
export class MappingStopped extends Error {
  override readonly name = 'MappingStopped';
  readonly remark: FileRemark;
  readonly element: MetadataElement;
  constructor(remark: FileRemark, element: MetadataElement) {
    super(remark.code);
    this.remark = remark;
    this.element = element;
  }
}

/** Where the value of a field comes from. */
export interface Source {
  readonly outcome: Outcome;
  readonly line: number | null;
  readonly element: string;
  /** As the file has it. */
  readonly text: string;
}

/** Reads the elements of one file, and keeps account of what became of each. */
export class ElementReader {
  readonly root: MetadataElement;
  readonly remarks: DraftRemark[] = [];
  /** By the pointer of the field. */
  readonly sources = new Map<string, Source>();
  readonly #outcomes = new Map<MetadataElement, Outcome>();
  readonly #assumed: string[] = [];

  constructor(root: MetadataElement) {
    this.root = root;
  }

  /** The only element of a name; `null` if there is none, or if it says that it has no value. */
  only(name: string, pointer?: string): MetadataElement | null {
    const [element, second] = this.root.children.filter((child) => child.name === name);
    if (second) throw new MappingStopped({ code: 'repeatedElement', params: { element: name } }, second);
    if (!element) return null;
    this.account(element, 'same');
    if (pointer !== undefined) this.#source(pointer, element);
    return isNil(element) ? null : element;
  }

  /** All elements of a name. */
  all(name: string, outcome: Outcome = 'same'): MetadataElement[] {
    const found = this.root.children.filter((child) => child.name === name);
    for (const element of found) this.account(element, outcome);
    return found;
  }

  text(pointer: string, name: string): string | null {
    return this.only(name, pointer)?.text ?? null;
  }

  /** `fallback` applies if the element is absent, as it does in Salesforce. */
  boolean(pointer: string, name: string, fallback: boolean): boolean {
    const element = this.only(name, pointer);
    if (!element) {
      this.assume(pointer, name, String(fallback));
      return fallback;
    }
    const value = element.text.trim();
    if (/^(true|1)$/.test(value)) return true;
    if (/^(false|0)$/.test(value)) return false;
    this.#odd('notBoolean', pointer, element, [
      { id: 'true', kind: 'use', value: true },
      { id: 'false', kind: 'use', value: false },
    ]);
    return fallback;
  }

  whole(pointer: string, name: string): number | null {
    const element = this.only(name, pointer);
    if (!element) return null;
    const value = element.text.trim();
    if (/^[+-]?\d{1,30}$/.test(value)) return Number(value);
    this.#odd('notWhole', pointer, element, [{ id: 'enter', kind: 'enter' }]);
    return null;
  }

  decimal(pointer: string, name: string): number | null {
    const element = this.only(name, pointer);
    if (!element) return null;
    const value = element.text.trim();
    if (/^[+-]?(\d{1,20}(\.\d{0,20})?|\.\d{1,20})([eE][+-]?\d{1,3})?$/.test(value)) return Number(value);
    this.#odd('notNumber', pointer, element, [{ id: 'enter', kind: 'enter' }]);
    return null;
  }

  /** Elements that have no place here: one remark for each name. */
  notMapped(...names: readonly string[]): void {
    for (const name of names) {
      const [first] = this.all(name, 'notMapped');
      if (first)
        this.remark({ code: 'notMapped', params: { element: name }, kind: 'notMapped', line: first.line });
    }
  }

  assume(pointer: string, name: string, value: string): void {
    this.#assumed.push(`${name} ${value}`);
    this.sources.set(pointer, { outcome: 'assumed', line: null, element: name, text: '' });
  }

  remark(remark: DraftRemark): void {
    this.remarks.push(remark);
  }

  /** What became of an element and, unless they have an outcome of their own, of those in it. */
  account(element: MetadataElement, outcome: Outcome): void {
    this.#outcomes.set(element, outcome);
  }

  /** What became of how many elements of the file, after everything that is known was read. */
  finish(): Record<string, number> {
    for (const element of this.root.children) {
      if (this.#outcomes.has(element)) continue;
      this.account(element, 'unknown');
      this.remark({
        code: 'unknown',
        params: { element: element.name },
        kind: 'unknown',
        line: element.line,
      });
    }
    if (this.#assumed.length > 0)
      this.remark({ code: 'assumed', params: { elements: this.#assumed.join(', ') }, kind: 'assumed' });
    const counts: Record<string, number> = {};
    const count = (outcome: Outcome, more: number) => (counts[outcome] = (counts[outcome] ?? 0) + more);
    const visit = (element: MetadataElement, above: Outcome) => {
      const outcome = this.#outcomes.get(element) ?? above;
      if (element.children.some((child) => this.#outcomes.has(child))) {
        count(outcome, 1);
        for (const child of element.children) visit(child, outcome);
      } else count(outcome, countElements(element));
    };
    for (const element of this.root.children) visit(element, 'unknown');
    return counts;
  }

  /** The field has this source from now on. */
  clear(pointer: string): void {
    const source = this.sources.get(pointer);
    if (!source) return;
    this.sources.set(pointer, { ...source, outcome: 'cleared' });
    for (const element of this.root.children.filter(({ name }) => name === source.element))
      this.account(element, 'cleared');
  }

  #source(pointer: string, element: MetadataElement): void {
    const { name, text, line } = element;
    this.sources.set(pointer, { outcome: 'same', line, element: name, text: text.trim() });
  }

  #odd(code: RemarkCode, pointer: string, element: MetadataElement, fixes: readonly Fix[]): void {
    const params = { element: element.name, value: element.text.trim().slice(0, 80) };
    this.account(element, 'changed');
    this.remark({ code, params, kind: 'changed', pointer, line: element.line, fixes, needsChoice: true });
  }
}
