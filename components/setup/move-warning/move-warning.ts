import { css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Move } from '../../../src/domain/setup/setup-api.ts';
import { setupIcon } from '../shared/icon.ts';
import { SetupElement } from '../shared/setup-element.ts';
import { setupStyles } from '../shared/setup.styles.ts';
import { customElement } from '../../shared/custom-element.ts';

/** The user leaves someone where they are. */
class LeaveThereEvent extends Event {
  constructor(readonly recordId: string) {
    super('omni-leave-there', { bubbles: true });
  }
}

/** The number of moves listed at first; one click lists all. */
const INITIALLY_LISTED = 50;

/**
 * Lists everyone whom saving would move here, and from where, each with a button that leaves them there. Empty if no
 * one moves.
 *
 * @fires omni-leave-there - The user leaves one of them there.
 */
@customElement('omni-move-warning')
export class OmniMoveWarning extends SetupElement {
  static override styles = [
    setupStyles,
    css`
      .notice {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: var(--omni-space-1) var(--omni-space-3);
        padding: var(--omni-space-3) var(--omni-space-4);
        border-radius: var(--omni-radius-md);
        background: var(--omni-caution-soft);
        font: var(--omni-text-sm);
      }
      .notice > svg {
        color: var(--omni-caution);
      }
      b {
        font-weight: var(--omni-weight-bold);
      }
      ul {
        grid-column: 2;
        max-block-size: calc(16 * var(--omni-rem));
        overflow: auto;
      }
      li {
        display: flex;
        gap: var(--omni-space-2);
        align-items: center;
        min-block-size: calc(2 * var(--omni-rem));
        padding-inline-end: 2px;
      }
      li span {
        flex: 1;
        overflow-wrap: anywhere;
      }
      .button {
        background: transparent;
      }
    `,
  ];

  @property({ attribute: false }) moves: readonly Move[] = [];

  @state() private showsAll = false;

  protected override willUpdate(): void {
    this.toggleAttribute('empty', this.moves.length === 0);
  }

  protected override render() {
    const { moves, words } = this;
    return html`<div role="status">
      ${
        moves.length === 0
          ? nothing
          : html`<div class="notice">
              ${setupIcon('swap')}<b>${words.savingMoves(moves.length)}</b>
              <ul tabindex=${moves.length > 7 ? 0 : nothing} aria-label=${words.savingMoves(moves.length)}>
                ${(this.showsAll ? moves : moves.slice(0, INITIALLY_LISTED)).map((move) => this.#move(move))}
                ${this.showsAll || moves.length <= INITIALLY_LISTED ? nothing : this.#more(moves.length - INITIALLY_LISTED)}
              </ul>
            </div>`
      }
    </div>`;
  }

  #move({ id, name, from }: Move) {
    const { words } = this;
    return html`<li>
      <span>${words.movesFrom(name, from?.name ?? words.nowhere)}</span>
      <button
        type="button"
        class="button small"
        aria-label=${words.leaveNamed(name)}
        @click=${() => this.dispatchEvent(new LeaveThereEvent(id))}
      >
        ${words.leaveThere}
      </button>
    </li>`;
  }

  #more(count: number) {
    return html`<li>
      <button type="button" class="button bare small" @click=${() => (this.showsAll = true)}>
        ${this.words.andMore(count)}
      </button>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'omni-move-warning': OmniMoveWarning;
  }
  interface HTMLElementEventMap {
    'omni-leave-there': LeaveThereEvent;
  }
}
