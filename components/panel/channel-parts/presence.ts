import { html, type TemplateResult } from 'lit';
import { customElement } from '../../shared/custom-element.ts';
import type { OmniChannel } from '../channel/channel.ts';
import * as pieces from '../channel/pieces.ts';
import { ChannelPart } from './channel-part.ts';

/**
 * The rep's presence status and what bears on it: the connection, whether sound is ready, the capacity. It is a part of
 * an `<omni-channel>`. Keep it in view: it is where the rep sees that the connection is lost.
 */
@customElement('omni-presence')
export class OmniPresence extends ChannelPart {
  protected override content(channel: OmniChannel): TemplateResult {
    return html`${pieces.banner(channel)}${pieces.moveNotice()}${pieces.presence()}${pieces.readiness(channel)}${pieces.capacity(channel)}${pieces.connection()}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'omni-presence': OmniPresence;
  }
}
