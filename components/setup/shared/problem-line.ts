import { html, nothing, type TemplateResult } from 'lit';
import type { SetupStrings } from '../../../assets/locales/setup/setup.en.ts';
import { NO_ANSWER } from '../../../src/domain/setup/no-answer.ts';
import { setupIcon } from './icon.ts';

/** The sentence of a problem: in the user's language if it is Setup's own, otherwise in English, as the server wrote it. */
export function problemSentence(problem: string, words: SetupStrings): TemplateResult {
  if (problem === words.previewFailed) return html`<span>${problem}</span>`;
  return problem === NO_ANSWER
    ? html`<span>${words.noAnswer}</span>`
    : html`<span class="foreign" lang="en">${problem}</span>`;
}

/** Why something could not be loaded or done, with a button that tries again if that makes sense. */
export function problemLine(
  problem: string,
  words: SetupStrings,
  retry: (() => void) | null,
): TemplateResult {
  return html`<div class="trouble">
    <p class="line problem" role="alert">${setupIcon('alert')}${problemSentence(problem, words)}</p>
    ${
      retry === null
        ? nothing
        : html`<button type="button" class="button small" @click=${() => retry()}>${words.retry}</button>`
    }
  </div>`;
}
