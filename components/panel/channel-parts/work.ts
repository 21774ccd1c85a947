import { html, type TemplateResult } from 'lit';
import { customElement } from '../../shared/custom-element.ts';
import * as pieces from '../channel/pieces.ts';
import { ChannelPart } from './channel-part.ts';

/**
 * The rep's work: the requests that wait for an answer, what was accepted, and a line about what was missed. It is a part
 * of an `<omni-channel>`.
 */
@customElement('omni-work')
export class OmniWork extends ChannelPart {
  protected override content(): TemplateResult {
    return html`${pieces.work()}${pieces.missed()}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'omni-work': OmniWork;
  }
}
