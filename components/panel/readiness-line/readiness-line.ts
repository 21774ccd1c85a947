import { consume, type ContextType } from '@lit/context';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { IconName } from '../../../assets/icons/icons.ts';
import { configurationContext, presenceContext, soundContext } from '../../../src/contexts.ts';
import type { OutputDevice } from '../../../src/domain/alerts/output-device.ts';
import {
  DismissProblemRequestEvent,
  FindOutputsRequestEvent,
  FixProblemRequestEvent,
  SetOutputRequestEvent,
  SetVolumeRequestEvent,
  TestNotificationRequestEvent,
  TestSoundRequestEvent,
} from '../../../src/events/requests.ts';
import '../settings-origin/settings-origin.ts';
import { icon } from '../../shared/icon.ts';
import { PanelElement } from '../../shared/panel-element.ts';
import { defaultShortcuts, type Shortcuts } from '../../shared/shortcuts.ts';
import { styles } from './readiness-line.styles.ts';
import { customElement } from '../../shared/custom-element.ts';

type TestedSound = TestSoundRequestEvent['sound'];
type OutputPlace = SetOutputRequestEvent['place'];

const icons: Record<FixProblemRequestEvent['problem'], IconName> = {
  notConnected: 'unlink',
  noConfiguration: 'sliders',
  soundBlocked: 'sound-off',
  outputMissing: 'sound',
  notificationsOff: 'bell',
  clockOff: 'clock',
};

/**
 * The most important readiness problem, in one line with the button that fixes it; or, if there is none, that sound
 * is ready, with a button to test it. The rep can dismiss a warning. A popover has the dismissed warnings, the sound
 * settings (volume, both test sounds, output devices), the shortcuts, and the origin of the rep's settings.
 *
 * @fires omni-fix-problem-request - The rep clicked the button that fixes the problem.
 * @fires omni-dismiss-problem-request - The rep dismisses a warning, which then is in the settings only.
 * @fires omni-test-sound-request - The rep tests the request sound or the alarm.
 * @fires omni-test-notification-request - The rep tests whether notifications appear.
 * @fires omni-set-volume-request - The rep changed the volume.
 * @fires omni-find-outputs-request - The rep opened the settings, or allows the browser to list the devices.
 * @fires omni-set-output-request - The rep chose an output device.
 *
 * @csspart line - The line.
 * @csspart fix - The button that fixes the problem.
 * @csspart dismiss - The button that dismisses the warning.
 * @csspart test - A button that plays a sound.
 * @csspart open-settings - The button that opens the settings.
 * @csspart settings - The popover with the sound and the shortcuts.
 * @csspart fix-dismissed - The button that fixes a dismissed warning.
 * @csspart test-notification - The button that shows a notification.
 * @csspart find - The button that asks for the output devices.
 * @csspart summary - The line that opens the origin of the settings.
 */
@customElement('omni-readiness-line')
export class OmniReadinessLine extends PanelElement {
  static override styles = styles;

  /** The keys that answer requests, listed in the popover. */
  @property({ attribute: false }) shortcuts: Shortcuts = defaultShortcuts;

  /** Leaves out the button that opens the settings. */
  @property({ attribute: false }) hideSettings = false;

  @consume({ context: presenceContext, subscribe: true })
  protected presence: ContextType<typeof presenceContext> | undefined;
  @consume({ context: soundContext, subscribe: true })
  protected sound: ContextType<typeof soundContext> | undefined;
  @consume({ context: configurationContext, subscribe: true })
  protected configuration: ContextType<typeof configurationContext> | undefined;

  protected override render() {
    return html`<div part="line" class="line ${this.#problem?.severity ?? ''}">
        ${this.#line()}
        <button
          class="button bare small"
          part="open-settings"
          ?hidden=${this.hideSettings}
          aria-label=${this.words.soundAndShortcuts}
          popovertarget="settings"
        >
          ${icon('sliders')}
        </button>
      </div>
      ${this.#settings()}`;
  }

