import type { FlightEntry, MethodOutcome } from '../../../src/console/console.ts';
import type { Destination, DestinationPage } from '../../../src/domain/work/transfer.ts';
import { PanelQuestions } from './panel-questions.ts';

/** A transfer of work to a destination. */
interface Transfer {
  readonly workId: string;
  readonly destination: Destination;
  /** Invites someone to the conversation; the rep stays in it. */
  readonly conference?: boolean;
}

/** A change of a work's flag. */
interface FlagChange {
  readonly workId: string;
  /** For the supervisor; omitted for none. */
  readonly message?: string | null;
}

/** A query for transfer destinations. */
interface DestinationSearch {
  readonly workId: string;
  /** Part of a name; omitted for all. */
  readonly search?: string;
  /** `next` from the previous page. */
  readonly cursor?: string | null;
}

/** What a host can have the panel do. */
export abstract class PanelMethods extends PanelQuestions {
  /**
   * Signs in again after `logout()`, or takes over from another place ("Use here"); then sets a presence status.
   * @throws {PanelError} (rejects) if the status is not set.
   */
  async login({ statusId }: { readonly statusId: string }): Promise<void> {
    this.console.handlers.reconnect();
    await this.console.signedIn();
    await this.console.handlers.setStatus(statusId, { by: 'login' });
  }

  /**
   * Sets Offline without a grace period and ends the session. The panel stays signed out until `login()`. With
   * `forget` this browser's data about the rep is erased: the cached configuration and the volume, for instance.
   */
  logout(options: { readonly forget?: boolean } = {}): Promise<void> {
    return this.console.handlers.signOut(options);
  }

  /** @throws {PanelError} (rejects) if the request is not accepted. */
  acceptAgentWork({ workId }: { readonly workId: string }): Promise<MethodOutcome> {
    return this.console.settle(() => this.console.handlers.accept(workId));
  }

  /**
   * Declines a request; `declineReason` is the id of one of the offered reasons, required if there are any.
   * @throws {PanelError} (rejects) if the request is not declined, or cannot be.
   */
  declineAgentWork({
    workId,
    declineReason = null,
  }: {
    readonly workId: string;
    readonly declineReason?: string | null;
  }): Promise<MethodOutcome> {
    return this.console.settle(() => this.console.handlers.decline(workId, declineReason));
  }

  /**
   * Closes accepted work: ends its conversation, or closes work that has none.
   * @throws {PanelError} (rejects) if it is not closed.
   */
  closeAgentWork({ workId }: { readonly workId: string }): Promise<MethodOutcome> {
    return this.console.settle(() => this.console.handlers.close(workId));
  }

  /**
   * Transfers accepted work; with `conference` (messaging only) invites someone at the destination to its
   * conversation.
   * @throws {PanelError} (rejects) if it is not transferred.
   */
  transferAgentWork({ workId, destination, conference = false }: Transfer): Promise<MethodOutcome> {
    return this.console.settle(() => this.console.handlers.transfer(workId, destination, conference));
  }

  /**
   * The transfer destinations of accepted work; `search` is part of a name, `cursor` is `next` from the previous
   * page.
   * @throws {PanelError} (rejects) if the server does not return them.
   */
  getTransferDestinations({
    workId,
    search = '',
    cursor = null,
  }: DestinationSearch): Promise<DestinationPage> {
    return this.console.handlers.destinations({ agentWorkId: workId, search, cursor });
  }

  /**
   * Raises the flag of accepted work, which asks a supervisor for help, with a message of at most 255 characters. If it
   * is up already, the message replaces the earlier one.
   * @throws {PanelError} (rejects) if it is not raised.
   */
  raiseAgentWorkFlag({ workId, message = null }: FlagChange): Promise<MethodOutcome> {
    return this.console.settle(() => this.console.handlers.changeFlag('raise-flag', workId, message));
  }

  /**
   * Lowers the flag of accepted work, with a message of at most 255 characters; one that is not up stays as it is.
   * @throws {PanelError} (rejects) if it is not lowered.
   */
  lowerAgentWorkFlag({ workId, message = null }: FlagChange): Promise<MethodOutcome> {
    return this.console.settle(() => this.console.handlers.changeFlag('lower-flag', workId, message));
  }

  /**
   * Takes declined or missed work whose item is still waiting: `takeable` in its agent work. It arrives as new agent
   * work, accepted at once, whatever the status.
   * @throws {PanelError} (rejects) if it is not taken.
   */
  takeAgentWork({ workId }: { readonly workId: string }): Promise<void> {
    return this.console.handlers.take(workId);
  }

  /** Extends a wrap-up once. @throws {PanelError} (rejects) if it is not extended. */
  extendAfterConversationWork({ workId }: { readonly workId: string }): Promise<MethodOutcome> {
    return this.console.settle(() => this.console.handlers.extendAcw(workId));
  }

  /** "All done". @throws {PanelError} (rejects) if the wrap-up is not ended. */
  endAfterConversationWork({ workId }: { readonly workId: string }): Promise<MethodOutcome> {
    return this.console.settle(() => this.console.handlers.endAcw(workId));
  }

  /**
   * The rep starts an outbound call or conversation, which ends every wrap-up. Until `endOutboundConversation()`, or for
   * `maxSeconds` (60 by default, at most 14,400), the rep is offered nothing.
   * @throws {PanelError} (rejects) if the server does not confirm it.
   */
  startOutboundConversation({ maxSeconds }: { readonly maxSeconds?: number } = {}): Promise<MethodOutcome> {
    return this.console.settle(() => this.console.handlers.startOutbound(maxSeconds));
  }

  /** The outbound conversation is over. @throws {PanelError} (rejects) if the server does not confirm it. */
  endOutboundConversation(): Promise<MethodOutcome> {
    return this.console.settle(() => this.console.handlers.endOutbound());
  }

  /**
   * The host's workspace closed a record's tab, which ends the wrap-ups of its works.
   * @throws {PanelError} (rejects) if one is not ended.
   */
  recordClosed({ recordId }: { readonly recordId: string }): Promise<MethodOutcome> {
    return this.console.settle(() => this.console.handlers.recordClosed(recordId));
  }

  /** The events of the last hour, for support: states and ids, no customer data and no token. */
  getFlightRecord(): readonly FlightEntry[] {
    return this.console.handlers.flightRecord();
  }

  /** Offers the flight record to the rep as a file. */
  downloadFlightRecord(): void {
    this.console.handlers.downloadFlightRecord();
  }

  /**
   * Sets a presence status. During wrap-up it takes effect at the end, unless `endAcw` ends the wrap-up now. With
   * `giveBack`, and a status that is not online, requests that still ring return to their queues.
   * @throws {PanelError} (rejects) if the status is not set.
   */
  setServicePresenceStatus({
    statusId,
    endAcw = false,
    giveBack = false,
  }: {
    readonly statusId: string;
    readonly endAcw?: boolean;
    readonly giveBack?: boolean;
  }): Promise<void> {
    return this.console.handlers.setStatus(statusId, { endAcw, giveBack, by: 'host' });
  }
}
