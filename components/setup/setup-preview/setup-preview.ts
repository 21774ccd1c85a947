import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { previewEn, type PreviewStrings } from '../../../assets/locales/setup/preview.en.ts';
import type { AgentWork } from '../../../src/domain/work/agent-work.ts';
import { extensionsLeft } from '../../../src/domain/work/acw.ts';
import type { EffectiveChannel } from '../../../src/domain/configuration/effective-configuration.ts';
import type { Fields } from '../../../src/domain/pointers.ts';
import * as facts from '../../../src/events/facts.ts';
import * as requests from '../../../src/events/requests.ts';
import {
  latest,
  likelyQueue,
  referencesOf,
  type PreviewReferences,
  type PreviewState,
  type PreviewWork,
  type ReferenceLists,
  type Token,
} from '../../../src/preview/preview.ts';
import { setupIcon } from '../shared/icon.ts';
import { OmniPreviewPanel } from './preview-panel.ts';
import { styles } from './setup-preview.styles.ts';
import { customElement } from '../../shared/custom-element.ts';
import { speak } from '../../shared/own-language.ts';

const noLists: ReferenceLists = {
  channels: [],
  statuses: [],
  declineReasons: [],
  routingConfigurations: [],
  queues: [],
  sounds: [],
};

/**
 * The preview of an unsaved presence configuration: the rep's real panel, connected to a server in the page that has
 * no other reps. Controls next to it play the customer, break the connection and test the sounds. Nothing leaves the
 * preview: no events, no notifications, no stored data.
 *
 * @csspart panel - The rep's panel.
 */
@customElement('omni-setup-preview')
export class OmniSetupPreview extends LitElement {
  static override styles = styles;

  /** The fields of the configuration in the form; `null` if none is open. */
  @property({ attribute: false }) configuration: Fields | null = null;
  /** Setup's lists of the other records. */
  @property({ attribute: false }) references: ReferenceLists = noLists;
  /** The API address, for uploaded sounds. */
  @property({ attribute: 'api-address' }) apiAddress = '';
  /** The administrator's token, for uploaded sounds. */
  @property({ attribute: false }) token: Token = '';
  /** The texts; they determine the text direction. */
  @property({ attribute: false }) words: PreviewStrings = previewEn;

  @state() private preview: PreviewState | null = null;
  /** The chosen queues, by channel. */
  @state() private queueIds: ReadonlyMap<string, string> = new Map();

  readonly #panel = new OmniPreviewPanel();
  #references: PreviewReferences = referencesOf(noLists);
  #stop: (() => void) | null = null;

