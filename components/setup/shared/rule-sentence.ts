import { html, type TemplateResult } from 'lit';
import type { SetupStrings } from '../../../assets/locales/setup/setup.en.ts';
import type { Violation } from '../../../src/domain/violations.ts';
import { translateRule } from './say-rule.ts';

/**
 * The sentence about a violated rule, next to its field: in the user's language if translated, otherwise in English.
 */
export function ruleSentence(violation: Violation, words: SetupStrings): TemplateResult {
  const translated = translateRule(violation, words);
  return translated === null
    ? html`<span class="foreign" lang="en">${violation.detail}</span>`
    : html`<span>${translated}</span>`;
}