  // A sound that rings instead of the rep's own matters more than a warning that may stay for months.
  get #problem() {
    const problem = this.presence?.problems.find(({ dismissed }) => !dismissed);
    return problem?.severity === 'warns' && this.sound?.fallback ? undefined : problem;
  }

  #line(): TemplateResult {
    const { words, sound } = this;
    const problem = this.#problem;
    if (problem) {
      const fix = () => this.dispatchEvent(new FixProblemRequestEvent(problem.kind));
      return html`${icon(icons[problem.kind])}
        <p role="status">${problem.sentence}</p>
        ${
          problem.fix === null
            ? null
            : html`<button class="button small primary" part="fix" @click=${fix}>${problem.fix}</button>`
        }
        ${problem.severity === 'warns' ? this.#dismiss(problem.kind) : null}`;
    }
    if (this.configuration?.effective?.settings.playRequestSound.value === false) {
      return html`${icon('sound-off')}
        <p role="status">${words.soundNotUsed}</p>`;
    }
    return html`<span class=${sound?.fallback ? 'quiet' : 'good'}>${icon('sound')}</span>
      <p role="status">${sound?.fallback ?? words.soundReady}</p>
      ${this.#test('request', this.#tests('request') ? words.testing : words.test, 'bare')}`;
  }

  #dismiss(problem: DismissProblemRequestEvent['problem']): TemplateResult {
    const { dismiss } = this.words;
    return html`<button
      class="button bare small"
      part="dismiss"
      aria-label=${dismiss}
      title=${dismiss}
      @click=${() => this.dispatchEvent(new DismissProblemRequestEvent(problem))}
    >
      ${icon('x')}
    </button>`;
  }

  /** The warnings that the rep has dismissed, each with what fixes it. */
  #dismissed() {
    const dismissed = this.presence?.problems.filter((problem) => problem.dismissed) ?? [];
    return dismissed.map(
      ({ kind, sentence, fix }) =>
        html`<div class="warning">
          <p>${sentence}</p>
          ${
            fix === null
              ? nothing
              : html`<button
                  class="button small"
                  part="fix-dismissed"
                  @click=${() => this.dispatchEvent(new FixProblemRequestEvent(kind))}
                >
                  ${fix}
                </button>`
          }
        </div>`,
    );
  }

  #settings(): TemplateResult {
    const { words, shortcuts } = this;
    const volume = this.sound?.volumePercent ?? 100;
    const keys = (what: string, shortcut: string) =>
      shortcut === ''
        ? null
        : html`<dt>${what}</dt>
            <dd><kbd>${shortcut}</kbd></dd>`;
    return html`<div
      id="settings"
      part="settings"
      popover="auto"
      aria-label=${words.soundAndShortcuts}
      role="group"
      @toggle=${this.#toggled}
    >
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
      ${this.#dismissed()} ${this.#sounds()} ${this.#outputs()} ${this.#notifications()}
      <p ?hidden=${!shortcuts.accept && !shortcuts.decline}>${words.shortcuts}</p>
      <dl>${keys(words.acceptFirst, shortcuts.accept)}${keys(words.declineFirst, shortcuts.decline)}</dl>
      <omni-settings-origin
        exportparts="summary"
        .effective=${this.configuration?.effective ?? null}
      ></omni-settings-origin>
    </div>`;
  }

  #sounds() {
    const { words } = this;
    const settings = this.configuration?.effective?.settings;
    const button = (sound: TestedSound, label: string, isUsed: boolean | undefined) =>
      isUsed === false ? nothing : this.#test(sound, this.#tests(sound) ? words.stopSound : label, '');
    return html`<div role="group" class="sounds" aria-label=${words.hearSounds}>
      <span aria-hidden="true">${words.hearSounds}</span>
      ${button('request', words.requestSound, settings?.playRequestSound.value)}
      ${button('alarm', words.alarmSound, settings?.playConnectionLossSound.value)}
    </div>`;
  }

  #notifications(): TemplateResult {
    const { words } = this;
    const test = () => this.dispatchEvent(new TestNotificationRequestEvent());
    return html`<div class="sounds">
      <span id="notification">${words.notification}</span>
      <button
        class="button small"
        id="try"
        part="test-notification"
        aria-labelledby="try notification"
        @click=${test}
      >
        ${words.test}
      </button>
    </div>`;
  }

  #test(sound: TestedSound, label: string, look: string): TemplateResult {
    const test = () => this.dispatchEvent(new TestSoundRequestEvent(sound));
    return html`<button class="button small ${look}" part="test" data-sound=${sound} @click=${test}>
      ${label}
    </button>`;
  }

  #tests(sound: TestedSound): boolean {
    return this.sound?.testing === true && this.sound.tested === sound;
  }

  #outputs() {
    const { words } = this;
    const output = this.sound?.output;
    if (!output?.canChoose) return nothing;
    const { devices, main, second } = output;
    const find = () => this.dispatchEvent(new FindOutputsRequestEvent(true));
    // The chosen device stays listed even if the browser does not list it, or it is unplugged.
    const known = (chosen: typeof main) =>
      chosen && !devices.some(({ id }) => id === chosen.id) ? [...devices, chosen] : devices;
    return html`${this.#output('main', words.ringsOn, words.defaultDevice, known(main), main)}
    ${this.#output(
      ...(['second', words.ringsAlsoOn, words.noOtherDevice] as const),
      known(second).filter(({ id }) => id !== main?.id),
      second,
    )}
    ${
      devices.length > 0
        ? nothing
        : html`<p class="why">${words.devicesWhy}</p>
            <button class="button small" part="find" @click=${find}>${words.findDevices}</button>`
    }`;
  }

  #output(
    place: OutputPlace,
    label: string,
    none: string,
    devices: readonly OutputDevice[],
    chosen: OutputDevice | null,
  ) {
    if (devices.length === 0) return nothing;
    const choose = (event: Event) => {
      const { value } = event.target as HTMLSelectElement;
      this.dispatchEvent(new SetOutputRequestEvent(place, value === '' ? null : value));
    };
    return html`<label class="stacked"
      >${label}
      <select data-place=${place} @change=${choose}>
        <option value="" ?selected=${chosen === null}>${none}</option>
        ${devices.map(
          (device) =>
            html`<option value=${device.id} ?selected=${device.id === chosen?.id}>${device.label}</option>`,
        )}
      </select></label
    >`;
  }

  // Devices are listed only when the rep opens the settings.
  readonly #toggled = (event: ToggleEvent): void => {
    if (event.newState === 'open') this.dispatchEvent(new FindOutputsRequestEvent(false));
  };

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
