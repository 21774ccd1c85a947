import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { SectionName } from '../../../assets/locales/setup/fields.en.ts';
import { valueAt } from '../../../src/domain/pointers.ts';
import type { ProfileRow, UserRow } from '../../../src/domain/setup/setup-api.ts';
import type { FindAvailableEvent, SelectionChangeEvent } from '../dual-list/dual-list.ts';
import '../dual-list/dual-list.ts';
import '../move-warning/move-warning.ts';
import { recordName } from '../shared/describe.ts';
import { FindUsersEvent, MoreUsersEvent, PeopleChangeEvent, RetryUsersEvent } from '../shared/events.ts';
import type { Field } from '../shared/fields.ts';
import { setupIcon } from '../shared/icon.ts';
import { RecordForm } from '../shared/record-form.ts';
import { movesOf, profileRow, userRow } from './people.ts';
import { contains, isFound, isSectionFound } from './find-settings.ts';
import { sections, transferFields, type Section } from './sections.ts';
import { customElement } from '../../shared/custom-element.ts';

/** The assignments on the server and in the form. */
export interface PeopleView {
  readonly users: readonly UserRow[];
  readonly profiles: readonly ProfileRow[];
}

/** Users that could be assigned, as far as they are loaded. */
export interface UsersFound {
  readonly users: readonly UserRow[];
  readonly total: number | null;
  /** The cursor of the next page; `null` if all are here. */
  readonly next: string | null;
  /** Why they could not be found; `null` if they were. */
  readonly problem: string | null;
}

/**
 * The editor of a presence configuration: its settings by section, then its assignments. Settings whose condition is
 * not met are hidden. Before users or profiles are moved here from another configuration, it lists them.
 *
 * @fires omni-people-change - The user changed the assignments.
 * @fires omni-find-users - The user searches for users.
 * @fires omni-more-users - More users are needed.
 * @fires omni-retry-users - The user asks again for users that could not be loaded.
 * @fires omni-record-action - The user saves, discards or deletes the record, or asks for its history.
 */
@customElement('omni-configuration-editor')
export class OmniConfigurationEditor extends RecordForm {
  /** The id of the record; `null` for a new one. */
  @property({ attribute: false }) recordId: string | null = null;
  @property({ attribute: false }) people: PeopleView = { users: [], profiles: [] };
  @property({ attribute: false }) found: UsersFound = { users: [], total: null, next: null, problem: null };
  /** Every profile. */
  @property({ attribute: false }) profiles: readonly ProfileRow[] = [];
  @property({ type: Boolean, attribute: 'is-default' }) isDefault = false;

