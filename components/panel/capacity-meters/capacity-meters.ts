import { consume, type ContextType } from '@lit/context';
import { html, nothing, type TemplateResult } from 'lit';
import { workContext } from '../../../src/contexts.ts';
import { freeCapacity, type CapacityPool } from '../../../src/domain/work/capacity.ts';
import { PanelElement } from '../../shared/panel-element.ts';
import { styles } from './capacity-meters.styles.ts';
import { customElement } from '../../shared/custom-element.ts';

/**
 * The rep's capacity, used and total, separately for primary and interruptible work; an exhausted pool is labelled
 * "full".
 *
 * @csspart meter - One pool: its name, its numbers and its bar.
 */
@customElement('omni-capacity-meters')
export class OmniCapacityMeters extends PanelElement {
  static override styles = styles;

  @consume({ context: workContext, subscribe: true })
  protected work: Pick<ContextType<typeof workContext>, 'capacity'> | undefined;

  protected override render() {
    if (!this.work?.capacity) return nothing;
    return html`<dl aria-label=${this.words.capacity}>
      ${this.#meter('primary')}${this.#meter('interruptible')}
    </dl>`;
  }

  #meter(pool: CapacityPool): TemplateResult | typeof nothing {
    const { words } = this;
    const capacity = this.work?.capacity;
    if (!capacity) return nothing;
    const { used, total } = capacity[pool];
    const full = freeCapacity(capacity, pool) === 0;
    const share = total === 0 ? 0 : Math.min(1, used / total) * 100;
    return html`<div part="meter" class=${full && used > 0 ? 'is-full' : ''}>
      <dt class="quiet">${words[pool]}</dt>
      <dd>
        ${
          used === 0 && total === 0
            ? html`<b>${words.none}</b>`
            : html`<b>${words.number(used)}</b>
                <span class="quiet">${words.ofTotal(words.number(total))}</span>
                ${full ? html`<span class="full">${words.full}</span>` : nothing}`
        }
        <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
          <path class="track" d="M0 3H100" />
          <path d="M0 3H${share}" />
        </svg>
      </dd>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'omni-capacity-meters': OmniCapacityMeters;
  }
}
