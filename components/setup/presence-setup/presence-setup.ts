import { ContextProvider } from '@lit/context';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { setupEn, type SetupStrings } from '../../../assets/locales/setup/setup.en.ts';
import { RunController } from '../../../src/controllers/run.ts';
import type { ProfileRow } from '../../../src/domain/setup/setup-api.ts';
import {
  createSetup,
  isRecord,
  NEW,
  type Editing,
  type PageName,
  type Place,
  type Resource,
  type Token,
} from '../../../src/setup/setup.ts';
import '../configuration-editor/configuration-editor.ts';
import '../record-editor/record-editor.ts';
import '../record-list/record-list.ts';
import '../rep-explanation/rep-explanation.ts';
import '../setup-overview/setup-overview.ts';
import { emptyForm, formContext, setupWordsContext } from '../shared/contexts.ts';
import { recordName } from '../shared/describe.ts';
import { problemLine } from '../shared/problem-line.ts';
import type { OpenRecordEvent } from '../shared/events.ts';
import { setupIcon } from '../shared/icon.ts';
import type { RecordForm } from '../shared/record-form.ts';
import '../stale-merge/stale-merge.ts';
import type { OmniStaleMerge } from '../stale-merge/stale-merge.ts';
import { Address } from './address.ts';
import { answerEvents } from './answers.ts';
import { historyDialog, pageList, revealPage, topBar } from './frame.ts';
import { styles } from './presence-setup.styles.ts';
import { OwnImport } from './own-import.ts';
import { OwnPreview } from './own-preview.ts';
import { PlaceChangedEvent } from './place-changed-event.ts';
import { Questions } from './questions.ts';
import { RecordActions } from './record-actions.ts';
import { formIn, mergeRowsOf, savingOf } from './views.ts';
import { customElement } from '../../shared/custom-element.ts';
import { speak } from '../../shared/own-language.ts';

/**
 * Setup for administrators: presence configurations and the records they refer to. The token needs the permission
 * `customize-application`; without it nothing is shown.
 *
 * @fires omni-place-changed - The user moved to another place: another page, or another record on it.
 *
 * @slot top - Links of the host, at the end of the top bar.
 * @slot preview - Replaces the built-in preview next to the form of a presence configuration.
 *
 * @csspart top - The top bar.
 * @csspart pages - The pages of Setup.
 * @csspart list - The list of records.
 * @csspart main - The open record.
 * @csspart preview - The container of the preview.
 */
@customElement('omni-presence-setup')
export class OmniPresenceSetup extends LitElement {
  static override styles = styles;

  /** The API address, below which `v1/...` is. */
  @property({ attribute: 'api-address' }) apiAddress = '';
  /**
   * The administrator's token, or a function that fetches one: it is called again before the token expires, and when
   * it is rejected.
   */
  @property({ attribute: false }) token: Token = '';
  /** The page shown: a kind of record, or `explain` for a rep's effective configuration. */
  @property() page: PageName = 'presence-configurations';
  /** The id of the open record; empty for none, `+` for a new one. */
  @property() record = '';
  /** `hash`: each place has a URL with its own fragment. Otherwise URLs are left to the host. */
  @property() addresses: 'none' | 'hash' = 'none';
  /** The texts, with time and number formats; they determine the text direction. */
  @property({ attribute: false }) words: SetupStrings = setupEn;

  /** Whether the host provides its own preview. */
  @state() private hasSlotted = false;
  @query('omni-configuration-editor, omni-record-editor') private form!: RecordForm | null;
  @query('omni-stale-merge') private merging!: OmniStaleMerge | null;
  @query('main') private main!: HTMLElement;

