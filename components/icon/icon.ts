import { css, html, LitElement, nothing, svg, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { grounds, icons, type IconName } from '../../assets/icons/icons.ts';

/** An icon within an element's own template: `shared` styles it, and it costs two elements. */
export function icon(name: IconName): TemplateResult {
  const ground = grounds[name];
  return html`<svg viewBox="0 0 20 20" aria-hidden="true">
    ${ground ? svg`<path class="ground" d=${ground} />` : nothing}
    <path d=${icons[name]} />
  </svg>`;
}

/**
 * An icon in the colour and (1.25 em) size of the text beside it, hidden from screen readers: words say what it means.
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

  /** Which icon. */
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
