import { html, type TemplateResult } from 'lit';
import { customElement } from '../../shared/custom-element.ts';
import type { OmniChannel } from '../channel/channel.ts';
import * as pieces from '../channel/pieces.ts';
import { ChannelPart } from './channel-part.ts';

/**
 * The rep's work: the requests that wait for an answer, what was accepted, and a line about what was missed. It is a part
 * of an `<omni-channel>`.
 *
 * @slot no-work - What is shown instead of the sentence that there is no work.
 */
@customElement('omni-work')
export class OmniWork extends ChannelPart {
  protected override content(channel: OmniChannel): TemplateResult {
    return html`${pieces.work(channel)}${pieces.missed(channel)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'omni-work': OmniWork;
  }
}
