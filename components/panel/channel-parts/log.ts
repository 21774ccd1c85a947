import type { TemplateResult } from 'lit';
import { customElement } from '../../shared/custom-element.ts';
import * as pieces from '../channel/pieces.ts';
import { ChannelPart } from './channel-part.ts';

/**
 * The rep's recent requests and what became of them. It is a part of an `<omni-channel>`.
 */
@customElement('omni-log')
export class OmniLog extends ChannelPart {
  protected override content(): TemplateResult {
    return pieces.log();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'omni-log': OmniLog;
  }
}