  constructor() {
    super();
    this.#panel.part.add('panel');
    // A host that listens further out has a panel of its own.
    for (const { type } of [...Object.values(facts), ...Object.values(requests)])
      this.addEventListener(type, (event) => event.stopPropagation());
    this.addController({ hostConnected: () => this.#follow(), hostDisconnected: () => this.#leave() });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('references')) this.#references = referencesOf(this.references);
    const isOther = changed.has('configuration') || changed.has('references');
    if (isOther && this.configuration) this.#panel.preview.configure(this.configuration, this.#references);
    this.#panel.soundsFrom = { apiAddress: this.apiAddress, token: this.token };
    if (!changed.has('words')) return;
    this.#panel.words = this.words.panel;
    speak(this, this.words);
  }

  protected override render() {
    const { words, preview } = this;
    const isThere = preview?.effective != null;
    return html`<header>
        <div>
          <h2>${words.preview}</h2>
          <p>${words.lead}</p>
        </div>
        ${isThere ? this.#button(words.startAgain, () => this.#panel.preview.reset(), true, 'bare') : nothing}
      </header>
      <p class="line warning" role="status">${this.#warning(preview)}</p>
      ${isThere ? this.#controls(preview) : nothing} ${isThere ? this.#panel : nothing}`;
  }

  #warning(preview: PreviewState | null) {
    const { words } = this;
    const say = (sentence: string) => html`${setupIcon('alert')}<span>${sentence}</span>`;
    if (!preview?.effective) return say(words.nothingYet);
    if (preview.isBehind) return say(words.behind);
    const { obstacle, effective } = preview;
    const channel = effective.channels.find(({ id }) => id === obstacle?.channelId);
    return obstacle && channel ? say(words.obstacles[obstacle.why](channel.name)) : nothing;
  }

  #controls({ works, isCut, effective }: PreviewState) {
    const { words } = this;
    const { preview } = this.#panel;
    const request = latest(works, 'assigned');
    const opened = latest(works, 'opened');
    const wrapUp = latest(works, 'afterConversationWork');
    const { settings, channels } = effective ?? {};
    return html`<div class="controls">
      ${this.#group(
        words.request,
        html`${(channels ?? []).map((channel) => this.#channel(channel))}
        ${channels?.length === 0 ? words.noChannels : nothing}`,
      )}
      ${this.#group(
        words.then,
        html`${this.#about(words.leaves, request ?? opened, ({ id }) => preview.customerLeft(id))}
        ${this.#about(words.decline, request?.stamp.declinable ? request : null, ({ id }) => this.#panel.decline(id))}
        ${this.#about(words.timeOut, request?.stamp.deadline == null ? null : request, ({ id }) => preview.timeOut(id))}
        ${this.#about(opened?.channel.type === 'case' ? words.close : words.end, opened, ({ id }) => this.#do(this.#panel.closeAgentWork({ workId: id })))}
        ${this.#about(words.extend, wrapUp?.acw && extensionsLeft(wrapUp.acw) > 0 ? wrapUp : null, ({ id }) => this.#do(this.#panel.extendAfterConversationWork({ workId: id })))}`,
      )}
      ${this.#group(
        words.connection,
        isCut
          ? this.#button(words.restore, () => this.#restore())
          : this.#button(words.lose, () => preview.cut()),
      )}
      ${this.#group(
        words.sound,
        html`${this.#button(words.hearRequest, () => this.#playTest('ring'), settings?.playRequestSound.value)}
        ${this.#button(words.hearAlarm, () => this.#playTest('alarm'), settings?.playConnectionLossSound.value)}`,
      )}
    </div>`;
  }

  #group(label: string, buttons: TemplateResult) {
    return html`<div role="group" aria-label=${label}>
      <span class="label" aria-hidden="true">${label}</span>
      <div class="buttons">${buttons}</div>
    </div>`;
  }

  #button(label: string, click: () => void, isPossible = true, look = '', name: string | null = null) {
    return html`<button
      type="button"
      class="button small ${look}"
      aria-label=${name ?? nothing}
      ?disabled=${!isPossible}
      @click=${click}
    >
      ${label}
    </button>`;
  }

  /** A button for an action on a work, disabled if there is none. */
  #about(label: string, work: AgentWork | null, click: (work: AgentWork) => void) {
    return this.#button(label, () => work && click(work), work !== null);
  }

  /** One row a channel: the request, and the queue by which it comes. */
  #channel(channel: EffectiveChannel) {
    const { words } = this;
    const { queues } = this.#references;
    const chosen = this.#queueOf(channel);
    return html`<div class="channel">
      ${this.#button(channel.name, () => this.#raise(channel), true, '', words.raise(channel.name))}
      ${
        queues.length === 0
          ? nothing
          : html`<label>
              <span>${words.fromQueue}</span>
              <span class="boxed">
                <select
                  aria-label=${words.fromQueueOf(channel.name)}
                  @change=${({ target }: Event) => this.#chooseQueue(channel.id, (target as HTMLSelectElement).value)}
                >
                  ${queues.map(
                    ({ id, name }) =>
                      html`<option value=${id} .selected=${id === chosen?.id}>${name}</option>`,
                  )}
                </select>
                ${setupIcon('down')}
              </span>
            </label>`
      }
    </div>`;
  }

  #queueOf(channel: EffectiveChannel): PreviewReferences['queues'][number] | null {
    const { queues } = this.#references;
    const chosen = queues.find(({ id }) => id === this.queueIds.get(channel.id));
    return chosen ?? queues.find(({ id }) => id === likelyQueue(channel, this.#references)) ?? null;
  }

  #chooseQueue(channelId: string, queueId: string): void {
    this.queueIds = new Map([...this.queueIds, [channelId, queueId]]);
  }

  #raise(channel: EffectiveChannel): void {
    const { id, type } = channel;
    const { samples, queue } = this.words;
    const from = this.#queueOf(channel);
    const { subject, customer, highlights } = samples[type === 'unknown' ? 'case' : type];
    const work: PreviewWork = {
      subject,
      customerName: customer,
      recordId: `preview-${type}`,
      highlights: highlights.map(([label, value]) => ({ label, value })),
      queue: from ? { id: from.id, name: from.name } : { id: 'preview', name: queue },
    };
    this.#panel.preview.raise(id, from?.routingConfigurationId ?? null, work);
  }

  #restore(): void {
    this.#panel.preview.restore();
    this.#panel.dispatchEvent(new requests.FixProblemRequestEvent('notConnected'));
  }

  #playTest(sound: 'ring' | 'alarm'): void {
    this.#panel.dispatchEvent(new requests.TestSoundRequestEvent(sound));
  }

  // The panel itself shows refusals.
  #do(asked: Promise<unknown>): void {
    asked.catch(() => undefined);
  }

  #follow(): void {
    if (this.#stop) return;
    const { store } = this.#panel.preview;
    this.preview = store.state;
    this.#stop = store.subscribe((preview) => (this.preview = preview));
  }

  #leave(): void {
    this.#stop?.();
    this.#stop = null;
    // If it was only moved, it is back in the document at once, and nothing was missed.
    queueMicrotask(() => this.isConnected || this.#panel.preview.stop());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'omni-setup-preview': OmniSetupPreview;
  }
}
