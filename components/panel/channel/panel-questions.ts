import { LitElement } from 'lit';
import type { PanelConsole } from '../../../src/console/console.ts';
import { isOpen, type AgentWork } from '../../../src/domain/work/agent-work.ts';
import { workloadOf, type AgentWorkload } from '../../../src/domain/work/capacity.ts';
import {
  statusForHosts,
  type PresenceStatus,
  type ServicePresenceStatus,
  type StatusChannel,
} from '../../../src/domain/configuration/presence-status.ts';

/** What a host can ask the panel: answered at once, from what the panel knows. */
export abstract class PanelQuestions extends LitElement {
  protected abstract get console(): PanelConsole;

  /** The rep's open agent works: requests, accepted work, wrap-up. */
  getAgentWorks(): readonly AgentWork[] {
    return [...this.console.stores.work.state.works.values()].filter(({ status }) => isOpen(status));
  }

  /** The load of open work on the rep's capacity, in units; `null` until the server has sent it. */
  getAgentWorkload(): AgentWorkload | null {
    const { capacity } = this.console.stores.work.state;
    return capacity && workloadOf(capacity);
  }

  /** The id of the presence status confirmed by the server; `null` while it is unknown. */
  getServicePresenceStatusId(): string | null {
    return this.#status?.id ?? null;
  }

  /** The presence status confirmed by the server, with its API name and channels; `null` while it is unknown. */
  getServicePresenceStatus(): ServicePresenceStatus | null {
    return this.#status && this.#forHosts(this.#status);
  }

  /** The service channels of the presence status; none while it is unknown, or not online. */
  getServicePresenceStatusChannels(): readonly StatusChannel[] {
    return this.getServicePresenceStatus()?.channels ?? [];
  }

  /** The statuses that the rep may choose, in the order of the menu; none until the configuration is known. */
  getServicePresenceStatuses(): readonly ServicePresenceStatus[] {
    const { effective } = this.console.stores.configuration.state;
    return (effective?.statuses ?? []).map((status) => this.#forHosts(status));
  }

  /** The id of the status that takes effect when wrap-up ends; `null` if none was chosen. */
  getQueuedServicePresenceStatusId(): string | null {
    return this.console.stores.presence.state.statusAfterAcw?.id ?? null;
  }

  /** Until when an outbound conversation keeps offers away, in milliseconds since 1970; `null` if there is none. */
  getOutboundConversationEnd(): number | null {
    return this.console.stores.presence.state.outboundEndsAt;
  }

  /** The rep's name in messaging transcripts only; `null` for the rep's own. */
  getAgentAlias(): string | null {
    return this.console.stores.configuration.state.effective?.settings.agentAlias.value ?? null;
  }

  get #status(): PresenceStatus | null {
    const { connection, presence } = this.console.stores;
    return connection.state.status === 'connected' ? (presence.state.confirmed?.status ?? null) : null;
  }

  #forHosts(status: PresenceStatus): ServicePresenceStatus {
    return statusForHosts(status, this.console.stores.configuration.state.effective?.channels);
  }
}
