import { html, type TemplateResult } from 'lit';
import type { SetupStrings } from '../../../assets/locales/setup.en.ts';
import { sayRule } from './say-rule.ts';

/** What a violated rule says, beside its field: in the person's language where it is known there, else in English. */
export function ruleSentence(sentence: string, words: SetupStrings): TemplateResult {
  const said = sayRule(sentence, words);
  return said === null
    ? html`<span class="foreign" lang="en">${sentence}</span>`
    : html`<span>${said}</span>`;
}