  /** What the user looks for among the settings. */
  @state() private wanted = '';

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('recordId')) this.wanted = '';
  }

  protected override get name(): string {
    return recordName(this.form.draft);
  }

  protected override moves(): number {
    return movesOf(this.people, this.recordId).length;
  }

  protected override renderBody() {
    const shown = [...sections.map((section) => this.#settings(section)), ...this.#assignments()];
    const isNothing = shown.every((section) => section === nothing);
    return html`<div class="boxed search find">
        <input
          type="search"
          aria-label=${this.words.findSetting}
          placeholder=${this.words.findSetting}
          .value=${this.wanted}
          @input=${({ target }: InputEvent) => (this.wanted = (target as HTMLInputElement).value)}
          @keydown=${(event: KeyboardEvent) => event.key === 'Enter' && event.preventDefault()}
        />${setupIcon('search')}
      </div>
      ${shown}
      <p class="quiet none-found" role="status" ?hidden=${!isNothing}>
        ${isNothing ? this.words.nothingFound : nothing}
      </p>`;
  }

  /** A problem may be in a setting that is not among those found. */
  override focusFirstProblem(): boolean {
    if (this.wanted === '') return super.focusFirstProblem();
    this.wanted = '';
    void this.updateComplete.then(() => super.focusFirstProblem());
    return true;
  }

  /** A section with the fields that the user looks for: all, if they look for the section. */
  #settings({ name, fields }: Section) {
    const { wanted, words } = this;
    const isWhole = isSectionFound(name, wanted, words);
    const found = isWhole ? fields : fields.filter((field) => isFound(field, wanted, words));
    const transfers = name === 'agent' ? this.#transfers(isWhole) : [];
    if (!this.#isThere(found) && transfers.length === 0) return nothing;
    return this.#section(name, html`${found.map((field) => this.field(field))}${transfers}`);
  }

  #assignments() {
    const { wanted, words } = this;
    const isWanted = (name: 'users' | 'profiles') => isSectionFound(name, wanted, words);
    if (this.isDefault)
      return [
        isWanted('users')
          ? this.#section('users', html`<p class="wide quiet">${words.everybody}</p>`)
          : nothing,
      ];
    return [isWanted('users') ? this.#users() : nothing, isWanted('profiles') ? this.#profiles() : nothing];
  }

  #isThere(fields: readonly Field[]): boolean {
    return fields.some(({ pointer }) => this.form.applies(pointer));
  }

  #section(name: SectionName, body: unknown) {
    const { title, lead } = this.words.sections[name];
    return html`<section id=${name} aria-labelledby="${name}-title">
      <header>
        <h2 id="${name}-title">${title}</h2>
        ${lead === undefined ? nothing : html`<p>${lead}</p>`}
      </header>
      <div class="body">${body}</div>
    </section>`;
  }

  #transfers(isWhole: boolean) {
    const { words, wanted } = this;
    const kinds = (['messaging', 'voice'] as const).filter(
      (kind) =>
        isWhole ||
        contains(`${words.transferTo[kind]} ${words.nothingMeansAll}`, wanted) ||
        transferFields[kind].some((field) => isFound(field, wanted, words)),
    );
    return kinds.map((kind) => {
      const count = (list: string) => {
        const ids = valueAt(this.form.draft, `/transferDestinations/${kind}/${list}`);
        return Array.isArray(ids) ? ids.length : 0;
      };
      const chosen = this.words.destinations(count('profileIds'), count('queueIds'), count('flowIds'));
      return html`<details class="wide">
        <summary>
          <span class="label">${this.words.transferTo[kind]}</span>
          <span class="quiet">${chosen === '' ? this.words.allDestinations : chosen}</span
          >${setupIcon('down')}
        </summary>
        <div>
          <p class="hint">${this.words.nothingMeansAll}</p>
          ${transferFields[kind].map((field) => this.field(field))}
        </div>
      </details>`;
    });
  }

  #movesOf(wanted: 'user' | 'profile') {
    return movesOf(this.people, this.recordId).filter(({ kind }) => kind === wanted);
  }

  #users() {
    const { people, found, recordId, words } = this;
    return this.#section(
      'users',
      html`<omni-move-warning
          class="wide"
          .moves=${this.#movesOf('user')}
          @omni-leave-there=${this.#leaveUsers}
        ></omni-move-warning>
        <omni-dual-list
          id="userIds"
          class="wide"
          label=${words.sections.users.title}
          remote
          .total=${found.total}
          ?more=${found.next !== null}
          .problem=${found.problem}
          .available=${found.users.map((user) => userRow(user, recordId))}
          .selected=${people.users.map((user) => userRow(user, recordId))}
          @omni-selection-change=${this.#chooseUsers}
          @omni-find-available=${({ search }: FindAvailableEvent) =>
            this.dispatchEvent(new FindUsersEvent(search))}
          @omni-end-reached=${() => this.dispatchEvent(new MoreUsersEvent())}
          @omni-retry-available=${() => this.dispatchEvent(new RetryUsersEvent())}
        ></omni-dual-list>
        ${this.problem('/userIds')}`,
    );
  }

  #profiles() {
    const { people, profiles, recordId, words } = this;
    return this.#section(
      'profiles',
      html`<omni-move-warning
          class="wide"
          .moves=${this.#movesOf('profile')}
          @omni-leave-there=${this.#leaveProfiles}
        ></omni-move-warning>
        <omni-dual-list
          id="profileIds"
          class="wide"
          label=${words.sections.profiles.title}
          .available=${profiles.map((profile) => profileRow(profile, recordId))}
          .selected=${people.profiles.map((profile) => profileRow(profile, recordId))}
          @omni-selection-change=${this.#chooseProfiles}
        ></omni-dual-list>
        ${this.problem('/profileIds')}`,
    );
  }

  readonly #chooseUsers = ({ ids }: SelectionChangeEvent): void => {
    this.#change('users', chosen(ids, [...this.found.users, ...this.people.users]));
  };

  readonly #chooseProfiles = ({ ids }: SelectionChangeEvent): void => {
    this.#change('profiles', chosen(ids, [...this.profiles, ...this.people.profiles]));
  };

  readonly #leaveUsers = ({ recordId }: { recordId: string }): void => {
    this.#change(
      'users',
      this.people.users.filter(({ id }) => id !== recordId),
    );
  };

  readonly #leaveProfiles = ({ recordId }: { recordId: string }): void => {
    this.#change(
      'profiles',
      this.people.profiles.filter(({ id }) => id !== recordId),
    );
  };

  #change(kind: 'users' | 'profiles', rows: readonly UserRow[] | readonly ProfileRow[]): void {
    this.dispatchEvent(new PeopleChangeEvent({ [kind]: rows }));
  }
}

/** The rows with these ids, in that order. */
function chosen<Row extends { readonly id: string }>(ids: readonly string[], rows: readonly Row[]): Row[] {
  const known = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => known.get(id) ?? []);
}

declare global {
  interface HTMLElementTagNameMap {
    'omni-configuration-editor': OmniConfigurationEditor;
  }
}
