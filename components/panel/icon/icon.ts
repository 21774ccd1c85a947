import { css, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { IconName } from '../../../assets/icons/icons.ts';
import { icon } from '../../shared/icon.ts';

/**
 * An icon in the colour of the surrounding text, 1.25 em large, hidden from screen readers: the text conveys its
 * meaning.
 *
 * @csspart svg - The drawing.
 */
@customElement('omni-icon')
export class OmniIcon extends LitElement {
  static override styles = css`
    :host {
      display: inline-block;
      inline-size: 1.25em;
      block-size: 1.25em;
      vertical-align: -0.25em;
    }
    svg {
      display: block;
      fill: none;
      stroke: currentColor;
      stroke-width: 1.5;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
    .ground {
      fill: currentColor;
      stroke: none;
    }
    .ground + path {
      stroke: Canvas;
      stroke-width: 2;
    }
  `;

  /** The name of the icon. */
  @property() name: IconName = 'case';

  protected override render() {
    return icon(this.name);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'omni-icon': OmniIcon;
  }
}
