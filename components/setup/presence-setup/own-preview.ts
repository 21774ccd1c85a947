import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { SetupStrings } from '../../../assets/locales/setup/setup.en.ts';
import type { PreviewStrings } from '../../../assets/locales/setup/preview.en.ts';
import type { Choices, Editing, SoundsState, Token } from '../../../src/setup/setup.ts';
import { problemLine } from '../shared/problem-line.ts';
import type { OmniSetupPreview } from '../setup-preview/setup-preview.ts';

type References = OmniSetupPreview['references'];

interface Shown {
  readonly draft: Editing['draft'];
  readonly choices: Choices;
  readonly sounds: SoundsState['sounds'];
  readonly apiAddress: string;
  readonly token: Token;
  readonly words: SetupStrings;
}

/** The languages besides English. */
const loaders: Readonly<Record<string, () => Promise<PreviewStrings>>> = {
  de: async () => (await import('../../../assets/locales/setup/de/preview.ts')).previewDe,
  es: async () => (await import('../../../assets/locales/setup/es/preview.ts')).previewEs,
  ja: async () => (await import('../../../assets/locales/setup/ja/preview.ts')).previewJa,
  ar: async () => (await import('../../../assets/locales/setup/ar/preview.ts')).previewAr,
};

/**
 * The preview next to the form of a presence configuration. It includes the rep's panel, so it is loaded with the
 * first form.
 */
export class OwnPreview {
  readonly #host: ReactiveControllerHost;
  #loading: string | null = null;
  #words: PreviewStrings | null = null;
  #hasFailed = false;
  #references: { readonly from: readonly unknown[]; readonly references: References } | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Starts loading the preview in this language if necessary; `false` until it is loaded, or could not be. */
  hasSomething(locale: string): boolean {
    if (this.#loading !== locale) this.#start(locale);
    return this.#words !== null || this.#hasFailed;
  }

  render({ draft, choices, sounds, apiAddress, token, words }: Shown): TemplateResult | typeof nothing {
    if (this.#hasFailed)
      return html`<div class="no-preview">
        ${problemLine(words.previewFailed, words, () => this.#start(words.locale))}
      </div>`;
    if (!this.#words) return nothing;
    return html`<omni-setup-preview
      .configuration=${draft}
      .references=${this.#referencesOf(choices, sounds)}
      api-address=${apiAddress}
      .token=${token}
      .words=${this.#words}
    ></omni-setup-preview>`;
  }

  #start(locale: string): void {
    this.#loading = locale;
    this.#hasFailed = false;
    // The form works without it.
    this.#load(locale).catch(() => {
      if (this.#loading !== locale) return;
      this.#hasFailed = true;
      this.#host.requestUpdate();
    });
  }

  async #load(locale: string): Promise<void> {
    const [words] = await Promise.all([
      loaders[locale.split('-')[0] ?? '']?.() ??
        import('../../../assets/locales/setup/preview.en.ts').then(({ previewEn }) => previewEn),
      import('../setup-preview/setup-preview.ts'),
    ]);
    if (this.#loading !== locale) return;
    this.#words = words;
    this.#host.requestUpdate();
  }

  /** The same object as long as the lists are the same. */
  #referencesOf(choices: Choices, sounds: SoundsState['sounds']): References {
    const from = [
      choices['service-channels'],
      choices['presence-statuses'],
      choices['decline-reasons'],
      choices['routing-configurations'],
      choices.queues,
      sounds,
    ];
    const known = this.#references;
    if (known?.from.every((list, index) => list === from[index])) return known.references;
    const references: References = {
      channels: choices['service-channels'] ?? [],
      statuses: choices['presence-statuses'] ?? [],
      declineReasons: choices['decline-reasons'] ?? [],
      routingConfigurations: choices['routing-configurations'] ?? [],
      queues: choices.queues ?? [],
      sounds,
    };
    this.#references = { from, references };
    return references;
  }
}
