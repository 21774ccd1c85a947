import { css } from 'lit';
import { property } from 'lit/decorators.js';
import {
  PREVIEW_REP,
  Preview,
  type PlatformOverrides,
  type SoundsFrom,
} from '../../../src/preview/preview.ts';
import type { OmniWorkRequest } from '../../panel/work-request/work-request.ts';
import { OmniChannelPanel } from '../../panel/channel-panel/channel-panel.ts';
import { customElement } from '../../shared/custom-element.ts';

/**
 * The rep's own panel, connected to a preview server in the page. Its toasts are shown inside it, not above the page.
 */
@customElement('omni-preview-panel')
export class OmniPreviewPanel extends OmniChannelPanel {
  static override styles = [
    ...OmniChannelPanel.styles,
    css`
      :host([layout='inline']) {
        max-inline-size: none;
      }
    `,
  ];

  /** Where uploaded sounds are fetched from. */
  @property({ attribute: false }) soundsFrom: SoundsFrom = { apiAddress: '', token: '' };

  /** The server, including the customer's role. */
  preview!: Preview;

  protected override readonly toastsInside = true;

  override rep = PREVIEW_REP.id;
  override apiAddress = 'preview';
  override token = 'preview';
  override layout = 'inline' as const;

  protected override createOverrides(): Partial<PlatformOverrides> {
    this.preview = new Preview(() => this.soundsFrom);
    return this.preview.overrides;
  }

  /** Does what a click on Decline does: asks for the reason first, if there are any. */
  decline(workId: string): void {
    const toasts = this.renderRoot.querySelector('omni-work-requests')?.shadowRoot;
    const found = [...(toasts?.querySelectorAll<OmniWorkRequest>('omni-work-request') ?? [])];
    found.find(({ work }) => work?.id === workId)?.decline();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'omni-preview-panel': OmniPreviewPanel;
  }
}
