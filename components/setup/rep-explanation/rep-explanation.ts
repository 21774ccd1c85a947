import { consume } from '@lit/context';
import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { Fields } from '../../../src/domain/pointers.ts';
import type { NamedRecord, UserConfiguration } from '../../../src/domain/setup/setup-api.ts';
import { emptyForm, formContext, type FormState } from '../shared/contexts.ts';
import { recordName } from '../shared/describe.ts';
import { OpenRecordEvent } from '../shared/events.ts';
import { setupIcon } from '../shared/icon.ts';
import { SetupElement } from '../shared/setup-element.ts';
import { explainedGroups, type ExplainedGroup } from './explained-groups.ts';
import { styles } from './rep-explanation.styles.ts';
import { customElement } from '../../shared/custom-element.ts';

/** A user's effective configuration, and the user's own fields. */
export type ExplainedRep = UserConfiguration & { readonly user: Fields };

type Way = keyof UserConfiguration['path'];
const ways: readonly Way[] = ['user', 'profile', 'default'];

/**
 * Explains a rep's settings: how their presence configuration is assigned, and each effective value with its origin.
 * If the user is not a rep, the page says so and why.
 *
 * @fires omni-open-record - The user opens a presence configuration that is mentioned.
 *
 * @csspart ways - The possible assignments, of which the first one present applies.
 */
@customElement('omni-rep-explanation')
export class OmniRepExplanation extends SetupElement {
  static override styles = styles;

  @property({ attribute: false }) explained: ExplainedRep | null = null;
  @consume({ context: formContext, subscribe: true }) protected form: FormState = emptyForm;

  protected override render() {
    const { explained, words } = this;
    if (!explained) return nothing;
    const { configuration, path, user } = explained;
    const groups = configuration
      ? explainedGroups(configuration, this.#profile, this.form.choices, words)
      : [];
    return html`<article>
      <div class="title">
        <div>
          <h1><bdi>${recordName(user)}</bdi></h1>
          <p class="quiet">${words.explain.lead(this.#profile)}</p>
          ${configuration ? nothing : this.#notARep(user)}
        </div>
      </div>
      ${this.#section(
        'path',
        words.explain.path,
        configuration ? words.explain.pathLead : words.explain.wouldHold,
        this.#path(path),
      )}
      ${groups.map(({ id, title, lead, rows }) => this.#section(id, title, lead, this.#table(rows)))}
    </article>`;
  }

  #section(id: string, title: string, lead: string, body: unknown) {
    return html`<section aria-labelledby=${id}>
      <header>
        <h2 id=${id}><bdi>${title}</bdi></h2>
        <p>${lead}</p>
      </header>
      <div class="wide">${body}</div>
    </section>`;
  }

  #notARep({ active, omniChannel }: Fields) {
    const { words } = this;
    const { explain } = words;
    const reasons = [
      ...(active === true ? [] : [explain.inactive]),
      ...(omniChannel === true ? [] : [explain.withoutPermission]),
    ];
    return html`<p class="line warning">
      ${setupIcon('warn')}<span>${explain.notARep(words.list(reasons))}</span>
    </p>`;
  }

  #path(path: UserConfiguration['path']) {
    const first = ways.find((way) => path[way] !== null);
    return html`<ol part="ways">
      ${ways.map((way) => this.#way(way, path[way], way === first))}
    </ol>`;
  }

  #way(way: Way, configuration: NamedRecord | null, holds: boolean) {
    const { explain, none } = this.words;
    const label = way === 'profile' ? explain.way.profile(this.#profile) : explain.way[way];
    const state = holds ? explain.holds : configuration ? explain.notReached : null;
    return html`<li class=${holds ? 'holds' : ''}>
      ${holds ? setupIcon('check') : nothing}
      <span class="label">${label}</span>
      <bdi
        >${
          configuration
            ? html`<button type="button" class="link" @click=${() => this.#open(configuration.id)}>
                ${configuration.name}
              </button>`
            : html`<span class="quiet">${none}</span>`
        }</bdi
      >
      ${state === null ? nothing : html`<span class="tag">${state}</span>`}
    </li>`;
  }

  #table(rows: ExplainedGroup['rows']) {
    const { setting, explain } = this.words;
    return html`<table>
      <thead>
        <tr>
          ${[setting, explain.value, explain.source].map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ label, value, source }) =>
            html`<tr>
              <th scope="row">${label}</th>
              <td data-head=${explain.value}><bdi>${value}</bdi></td>
              <td data-head=${explain.source} class="quiet">${source}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  }

  /** The name of the user's profile. */
  get #profile(): string {
    const id = this.explained?.user.profileId;
    return this.form.choices.profiles?.find((profile) => profile.id === id)?.name ?? String(id);
  }

  #open(id: string): void {
    this.dispatchEvent(new OpenRecordEvent(id, 'presence-configurations'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'omni-rep-explanation': OmniRepExplanation;
  }
}
