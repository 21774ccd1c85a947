/** What this host uses of the panel. */

export type ChannelType = 'voice' | 'messaging' | 'chat' | 'case';

export interface AgentWork {
  readonly id: string;
  readonly workItemId: string;
  readonly status: string;
  readonly channel: { readonly name: string; readonly type: ChannelType };
  readonly queue: { readonly name: string };
  readonly subject: string;
  readonly customerName: string;
  readonly highlights: readonly { readonly label: string; readonly value: string }[];
  readonly recordId: string;
  readonly waitingSince: number;
  readonly offeredAt: number;
  readonly openedAt: number | null;
  readonly settledAt: number | null;
  readonly customerLeftAt: number | null;
}

export interface WorkspaceAdapter {
  openRecordIds(): readonly string[];
  open(recordId: string, how: { work: AgentWork; focus: boolean }): void | Promise<void>;
  bringForward(recordId: string): void;
}

export interface OmniChannelPanel extends HTMLElement {
  token: string | (() => Promise<string>);
  workspace: WorkspaceAdapter | null;
  closeAgentWork(which: { workId: string }): Promise<unknown>;
  getAgentWorks(): readonly AgentWork[];
}

declare global {
  interface HTMLElementTagNameMap {
    'omni-channel-panel': OmniChannelPanel;
  }
}
