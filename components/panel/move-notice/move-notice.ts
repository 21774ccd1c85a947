import { consume, type ContextType } from '@lit/context';
import { css, html, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import { configurationContext } from '../../../src/contexts.ts';
import type { ConfigurationMove } from '../../../src/domain/configuration/explaining/explain-effective.ts';
import { isolated } from '../../shared/join-with-dots.ts';
import { icon } from '../../shared/icon.ts';
import { PanelElement } from '../../shared/panel-element.ts';
import { shared } from '../../shared/shared.styles.ts';
import { customElement } from '../../shared/custom-element.ts';

/**
 * Notifies the rep that they were moved to another presence configuration, from which and to which, until they
 * dismiss it. It is announced once.
 *
 * @csspart line - The line; without a move it is empty.
 * @csspart dismiss - The button that dismisses it.
 */
@customElement('omni-move-notice')
export class OmniMoveNotice extends PanelElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
      }
      .line {
        display: flex;
        gap: var(--omni-space-2);
        align-items: start;
        padding: var(--omni-space-2) var(--omni-space-4);
        border-block-end: 1px solid var(--omni-border);
        background: var(--omni-accent-soft);
        font: var(--omni-text-sm);
      }
      p {
        flex: 1;
        min-inline-size: 0;
        padding-block: calc(0.375 * var(--omni-rem));
        overflow-wrap: anywhere;
      }
      .line > svg {
        flex: none;
        margin-block-start: calc(0.375 * var(--omni-rem));
      }
    `,
  ];

  @consume({ context: configurationContext, subscribe: true })
  protected configuration: ContextType<typeof configurationContext> | undefined;

  @state() private dismissed: ConfigurationMove | null = null;

  protected override render() {
    const { words } = this;
    const move = this.configuration?.moved ?? null;
    const isShown = move !== null && move !== this.dismissed;
    // A live region must exist before its content.
    return html`<div part="line" class=${isShown ? 'line' : ''}>
      ${isShown ? icon('sliders') : nothing}
      <p role="status" class=${isShown ? nothing : 'spoken'}>
        ${isShown ? words.origin.moved(isolated(move.from.name), isolated(move.to.name)) : nothing}
      </p>
      ${
        isShown
          ? html`<button class="button bare small" part="dismiss" @click=${() => (this.dismissed = move)}>
              ${words.dismiss}
            </button>`
          : nothing
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'omni-move-notice': OmniMoveNotice;
  }
}
