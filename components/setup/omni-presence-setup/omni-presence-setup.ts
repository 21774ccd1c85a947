import { ContextProvider } from '@lit/context';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { setupEn, type SetupStrings } from '../../../assets/locales/setup.en.ts';
import type { ProfileRow } from '../../../src/domain/setup-api.ts';
import { createSetup, type Editing, type Resource, type Token } from '../../../src/setup/setup.ts';
import '../audit-history/audit-history.ts';
import '../configuration-editor/configuration-editor.ts';
import '../confirm-dialog/confirm-dialog.ts';
import '../record-editor/record-editor.ts';
import '../record-list/record-list.ts';
import { emptyForm, formContext, setupWordsContext } from '../shared/contexts.ts';
import { recordName } from '../shared/describe.ts';
import type { MergeEvent, OpenRecordEvent, RecordActionEvent } from '../shared/events.ts';
import { setupIcon } from '../shared/icon.ts';
import type { RecordForm } from '../shared/record-form.ts';
import '../stale-merge/stale-merge.ts';
import { answerEvents } from './answers.ts';
import { styles } from './omni-presence-setup.styles.ts';
import { OwnPreview } from './own-preview.ts';
import { formOf, historyOf, mergeRowsOf, mineOf, savingOf } from './views.ts';

/** What the person has to confirm before it happens. */
interface Question {
  readonly heading: string;
  readonly detail: string;
  readonly confirm: string;
  readonly cancel: string;
  readonly then: () => void;
}

/**
 * Setup for administrators: presence configurations and whatever they refer to. It needs a token with the permission
 * `customize-application`; without it there is nothing to see.
 *
 * @slot preview - Beside the form of a presence configuration, in place of the preview that is there.
 *
 * @csspart top - The bar at the top.
 * @csspart list - The records of the page.
 * @csspart main - The record that is open.
 * @csspart preview - The place of the preview.
 */
@customElement('omni-presence-setup')
export class OmniPresenceSetup extends LitElement {
  static override styles = styles;

  /** The address of the API, below which `v1/...` is. */
  @property({ attribute: 'api-address' }) apiAddress = '';
  /** The administrator's token, or a function that fetches one: called again before it expires, and when it is refused. */
  @property({ attribute: false }) token: Token = '';
  /** Which records are shown. */
  @property() page: Resource = 'presence-configurations';
  /** The words, and how times and numbers are written; the direction of the text follows them. */
  @property({ attribute: false }) words: SetupStrings = setupEn;

  @state() private question: Question | null = null;
  /** Whether the host has a preview of its own. */
  @state() private hasSlotted = false;
  @query('omni-configuration-editor, omni-record-editor') private form!: RecordForm | null;
  @query('main') private main!: HTMLElement;

  readonly #setup = createSetup(this.#options());
  readonly #preview = new OwnPreview(this);
  readonly #words = new ContextProvider(this, { context: setupWordsContext, initialValue: setupEn });
  readonly #form = new ContextProvider(this, { context: formContext, initialValue: emptyForm });
  #runsFor: string | null = null;

