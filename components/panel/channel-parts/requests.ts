import { css, type TemplateResult } from 'lit';
import { customElement } from '../../shared/custom-element.ts';
import type { OmniChannel } from '../channel/channel.ts';
import * as pieces from '../channel/pieces.ts';
import { ChannelPart } from './channel-part.ts';

/**
 * The toasts of the rep's work requests, in the top layer above the host's page. They take no space where this element
 * is. It is a part of an `<omni-channel>`.
 */
@customElement('omni-requests')
export class OmniRequests extends ChannelPart {
  static override styles = [
    ...super.styles,
    css`
      :host {
        display: contents;
      }
    `,
  ];

  protected override content(channel: OmniChannel): TemplateResult {
    return pieces.requests(channel);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'omni-requests': OmniRequests;
  }
}
