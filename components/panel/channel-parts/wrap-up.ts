import type { TemplateResult } from 'lit';
import { customElement } from '../../shared/custom-element.ts';
import * as pieces from '../channel/pieces.ts';
import { ChannelPart } from './channel-part.ts';

/**
 * The countdown of each work in wrap-up (ACW), empty without any. It is a part of an `<omni-channel>`.
 */
@customElement('omni-wrap-up')
export class OmniWrapUp extends ChannelPart {
  protected override content(): TemplateResult {
    return pieces.wrapUp();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'omni-wrap-up': OmniWrapUp;
  }
}
