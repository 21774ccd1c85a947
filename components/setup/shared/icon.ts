import { html, type TemplateResult } from 'lit';
import { setupIcons, type SetupIcon } from '../../../assets/icons/setup-icons.ts';

/** An icon in an element's own template. A directional icon is mirrored in right-to-left text. */
export function setupIcon(name: SetupIcon): TemplateResult {
  const points = name === 'left' || name === 'right' || name === 'undo';
  return html`<svg class=${points ? 'pointing' : ''} viewBox="0 0 20 20" aria-hidden="true">
    <path d=${setupIcons[name]} />
  </svg>`;
}
