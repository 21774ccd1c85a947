import { css, html, nothing, type TemplateResult } from 'lit';
import type { Strings } from '../../../assets/locales/en.ts';
import type { AgentWork } from '../../../src/domain/work/agent-work.ts';
import { isUp } from '../../../src/domain/work/work-flag.ts';
import { icon } from '../../shared/icon.ts';
import { joinWithDots } from '../../shared/join-with-dots.ts';

export const flagStyles = css`
  .flag {
    display: flex;
    gap: var(--omni-space-1);
    align-items: start;
    font: var(--omni-text-xs);
    overflow-wrap: anywhere;
  }
  .flag svg {
    flex: none;
    inline-size: var(--omni-rem);
    block-size: var(--omni-rem);
    color: var(--omni-accent);
  }
`;

/** The flag of a work that is up, with what was said with it: an icon and text. */
export function flagNote({ flag }: AgentWork, words: Strings): TemplateResult | typeof nothing {
  if (!isUp(flag)) return nothing;
  return html`<p class="note flag">
    ${icon('flag')}<span>${joinWithDots([words.flagged, flag.message])}</span>
  </p>`;
}