  constructor() {
    super();
    const { stores, handlers } = this.#setup;
    for (const store of Object.values(stores)) store.subscribe(() => this.requestUpdate());
    answerEvents(this, handlers);
    this.addEventListener('omni-record-action', this.#act);
    this.addEventListener('omni-open-record', this.#open);
    this.addEventListener('omni-merge', this.#merge);
    // Put in another place it is at once back in the document: that is no reason to begin anew.
    const later = () => queueMicrotask(() => this.#run());
    this.addController({ hostConnected: later, hostDisconnected: later });
  }

  /** The fields of the presence configuration under edit, as it is not saved yet; `null`: none is open. */
  get draft(): Editing['draft'] | null {
    const { editing } = this.#setup.stores.editing.state;
    return editing?.resource === 'presence-configurations' ? editing.draft : null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { editing, choices, sounds } = this.#setup.stores;
    const open = editing.state.editing;
    this.#form.setValue(open ? formOf(open, choices.state, sounds.state) : emptyForm);
    if (!changed.has('words')) return;
    this.#words.setValue(this.words);
    this.lang = this.words.locale;
    this.dir = this.words.direction;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (changed.has('apiAddress')) queueMicrotask(() => this.#run());
  }

  protected override render() {
    const { words, question } = this;
    const { list, editing, audit } = this.#setup.stores;
    if (list.state.isForbidden)
      return html`<p class="forbidden line problem">${setupIcon('alert')}<span>${words.forbidden}</span></p>`;
    const isOpen = editing.state.editing !== null || editing.state.isLoading;
    const { draft } = this;
    const hasPreview = draft !== null && (this.hasSlotted || this.#preview.isReady(words.locale));
    return html`<div class=${`frame${isOpen ? ' open' : ''}${hasPreview ? ' previewed' : ''}`}>
        ${this.#top()}
        <nav part="list" aria-label=${words.pages[this.page].title}>${this.#list()}</nav>
        <main part="main" tabindex="-1" aria-busy=${editing.state.isLoading}>${this.#editor()}</main>
        <aside part="preview" ?hidden=${!hasPreview}>
          <slot name="preview" @slotchange=${this.#slotted}
            >${draft && !this.hasSlotted ? this.#ownPreview(draft) : nothing}</slot
          >
        </aside>
      </div>
      ${audit.state.isOpen ? this.#history() : nothing}
      ${
        question
          ? html`<omni-confirm-dialog
              .heading=${question.heading}
              .detail=${question.detail}
              .confirm=${question.confirm}
              .cancel=${question.cancel}
              @omni-answer=${({ isConfirmed }: { isConfirmed: boolean }) => this.#answered(question, isConfirmed)}
            ></omni-confirm-dialog>`
          : nothing
      }`;
  }

  #top() {
    const { words } = this;
    return html`<header part="top">
      ${setupIcon('sliders')}<span class="quiet">${words.setup}</span>${setupIcon('right')}
      <span class="boxed">
        <select aria-label=${words.page} @change=${this.#turn}>
          ${(Object.keys(words.pages) as Resource[]).map(
            (page) =>
              html`<option value=${page} .selected=${page === this.page}>${words.pages[page].title}</option>`,
          )}
        </select>
        ${setupIcon('down')}
      </span>
      <button
        type="button"
        class="button bare small"
        @click=${() => void this.#setup.handlers.openAudit(null)}
      >
        ${words.auditLog}
      </button>
    </header>`;
  }

  #list() {
    const { list, editing } = this.#setup.stores;
    const { rows, search, isLoading, next, problem } = list.state;
    return html`<omni-record-list
      .page=${this.page}
      .rows=${rows}
      .current=${editing.state.editing?.id ?? null}
      ?unsaved=${this.#setup.handlers.hasUnsaved()}
      .search=${search}
      ?loading=${isLoading}
      ?more=${next !== null}
      .problem=${problem}
    ></omni-record-list>`;
  }

  #editor() {
    const { words } = this;
    const { editing, problem, isLoading } = this.#setup.stores.editing.state;
    const back = html`<button type="button" class="button bare small back" @click=${this.#back}>
      ${setupIcon('left')}${words.back}
    </button>`;
    if (problem !== null)
      return html`${back}
        <p class="line problem" role="alert">${setupIcon('alert')}<span lang="en">${problem}</span></p>`;
    if (!editing) return html`<p class="quiet none">${isLoading ? words.loading : words.chooseOne}</p>`;
    const merging = editing.stale
      ? html`<omni-stale-merge .rows=${mergeRowsOf(editing, this.#form.value, words)}></omni-stale-merge>`
      : nothing;
    return html`${back}${merging}${
      editing.resource === 'presence-configurations'
        ? this.#configuration(editing)
        : this.#record(editing, editing.resource)
    }`;
  }

  #configuration(editing: Editing) {
    const { words } = this;
    const { choices, directory, list } = this.#setup.stores;
    const { id, people, isDefault } = editing;
    const changedAt = list.state.rows.find((row) => row.id === id)?.changedAt;
    return html`<omni-configuration-editor
      .recordId=${id}
      .people=${people}
      .found=${directory.state}
      .profiles=${(choices.state.profiles ?? []) as unknown as readonly ProfileRow[]}
      ?is-default=${isDefault}
      heading=${words.pages['presence-configurations'].newOne}
      lead=${typeof changedAt === 'number' ? words.lastChanged(words.dayTime(changedAt)) : ''}
      .saving=${savingOf(editing, this.#form.value, words)}
      ?removable=${id !== null && !isDefault}
      ?historic=${id !== null}
    ></omni-configuration-editor>`;
  }

  /** Reasons are retired, never erased: settled work names them. */
  #record(editing: Editing, resource: Exclude<Resource, 'presence-configurations'>) {
    const { words } = this;
    return html`<omni-record-editor
      .resource=${resource}
      heading=${words.pages[resource].newOne}
      .saving=${savingOf(editing, this.#form.value, words)}
      ?removable=${editing.id !== null && resource !== 'decline-reasons'}
      ?historic=${editing.id !== null}
    ></omni-record-editor>`;
  }

  #ownPreview(draft: Editing['draft']) {
    const { choices, sounds } = this.#setup.stores;
    return this.#preview.render({
      ...{ draft, choices: choices.state, sounds: sounds.state.sounds },
      ...{ apiAddress: this.apiAddress, token: this.token },
    });
  }

  #history() {
    const { words } = this;
    const { handlers, stores } = this.#setup;
    const { entries, about, isLoading, next, problem } = stores.audit.state;
    const name = recordName(stores.editing.state.editing?.original ?? {});
    return html`<omni-audit-history
      .heading=${about ? words.historyOf(name) : words.auditLog}
      .entries=${historyOf(entries, this.#form.value.choices, words)}
      ?loading=${isLoading}
      ?more=${next !== null}
      .problem=${problem}
      @omni-more-history=${() => void handlers.moreAudit()}
      @close=${() => handlers.closeAudit()}
    ></omni-audit-history>`;
  }

  readonly #act = ({ action }: RecordActionEvent): void => {
    const { handlers, stores } = this.#setup;
    const { editing } = stores.editing.state;
    if (!editing) return;
    const { resource, id } = editing;
    switch (action) {
      case 'save':
        return void handlers.save().then((isSaved) => isSaved || this.#showProblem());
      case 'showProblem':
        return this.#showProblem();
      case 'discard':
        return void (id === null ? handlers.close() : handlers.open(resource, id));
      case 'undo':
        return void handlers.undo();
      case 'history':
        return void (id === null || handlers.openAudit({ resource, id }));
      case 'delete':
        return this.#askToDelete(editing);
    }
  };

  #showProblem(): void {
    void this.updateComplete.then(() => this.form?.updateComplete).then(() => this.form?.focusFirstProblem());
  }

  #askToDelete({ original }: Editing): void {
    const { words } = this;
    this.question = {
      ...{ heading: words.deleteAsk(recordName(original)), detail: words.deleteWhat },
      ...{ confirm: words.deleteRecord, cancel: words.cancel },
      then: () => void this.#setup.handlers.remove(),
    };
  }

  readonly #open = ({ recordId }: OpenRecordEvent): void => {
    const { editing } = this.#setup.stores.editing.state;
    if (recordId !== null && editing?.id === recordId) return;
    this.#leaveFor(() => {
      void this.#setup.handlers.open(this.page, recordId).then(() => this.#arrived());
    });
  };

  /** The focus follows to what was opened, unless the person went on meanwhile. */
  async #arrived(): Promise<void> {
    await this.updateComplete;
    await this.form?.updateComplete;
    const isNew = this.#setup.stores.editing.state.editing?.id === null;
    const first = this.form?.shadowRoot?.querySelector('omni-setting-field');
    await first?.updateComplete;
    if (isNew && first) first.focus();
    else this.main.focus({ preventScroll: true });
    this.scrollIntoView({ block: 'start' });
  }

  readonly #turn = ({ target }: Event): void => {
    const select = target as HTMLSelectElement;
    const page = select.value as Resource;
    // Until it is left, the page is the same.
    select.value = this.page;
    this.#leaveFor(() => {
      this.page = page;
      this.#setup.handlers.close();
      void this.#setup.handlers.openPage(page);
    });
  };

  readonly #back = (): void => this.#leaveFor(() => this.#setup.handlers.close());

  readonly #merge = ({ mine }: MergeEvent): void => {
    const { editing } = this.#setup.stores.editing.state;
    if (editing) this.#setup.handlers.merge(mineOf(editing, mine));
  };

  readonly #slotted = ({ target }: Event): void => {
    this.hasSlotted = (target as HTMLSlotElement).assignedElements().length > 0;
  };

  /** Does something that leaves the record; where something is unsaved, only once the person confirmed it. */
  #leaveFor(then: () => void): void {
    const { handlers, stores } = this.#setup;
    const { editing } = stores.editing.state;
    if (!editing || !handlers.hasUnsaved()) return then();
    const { words } = this;
    const { changes } = savingOf(editing, this.#form.value, words);
    this.question = {
      ...{ heading: words.leaveAsk, detail: words.leaveWhat(changes) },
      ...{ confirm: words.leave, cancel: words.stay, then },
    };
  }

  #answered({ then }: Question, isConfirmed: boolean): void {
    this.question = null;
    if (isConfirmed) then();
  }

  /** Starts for the present API address while it is in the document; otherwise leaves nothing behind. */
  #run(): void {
    const wanted = this.isConnected ? this.apiAddress : null;
    if (wanted === this.#runsFor) return;
    if (this.#runsFor !== null) this.#setup.stop();
    this.#runsFor = wanted;
    if (wanted === null) return;
    this.#setup.start();
    this.#setup.handlers.close();
    void this.#setup.handlers.openPage(this.page);
  }

  #options() {
    const read = { apiAddress: () => this.apiAddress, token: () => this.token };
    return {
      get apiAddress() {
        return read.apiAddress();
      },
      get token() {
        return read.token();
      },
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'omni-presence-setup': OmniPresenceSetup;
  }
}