  readonly #setup = createSetup(this.#options());
  readonly #preview = new OwnPreview(this);
  readonly #import = new OwnImport(this, this.#setup.handlers);
  readonly #questions = new Questions(this);
  readonly #actions = new RecordActions({
    setup: this.#setup,
    questions: this.#questions,
    words: () => this.words,
    showProblem: () => this.#showProblem(),
    chosen: () => this.merging?.chosen ?? null,
  });
  readonly #address = new Address(this, Object.keys(setupEn.pages) as PageName[]);
  readonly #words = new ContextProvider(this, { context: setupWordsContext, initialValue: setupEn });
  readonly #form = new ContextProvider(this, { context: formContext, initialValue: emptyForm });
  readonly #running = new RunController(this, {
    target: () => (this.isConnected ? this.apiAddress : null),
    start: () => this.#start(),
    stop: () => {
      this.#setup.stop();
      this.#address.stop();
    },
  });

  constructor() {
    super();
    const { stores, handlers } = this.#setup;
    for (const store of Object.values(stores)) store.subscribe(() => this.requestUpdate());
    stores.place.subscribe(() => this.#placeChanged());
    answerEvents(this, handlers);
    this.addEventListener('omni-record-action', (event) => this.#actions.act(event));
    this.addEventListener('omni-open-record', this.#open);
    this.addEventListener('omni-merge', ({ mine }) => this.#actions.merge(mine));
    this.addEventListener('omni-remove-sound', (event) => {
      event.stopPropagation();
      void this.#actions.removeSound(event.sha256);
    });
  }

  /** The unsaved fields of the open presence configuration; `null` if none is open. */
  get draft(): Editing['draft'] | null {
    const { editing } = this.#setup.stores.editing.state;
    return editing?.resource === 'presence-configurations' ? editing.draft : null;
  }

  /** Goes to a place as if the user had chosen it; resolves to `false` if they stay because of unsaved changes. */
  async goTo({ page, record }: Place): Promise<boolean> {
    if (this.#isAt({ page, record })) return true;
    if (!(await this.#mayLeave())) {
      this.#reflect();
      return false;
    }
    await this.#setup.handlers.go({ page, record });
    if (record !== null) await this.#arrived();
    return true;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#form.setValue(formIn(this.#setup.stores));
    if (!changed.has('words')) return;
    this.#words.setValue(this.words);
    speak(this, this.words);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (changed.has('page')) revealPage(this.renderRoot);
    if (changed.has('apiAddress')) queueMicrotask(() => this.#running.check());
    else if (changed.has('page') || changed.has('record')) this.#goToRequestedPlace();
  }

  protected override render() {
    const { words } = this;
    const { list, editing, audit, explanation } = this.#setup.stores;
    if (list.state.isForbidden)
      return html`<p class="forbidden line problem">${setupIcon('alert')}<span>${words.forbidden}</span></p>`;
    const isOpen = [editing.state.editing, explanation.state.explained].some((open) => open !== null);
    const isLoading = editing.state.isLoading || explanation.state.isLoading;
    const hasFailed = (editing.state.problem ?? explanation.state.problem) !== null;
    const { draft } = this;
    const hasPreview = draft !== null && (this.hasSlotted || this.#preview.hasSomething(words.locale));
    const showsRecord = isOpen || isLoading || hasFailed;
    const layout = {
      open: showsRecord,
      landing: !showsRecord && this.page === 'presence-configurations',
      whole: !showsRecord && this.page === 'import',
      previewed: hasPreview,
    };
    return html`<div class=${classMap({ frame: true, ...layout })}>
        ${topBar(words, this.page, this.#setup.handlers)}
        ${pageList(words, this.page, (page) => void this.goTo({ page, record: null }))}
        ${this.page === 'import' ? nothing : this.#list(this.page)}
        <main part="main" tabindex="-1" aria-busy=${isLoading}>${this.#opened()}</main>
        <aside part="preview" ?hidden=${!hasPreview}>
          <slot name="preview" @slotchange=${this.#slotted}
            >${draft && !this.hasSlotted ? this.#ownPreview(draft) : nothing}</slot
          >
        </aside>
      </div>
      ${audit.state.isOpen ? this.#history() : nothing} ${this.#questions.render()}`;
  }

  #list(page: Exclude<PageName, 'import'>) {
    const { words } = this;
    const { list } = this.#setup.stores;
    const { rows, search, isLoading, next, problem } = list.state;
    return html`<nav part="list" aria-label=${words.pages[page].title}>
      <omni-record-list
        .page=${page}
        .rows=${rows}
        .current=${this.record === '' || this.record === NEW ? null : this.record}
        ?unsaved=${this.#setup.handlers.hasUnsaved()}
        .search=${search}
        ?loading=${isLoading}
        ?more=${next !== null}
        .problem=${problem}
      ></omni-record-list>
    </nav>`;
  }

  /** The open record. */
  #opened() {
    const { words } = this;
    const { editing, explanation } = this.#setup.stores;
    const { problem, isLoading } = this.page === 'explain' ? explanation.state : editing.state;
    if (this.page === 'import') return this.#import.render(this.#setup.stores.importing.state, words);
    const { explained } = explanation.state;
    const back = html`<button type="button" class="button bare small back" @click=${this.#back}>
      ${setupIcon('left')}${words.back}
    </button>`;
    if (problem !== null)
      return html`${back}
      ${problemLine(problem, words, () => void this.#setup.handlers.go(this.#requestedPlace))}`;
    if (editing.state.editing) return html`${back}${this.#editor(editing.state.editing)}`;
    if (explained) return html`${back}<omni-rep-explanation .explained=${explained}></omni-rep-explanation>`;
    if (this.page === 'presence-configurations' && !isLoading) return this.#overview();
    const choose = this.page === 'explain' ? words.explain.chooseOne : words.chooseOne;
    return html`<p class="quiet none">${isLoading ? words.loading : choose}</p>`;
  }

  #overview() {
    const { overview, problem } = this.#setup.stores.overview.state;
    return html`<omni-setup-overview
      .overview=${overview}
      .problem=${problem}
      @omni-retry-overview=${() => void this.#setup.handlers.loadOverview()}
    ></omni-setup-overview>`;
  }

  #editor(editing: Editing) {
    const { resource, stale } = editing;
    const merging = stale
      ? html`<omni-stale-merge
          .rows=${mergeRowsOf(editing, this.#form.value, this.words)}
        ></omni-stale-merge>`
      : nothing;
    return html`${merging}${
      resource === 'presence-configurations' ? this.#configuration(editing) : this.#record(editing, resource)
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

  /** Decline reasons are retired, never deleted: settled work refers to them. */
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
      draft,
      choices: choices.state,
      sounds: sounds.state.sounds,
      apiAddress: this.apiAddress,
      token: this.token,
      words: this.words,
    });
  }

  #history() {
    const { handlers, stores } = this.#setup;
    const name = recordName(stores.editing.state.editing?.original ?? {});
    return historyDialog(stores.audit.state, name, this.words, {
      ...handlers,
      undoChange: (change) => this.#actions.undoChange(change),
    });
  }

  #showProblem(): void {
    void this.updateComplete.then(() => this.form?.updateComplete).then(() => this.form?.focusFirstProblem());
  }

  readonly #open = ({ recordId, page }: OpenRecordEvent): void => {
    void this.goTo({ page: page ?? this.page, record: recordId ?? NEW });
  };

  /** Moves the focus to what was opened, unless the user has gone on meanwhile. */
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

  readonly #back = (): void => void this.goTo({ page: this.page, record: null });

  readonly #slotted = ({ target }: Event): void => {
    this.hasSlotted = (target as HTMLSlotElement).assignedElements().length > 0;
  };

  /** Whether the record may be left: the user is asked if there are unsaved changes. */
  async #mayLeave(): Promise<boolean> {
    const { handlers, stores } = this.#setup;
    const { editing } = stores.editing.state;
    if (!editing || !handlers.hasUnsaved()) return true;
    const { words } = this;
    const { changes } = savingOf(editing, this.#form.value, words);
    return this.#questions.ask({
      heading: words.leaveAsk,
      detail: words.leaveWhat(changes),
      confirm: words.leave,
      cancel: words.stay,
    });
  }

  #isAt({ page, record }: Place): boolean {
    const { place } = this.#setup.stores;
    return place.state.page === page && place.state.record === record;
  }

  /** The place changed: updates the properties and notifies the host. */
  #placeChanged(): void {
    this.#reflect();
    const { isSameStep, ...place } = this.#setup.stores.place.state;
    if (!isSameStep) this.#closeDialogs();
    this.dispatchEvent(new PlaceChangedEvent(place, isSameStep));
  }

  /** What stands over a page is about it: over another one, a confirmed question would be about another record. */
  #closeDialogs(): void {
    this.#questions.drop();
    this.#setup.handlers.closeAudit();
  }

  #reflect(): void {
    const { page, record } = this.#setup.stores.place.state;
    this.page = page;
    this.record = record ?? '';
  }

  /** The place that the properties refer to. */
  get #requestedPlace(): Place {
    return { page: this.page, record: isRecord(this.record) ? this.record : null };
  }

  /** The host set a property: goes to that place. */
  #goToRequestedPlace(): void {
    if (this.#running.isRunning && !this.#isAt(this.#requestedPlace)) void this.goTo(this.#requestedPlace);
  }

  #start(): void {
    this.#setup.start();
    const place =
      this.addresses === 'hash' ? this.#address.start(this.#requestedPlace) : this.#requestedPlace;
    void this.#setup.handlers.begin(place);
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
