import { html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { DEFAULT_SOUND } from '../../../src/domain/configuration/service-channel.ts';
import type { SoundRecord } from '../../../src/domain/setup/setup-api.ts';
import { noSounds, type SoundsView } from '../shared/contexts.ts';
import {
  PlaySoundEvent,
  RemoveSoundEvent,
  RetrySoundEvent,
  SettingChangeEvent,
  UploadSoundEvent,
} from '../shared/events.ts';
import { setupIcon } from '../shared/icon.ts';
import { problemLine } from '../shared/problem-line.ts';
import { SetupElement } from '../shared/setup-element.ts';
import { styles } from './sound-picker.styles.ts';
import { customElement } from '../../shared/custom-element.ts';

/** The files that the browser's file dialog offers first; the check goes by content. */
const ACCEPT = 'audio/*,.aac,.flac,.m4a,.mp3,.ogg,.opus,.wav';

/**
 * Chooses the sound that rings: the default one or a custom one, each with a play button and its measured length. With
 * `override`, also none of them: whatever the presence configuration says.
 * Sounds can be uploaded; a rejected file gets one sentence. A sound in use cannot be deleted, and its uses are
 * listed.
 *
 * @fires omni-setting-change - The user chose a sound: its SHA-256; `null` for none; with `override`, `default` for the
 *   default one.
 * @fires omni-play-sound - The user plays a sound.
 * @fires omni-upload-sound - The user chose a file.
 * @fires omni-remove-sound - The user deletes a sound.
 * @fires omni-retry-sound - The user tries again what got no answer.
 *
 * @csspart chosen - The chosen sound.
 * @csspart list - The available sounds.
 */
@customElement('omni-sound-picker')
export class OmniSoundPicker extends SetupElement {
  static override styles = styles;
  static override readonly shadowRootOptions: ShadowRootInit = {
    ...SetupElement.shadowRootOptions,
    delegatesFocus: true,
  };

  @property() label = '';
  /** The pointer of the field. */
  @property() pointer = '';
  /** Whether blank means no override, rather than the default sound. */
  @property({ type: Boolean }) override = false;
  /** The SHA-256 of the chosen sound, `null`, or with `override` `default`. */
  @property({ attribute: false }) value: string | null = null;
  @property({ attribute: false }) view: SoundsView = noSounds;

  @state() private open = false;
  @query('input[type=file]') private file!: HTMLInputElement;

  protected override render() {
    const { words, value, view, open } = this;
    const chosen = view.sounds.find(({ sha256 }) => sha256 === value);
    const name = this.#nameOf(value, chosen);
    return html`<div part="chosen">
        ${value === null && this.override ? nothing : this.#play(value ?? DEFAULT_SOUND, name)}
        <bdi class="name">${name}</bdi>
        ${chosen ? html`<span class="quiet">${words.length(chosen.lengthSeconds)}</span>` : nothing}
        <button
          type="button"
          class="button small"
          aria-expanded=${open}
          aria-label="${open ? words.done : words.change}: ${this.label}"
          @click=${() => (this.open = !open)}
        >
          ${open ? words.done : words.change}
        </button>
      </div>
      ${open ? this.#choices() : nothing} ${this.#problem()}`;
  }

  #nameOf(value: string | null, sound?: SoundRecord): string {
    const { words } = this;
    if (value === null && this.override) return words.noOverride;
    if (value === null || value === DEFAULT_SOUND) return words.defaultSound;
    return sound?.name ?? words.soundGone;
  }

  #choices() {
    const { words, view } = this;
    const busy = view.upload !== 'idle';
    const uploading = { idle: words.upload, checking: words.checking, uploading: words.uploading }[
      view.upload
    ];
    return html`<div part="list">
      <fieldset>
        <legend class="spoken">${this.label}</legend>
        ${this.#choice(null)}${this.override ? this.#choice(DEFAULT_SOUND) : nothing}
        ${view.sounds.map((sound) => this.#choice(sound.sha256, sound))}
      </fieldset>
      <input type="file" hidden accept=${ACCEPT} tabindex="-1" @change=${this.#upload} />
      <div class="upload">
        <button
          type="button"
          class="button small"
          aria-disabled=${busy}
          aria-describedby="formats"
          @click=${() => !busy && this.file.click()}
        >
          ${setupIcon('upload')}${uploading}
        </button>
        <span class="spoken" role="status">${busy ? uploading : nothing}</span>
        <p class="hint" id="formats">${words.uploadHint}</p>
      </div>
    </div>`;
  }

  #choice(value: string | null, sound?: SoundRecord) {
    const { words } = this;
    const name = this.#nameOf(value, sound);
    return html`<div class="choice">
      ${value === null && this.override ? html`<span class="no-play"></span>` : this.#play(value ?? DEFAULT_SOUND, name)}
      <label class="one-line" title=${name}>
        <input
          type="radio"
          name="sound"
          value=${value ?? 'blank'}
          .checked=${value === this.value}
          @change=${() => this.#choose(value)}
        />
        <bdi class="one-line">${name}</bdi>
      </label>
      ${
        sound
          ? html`<span class="quiet">${words.length(sound.lengthSeconds)}</span>
              <button
                type="button"
                class="button bare icon-only small"
                aria-label=${words.removeSound(name)}
                title=${words.removeSound(name)}
                @click=${() => this.dispatchEvent(new RemoveSoundEvent(sound.sha256))}
              >
                ${setupIcon('trash')}
              </button>`
          : nothing
      }
    </div>`;
  }

  #play(sound: string, name: string) {
    const { words, view } = this;
    const plays = view.playing === sound;
    const label = plays ? words.stop(name) : words.play(name);
    return html`<button
      type="button"
      class="button bare icon-only small"
      aria-label=${label}
      title=${label}
      @click=${() => this.dispatchEvent(new PlaySoundEvent(sound))}
    >
      ${setupIcon(plays ? 'stop' : 'play')}
    </button>`;
  }

  #problem() {
    const { problem, canRetry, usedBy } = this.view;
    if (problem === null) return nothing;
    const retry = canRetry ? () => void this.dispatchEvent(new RetrySoundEvent(this.pointer)) : null;
    return html`${problemLine(problem, this.words, retry)}
    ${
      usedBy.length === 0
        ? nothing
        : html`<p class="hint">${this.words.usedBy}</p>
            <ul class="used">
              ${usedBy.map(({ name }) => html`<li><bdi>${name}</bdi></li>`)}
            </ul>`
    }`;
  }

  #choose(value: string | null): void {
    this.dispatchEvent(new SettingChangeEvent(this.pointer, value));
  }

  readonly #upload = (): void => {
    const [file] = this.file.files ?? [];
    if (file) this.dispatchEvent(new UploadSoundEvent(file, this.pointer));
    // So that choosing the same file again is a change.
    this.file.value = '';
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'omni-sound-picker': OmniSoundPicker;
  }
}
