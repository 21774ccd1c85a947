import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import '../confirm-dialog/confirm-dialog.ts';
import type { UsedByRow } from '../confirm-dialog/confirm-dialog.ts';

/** A question that the user must confirm before something happens; with an empty `confirm`, why it cannot. */
export interface Question {
  readonly heading: string;
  readonly detail: string;
  readonly confirm: string;
  readonly cancel: string;
  /** The records in the way, if it cannot be done. */
  readonly usedBy?: readonly UsedByRow[];
}

/** Asks the user one question at a time: a later one answers the earlier one with no. */
export class Questions {
  readonly #host: ReactiveControllerHost;
  #open: { readonly question: Question; readonly answer: (isConfirmed: boolean) => void } | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  ask(question: Question): Promise<boolean> {
    this.#answered(false);
    return new Promise((answer) => {
      this.#open = { question, answer };
      this.#host.requestUpdate();
    });
  }

  /** Answers the open question with no, if there is one. */
  drop(): void {
    this.#answered(false);
  }

  render(): TemplateResult | typeof nothing {
    if (!this.#open) return nothing;
    const { heading, detail, confirm, cancel, usedBy = [] } = this.#open.question;
    return html`<omni-confirm-dialog
      .heading=${heading}
      .detail=${detail}
      .confirm=${confirm}
      .cancel=${cancel}
      .usedBy=${usedBy}
      @omni-answer=${({ isConfirmed }: { isConfirmed: boolean }) => this.#answered(isConfirmed)}
    ></omni-confirm-dialog>`;
  }

  #answered(isConfirmed: boolean): void {
    const open = this.#open;
    this.#open = null;
    this.#host.requestUpdate();
    open?.answer(isConfirmed);
  }
}
