import { html, nothing, svg, type TemplateResult } from 'lit';
import { grounds, icons, type IconName } from '../../assets/icons/icons.ts';

/** An icon in an element's own template: `shared` styles it, and it adds only two elements. */
export function icon(name: IconName): TemplateResult {
  const ground = grounds[name];
  return html`<svg viewBox="0 0 20 20" aria-hidden="true">
    ${ground ? svg`<path class="ground" d=${ground} />` : nothing}
    <path d=${icons[name]} />
  </svg>`;
}
