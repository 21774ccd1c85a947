import { html, type TemplateResult } from 'lit';
import { setupIcons, type SetupIcon } from '../../../assets/icons/setup-icons.ts';

/** An icon within an element's own template. One that points along the line turns over with the direction of the text. */
export function setupIcon(name: SetupIcon): TemplateResult {
  const points = name === 'left' || name === 'right' || name === 'undo';
  return html`<svg class=${points ? 'pointing' : ''} viewBox="0 0 20 20" aria-hidden="true">
    <path d=${setupIcons[name]} />
  </svg>`;
}
