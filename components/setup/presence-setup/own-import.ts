import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { ImportWords } from '../../../assets/locales/setup/import.en.ts';
import type { SetupStrings } from '../../../assets/locales/setup/setup.en.ts';
import { chosenFiles, droppedFiles, type ImportingState, type Setup } from '../../../src/setup/setup.ts';
import { problemLine } from '../shared/problem-line.ts';
import type { ImportActionEvent } from '../setup-import/import-event.ts';
import { download } from '../shared/download.ts';

/** The languages besides English. */
const loaders: Readonly<Record<string, () => Promise<ImportWords>>> = {
  de: async () => (await import('../../../assets/locales/setup/de/import.ts')).importDe,
  es: async () => (await import('../../../assets/locales/setup/es/import.ts')).importEs,
  ja: async () => (await import('../../../assets/locales/setup/ja/import.ts')).importJa,
  ar: async () => (await import('../../../assets/locales/setup/ar/import.ts')).importAr,
};

/** The page of import and export, which is loaded when it is opened. */
export class OwnImport {
  readonly #host: ReactiveControllerHost;
  readonly #handlers: Setup['handlers'];
  #loading: string | null = null;
  #own: ImportWords | null = null;
  #hasFailed = false;

  constructor(host: ReactiveControllerHost, handlers: Setup['handlers']) {
    this.#host = host;
    this.#handlers = handlers;
  }

  render(view: ImportingState, words: SetupStrings): TemplateResult {
    if (this.#loading !== words.locale) this.#start(words.locale);
    if (this.#hasFailed) return problemLine(words.noAnswer, words, () => this.#start(words.locale));
    if (!this.#own) return html`<p class="quiet none">${words.loading}</p>`;
    return html`<omni-setup-import
      .view=${view}
      .own=${this.#own}
      @omni-import-action=${this.#act}
    ></omni-setup-import>`;
  }

  readonly #act = (event: ImportActionEvent): void => {
    event.stopPropagation();
    void this.#do(event);
  };

  async #do({ action }: ImportActionEvent): Promise<void> {
    const handlers = this.#handlers;
    switch (action.do) {
      case 'drop':
        return handlers.importFiles(droppedFiles(action.dropped));
      case 'files':
        return handlers.importFiles(Promise.resolve(chosenFiles(action.files)));
      case 'choose':
        return handlers.chooseFix(action.remark, action.choice);
      case 'leaveOut':
        return handlers.leaveOut(action.key, action.isOut);
      case 'planAgain':
        return handlers.planAgain();
      case 'apply':
        return handlers.applyImport();
      case 'undo':
        return handlers.undoImport();
      case 'startOver':
        return handlers.startOver();
      case 'export': {
        const zip = await handlers.exported(action.format);
        if (zip) download(zip, `omni-channel-${action.format}.zip`);
      }
    }
  }

  #start(locale: string): void {
    this.#loading = locale;
    this.#hasFailed = false;
    this.#load(locale).catch(() => {
      if (this.#loading !== locale) return;
      this.#hasFailed = true;
      this.#host.requestUpdate();
    });
  }

  async #load(locale: string): Promise<void> {
    const [own] = await Promise.all([
      loaders[locale.split('-')[0] ?? '']?.() ??
        import('../../../assets/locales/setup/import.en.ts').then(({ importEn }) => importEn),
      import('../setup-import/setup-import.ts'),
    ]);
    if (this.#loading !== locale) return;
    this.#own = own;
    this.#host.requestUpdate();
  }
}
