import { consume, type ContextType } from '@lit/context';
import { html, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { IconName } from '../../assets/icons/icons.ts';
import { configurationContext, presenceContext, soundContext } from '../../src/contexts.ts';
import { MendRequestEvent, SetVolumeRequestEvent, TestSoundRequestEvent } from '../../src/events.ts';
import { icon } from '../shared/icon.ts';
import { PanelElement } from '../shared/panel-element.ts';
import { defaultShortcuts, type Shortcuts } from '../shared/shortcuts.ts';
import { styles } from './readiness-line.styles.ts';

const icons: Record<MendRequestEvent['kind'], IconName> = {
  notConnected: 'unlink',
  noConfiguration: 'sliders',
  soundBlocked: 'sound-off',
  notificationsOff: 'bell',
  clockOff: 'clock',
};

/**
 * What is not ready: the most important problem, in one line with the one button that mends it. Or, where all is well,
 * that the sound is ready and a button to hear it. Beside it the volume and the shortcuts.
 *
 * @fires omni-mend-request - The rep clicked the button that mends the problem.
 * @fires omni-test-sound-request - The rep wants to hear the sound.
 * @fires omni-set-volume-request - The rep moved the volume.
 *
 * @csspart settings - The popover with the volume and the shortcuts.
 */
@customElement('omni-readiness-line')
export class OmniReadinessLine extends PanelElement {
  static override styles = styles;

  /** The keys that answer requests, to be read here. */
  @property({ attribute: false }) shortcuts: Shortcuts = defaultShortcuts;

  @consume({ context: presenceContext, subscribe: true })
  protected presence: ContextType<typeof presenceContext> | undefined;
  @consume({ context: soundContext, subscribe: true })
  protected sound: ContextType<typeof soundContext> | undefined;
  @consume({ context: configurationContext, subscribe: true })
  protected configuration: ContextType<typeof configurationContext> | undefined;

  @query('[popover]') private settings!: HTMLElement;

  protected override render() {
    return html`<div class="line ${this.presence?.problems[0]?.severity ?? ''}">
        ${this.#line()}
        <button
          class="button bare small"
          part="open-settings"
          aria-label=${this.words.soundAndShortcuts}
          @click=${() => this.settings.togglePopover()}
        >
          ${icon('sliders')}
        </button>
      </div>
      ${this.#settings()}`;
  }

  #line(): TemplateResult {
    const { words, sound } = this;
    const problem = this.presence?.problems[0];
    if (problem) {
      const mend = () => this.dispatchEvent(new MendRequestEvent(problem.kind));
      return html`${icon(icons[problem.kind])}
        <p role="status">${problem.sentence}</p>
        ${
          problem.mend === null
            ? null
            : html`<button class="button small primary" part="mend" @click=${mend}>${problem.mend}</button>`
        }`;
    }
    if (this.configuration?.effective?.settings.playRequestSound.value === false) {
      return html`${icon('sound-off')}
        <p role="status">${words.soundNotUsed}</p>`;
    }
    const test = () => this.dispatchEvent(new TestSoundRequestEvent());
    return html`<span class=${sound?.fallback ? 'quiet' : 'good'}>${icon('sound')}</span>
      <p role="status">${sound?.fallback ?? words.soundReady}</p>
      <button class="button bare small" part="test" @click=${test}>
        ${sound?.testing ? words.testing : words.test}
      </button>`;
  }

  #settings(): TemplateResult {
    const { words, shortcuts } = this;
    const volume = this.sound?.volumePercent ?? 100;
    const keys = (what: string, shortcut: string) =>
      shortcut === ''
        ? null
        : html`<dt>${what}</dt>
            <dd><kbd>${shortcut}</kbd></dd>`;
    return html`<div part="settings" popover aria-label=${words.soundAndShortcuts} role="group">
      <label for="volume">${words.volume}<span class="quiet">${words.percent(volume)}</span></label>
      <input
        id="volume"
        type="range"
        min="20"
        max="100"
        step="5"
        aria-valuetext=${words.percent(volume)}
        .value=${String(volume)}
        @input=${this.#setVolume}
      />
      <p>${words.shortcuts}</p>
      <dl>${keys(words.acceptFirst, shortcuts.accept)}${keys(words.declineFirst, shortcuts.decline)}</dl>
    </div>`;
  }

  readonly #setVolume = (event: Event): void => {
    const { valueAsNumber } = event.target as HTMLInputElement;
    this.dispatchEvent(new SetVolumeRequestEvent(valueAsNumber));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'omni-readiness-line': OmniReadinessLine;
  }
}
