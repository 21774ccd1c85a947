import { css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { OriginWords } from '../../../assets/locales/origin.en.ts';
import type { EffectiveConfiguration } from '../../../src/domain/configuration/effective-configuration.ts';
import {
  explainEffective,
  type EffectiveLine,
} from '../../../src/domain/configuration/explaining/explain-effective.ts';
import { PanelElement } from '../../shared/panel-element.ts';
import { shared } from '../../shared/shared.styles.ts';
import { isolated } from '../../shared/join-with-dots.ts';
import { lineText } from './say-origin.ts';
import { customElement } from '../../shared/custom-element.ts';

/**
 * Explains the rep's settings: what rings on each channel and for how long, how requests are answered, wrap-up and
 * the alarm, each with its origin. Collapsed by default.
 *
 * @csspart summary - The line that expands it.
 */
@customElement('omni-settings-origin')
export class OmniSettingsOrigin extends PanelElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
        font: var(--omni-text-sm);
      }
      summary {
        padding-block: var(--omni-space-2);
        border-radius: var(--omni-radius-sm);
        font-weight: var(--omni-weight-medium);
        cursor: pointer;
      }
      dl {
        display: grid;
        gap: var(--omni-space-3);
        margin-block-start: var(--omni-space-2);
      }
      dt {
        font-weight: var(--omni-weight-medium);
      }
      dd {
        margin: 0;
      }
      p,
      dt,
      dd {
        overflow-wrap: anywhere;
      }
    `,
  ];

  /** The effective configuration; `null` if none is known yet. */
  @property({ attribute: false }) effective: EffectiveConfiguration | null = null;
  /** Replaces the panel's texts. */
  @property({ attribute: false }) originWords: OriginWords | null = null;
  /** Whether it is expanded. */
  @property({ type: Boolean }) open = false;

  protected override render() {
    const { effective } = this;
    if (!effective) return nothing;
    const words = this.#words;
    const lines = explainEffective(effective);
    const channels = effective.channels.map(({ name }) => name);
    return html`<details ?open=${this.open}>
      <summary part="summary">${words.title}</summary>
      <p class="quiet">${words.route[effective.route](isolated(effective.configuration.name))}</p>
      <dl>
        ${[...new Set(channels)].map((channel) =>
          this.#group(
            channel,
            // Wrap-up is said once for all channels, and again where a channel overrides it.
            lines.filter(
              (line) =>
                'channel' in line &&
                line.channel === channel &&
                (line.about !== 'acw' || line.origin.from === 'channel'),
            ),
          ),
        )}
        ${lines.map((line) => ('channel' in line ? nothing : this.#group(words[line.about], [line])))}
      </dl>
    </details>`;
  }

  #group(what: string, lines: readonly EffectiveLine[]) {
    return html`<div>
      <dt><bdi>${what}</bdi></dt>
      ${lines.map((line) => {
        const { value, origin } = lineText(line, this.#words);
        const shown = line.about === 'acw' && 'channel' in line ? `${this.#words.acw}: ${value}` : value;
        return html`<dd>${shown} <span class="quiet">${origin}</span></dd>`;
      })}
    </div>`;
  }

  get #words(): OriginWords {
    return this.originWords ?? this.words.origin;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'omni-settings-origin': OmniSettingsOrigin;
  }
}
