import { ws, type WebSocketHandler } from 'msw';
import { extendAcw, startAcw, type AcwTerms } from '../../src/domain/work/acw.ts';
import {
  isOpen,
  isWorkRequest,
  nextAgentWorkStatus,
  type AgentWork,
  type AgentWorkEvent,
} from '../../src/domain/work/agent-work.ts';
import { decide } from '../../src/domain/work/answer-rules.ts';
import * as refusals from '../../src/domain/work/refusals.ts';
import type { Refusal } from '../../src/domain/work/refusals.ts';
import { capacityOf } from '../../src/domain/work/capacity.ts';
import {
  givesBack,
  staysQueued,
  type Presence,
  type PresenceStatus,
} from '../../src/domain/configuration/presence-status.ts';
import { changeFlag } from '../../src/domain/work/work-flag.ts';
import { closeCodes, type CloseReason } from '../../src/protocol/close-reasons.ts';
import {
  panelMessageSchema,
  parseMessage,
  type ChangeMessage,
  type Command,
  type CommandOutcome,
  type PanelMessage,
  type ServerMessage,
  type Snapshot,
} from '../../src/protocol/messages.ts';

interface Panel {
  send(data: string): void;
  close(code?: number, reason?: string): void;
}

type Unnumbered<Message> = Message extends unknown ? Omit<Message, 'revision'> : never;

/**
 * `GET /v1/connection`: the server side of the WebSocket, controlled by a test. It answers like the real one, but offers
 * what the test says: it has no routing.
 */
export class FakeConnection {
  readonly rep: Snapshot['rep'];
  readonly works = new Map<string, AgentWork>();
  /** All messages from panels, in order. */
  readonly received: PanelMessage[] = [];
  /** How often a socket was opened. */
  opened = 0;
  presence: Presence;
  /** The status chosen during wrap-up. */
  statusAfterAcw: PresenceStatus | null = null;
  #causeAfterAcw: Presence['cause'] = 'rep';
  outboundEndsAt: number | null = null;
  configurationVersion: string;
  beatInterval = 4000;
  /** Overrides the outcome of a command; `null` leaves it unanswered. */
  decide: ((command: Command) => CommandOutcome | null) | null = null;
  /** Closes each socket at once, as if there were no server. */
  isGone = false;
  /** What is sent instead of a message. */
  tamper: ((message: ServerMessage) => unknown) | null = null;
  /** Refuses every hello with this reason. */
  refuses: CloseReason | null = null;
  readonly #statuses: () => readonly PresenceStatus[];
  readonly #panels = new Map<Panel, { revision: number }>();
  readonly #results = new Map<string, CommandOutcome>();

  constructor(options: {
    readonly rep: Snapshot['rep'];
    readonly statuses: () => readonly PresenceStatus[];
    readonly configurationVersion: string;
  }) {
    this.rep = options.rep;
    this.configurationVersion = options.configurationVersion;
    this.#statuses = options.statuses;
    this.presence = { status: this.#status('offline'), since: Date.now(), cause: 'rep' };
  }

  /** The number of welcomed panels. */
  get panels(): number {
    return this.#panels.size;
  }

  handler(address: string): WebSocketHandler {
    const link = ws.link(`${address.replace(/^http/, 'ws')}/v1/connection`);
    return link.addEventListener('connection', ({ client }) => {
      this.opened += 1;
      if (this.isGone) return client.close(1011);
      let beat = 0;
      const beating = setInterval(
        () =>
          this.#panels.has(client) &&
          this.#send(client, { type: 'beat', beat: ++beat, serverTime: Date.now() }),
        this.beatInterval,
      );
      client.addEventListener('message', ({ data }) => this.#take(client, data));
      client.addEventListener('close', () => {
        clearInterval(beating);
        this.#panels.delete(client);
      });
    });
  }

  receivedOf<Type extends PanelMessage['type']>(type: Type): Extract<PanelMessage, { type: Type }>[] {
    return this.received.filter(
      (message): message is Extract<PanelMessage, { type: Type }> => message.type === type,
    );
  }

  /** Offers a request, or sends any change of agent work. */
  put(work: AgentWork): AgentWork {
    this.works.set(work.id, work);
    this.tell({ type: 'agent-work-changed', agentWork: work });
    this.tell({ type: 'capacity-changed', capacity: this.#capacity });
    return work;
  }

  /** Applies an event to agent work, with its consequences. */
  happens(id: string, event: AgentWorkEvent, changes: Partial<AgentWork> = {}): AgentWork {
    const work = this.works.get(id);
    if (!work) throw new Error(`There is no agent work ${id}.`);
    const status = nextAgentWorkStatus(work.status, event);
    const now = Date.now();
    return this.put({
      ...work,
      status,
      ...(status === 'opened' && { openedAt: now, openedBy: 'rep' as const }),
      ...(isOpen(status) ? {} : { settledAt: now }),
      ...(event.type === 'canceled' && { cancelReason: event.reason }),
      ...changes,
    });
  }

  setStatus(statusId: string, cause: Presence['cause'] = 'rep'): void {
    const status = this.#status(statusId);
    this.presence = { status, since: Date.now(), cause };
    if (status.kind === 'offline') this.outboundEndsAt = null;
    const isAway = cause === 'grace' || cause === 'signOut';
    const isUnanswered = cause === 'decline' || cause === 'pushTimeout';
    if (isAway || (isUnanswered && this.statusAfterAcw && !staysQueued(this.statusAfterAcw, statusId)))
      this.statusAfterAcw = null;
    this.tellPresence();
  }

  /** An outbound conversation starts, which ends every wrap-up, or is over. */
  setOutbound(endsAt: number | null): void {
    this.outboundEndsAt = endsAt;
    if (endsAt !== null) this.endAcw(null);
    this.tellPresence();
  }

  tellPresence(): void {
    const { presence, statusAfterAcw, outboundEndsAt } = this;
    this.tell({ type: 'presence-changed', presence, statusAfterAcw, outboundEndsAt });
  }

  /** Wrap-up starts for accepted work. */
  startAcw(id: string, terms: AcwTerms): AgentWork {
    return this.happens(id, { type: 'conversationEnded', acw: true }, { acw: startAcw(terms, Date.now()) });
  }

  extendAcw(id: string): AgentWork {
    const work = this.works.get(id);
    const acw = work?.acw ? extendAcw(work.acw, Date.now()) : null;
    if (!work || !acw) throw new Error(`There is no extension left for ${id}.`);
    return this.put({ ...work, acw });
  }

  /** Ends one wrap-up or, with `null`, all of them; a status chosen during wrap-up takes effect with the last. */
  endAcw(id: string | null): void {
    for (const work of [...this.works.values()])
      if (work.status === 'afterConversationWork' && (id === null || work.id === id))
        this.happens(work.id, { type: 'acwEnded' }, { acw: null });
    if (!this.statusAfterAcw || this.#wrapsUp) return;
    const { id: statusId } = this.statusAfterAcw;
    this.statusAfterAcw = null;
    this.setStatus(statusId, this.#causeAfterAcw);
  }

  get #wrapsUp(): boolean {
    return [...this.works.values()].some(({ status }) => status === 'afterConversationWork');
  }

  /** The rep takes a declined or missed item that still waits: as new agent work, accepted at once. */
  take(id: string): AgentWork {
    const work = this.works.get(id);
    if (!work?.takeable) throw new Error(`The item of ${id} no longer waits.`);
    this.put({ ...work, takeable: false });
    const opened = { status: 'opened', openedBy: 'rep', openedAt: Date.now(), settledAt: null } as const;
    const news = { id: `${id}-taken`, takeable: false, declineReason: null, flag: null };
    return this.put({ ...work, ...opened, ...news });
  }

  /** The rep transfers accepted work, or invites somebody. Destinations are named by their ids. */
  transfer({ agentWorkId, destination, conference }: Extract<Command, { type: 'transfer' }>): AgentWork {
    const named = { ...destination, name: destination.id };
    const work = this.works.get(agentWorkId);
    if (work?.status === 'opened' && conference)
      return this.put({
        ...work,
        conference: { with: work.conference?.with ?? [], invited: named },
      });
    return this.happens(agentWorkId, { type: 'transferred' }, { transferredTo: named });
  }

  /** The rep raises a flag, or lowers it. */
  changeFlag(command: Extract<Command, { type: 'raise-flag' | 'lower-flag' }>): void {
    const work = this.works.get(command.agentWorkId);
    if (!work) throw new Error(`There is no agent work ${command.agentWorkId}.`);
    const flag = changeFlag(work.flag, command, this.rep.id, Date.now());
    if (flag !== work.flag) this.put({ ...work, flag });
  }

  /** Sends a change to every panel, with its next revision. */
  tell(change: Unnumbered<ChangeMessage>): void {
    for (const [panel, state] of this.#panels) {
      state.revision += 1;
      this.#send(panel, { ...change, revision: state.revision } as ServerMessage);
    }
  }

  /** Simulates a lost change. */
  skipRevision(): void {
    for (const state of this.#panels.values()) state.revision += 1;
  }

  /** Sends anything, as it is. */
  sendRaw(data: string): void {
    for (const panel of this.#panels.keys()) panel.send(data);
  }

  /** Closes all sockets with a reason; `null`: the connection just breaks. */
  close(reason: CloseReason | null): void {
    for (const panel of [...this.#panels.keys()]) {
      this.#panels.delete(panel);
      panel.close(reason === null ? 1011 : closeCodes[reason]);
    }
  }

  #take(panel: Panel, data: unknown): void {
    const message = parseMessage(panelMessageSchema, String(data));
    if (!message) throw new Error(`The panel sent what no server understands: ${String(data)}`);
    this.received.push(message);
    switch (message.type) {
      case 'hello':
        return this.#welcome(panel);
      case 'probe':
        return this.#send(panel, { type: 'probe-answer', probe: message.probe, serverTime: Date.now() });
      case 'snapshot-request':
        return this.#send(panel, {
          type: 'snapshot',
          serverTime: Date.now(),
          snapshot: this.#snapshot(panel),
        });
      case 'delivered':
        return this.#delivered(message.agentWorkIds);
      case 'beat':
      case 'alert-receipts':
        return;
      default:
        return this.#execute(panel, message);
    }
  }

  #welcome(panel: Panel): void {
    if (this.refuses) return panel.close(closeCodes[this.refuses]);
    this.#panels.set(panel, { revision: 0 });
    this.#send(panel, {
      type: 'welcome',
      serverTime: Date.now(),
      beatInterval: this.beatInterval,
      grace: 30_000,
      snapshot: this.#snapshot(panel),
    });
  }

  #delivered(ids: readonly string[]): void {
    for (const id of ids) {
      const work = this.works.get(id);
      if (work && isWorkRequest(work.status) && work.stamp.automatic)
        this.happens(id, { type: 'accepted' }, { openedBy: 'automatic' });
    }
  }

  #execute(panel: Panel, command: Command): void {
    const outcome = this.#results.get(command.id) ?? (this.decide ?? ((made) => this.#do(made)))(command);
    if (!outcome) return;
    this.#results.set(command.id, outcome);
    this.#send(panel, { type: 'result', id: command.id, outcome });
    if (command.type === 'sign-out') this.close('signedOut');
  }

  #do(command: Command): CommandOutcome {
    const refusal = this.#refusalOf(command);
    if (refusal) return { kind: 'refused', ...refusal };
    if (command.type === 'set-status') this.#choose(command);
    else if (command.type === 'sign-out') this.setStatus('offline', 'signOut');
    else if (command.type === 'start-outbound') this.setOutbound(Date.now() + command.maxSeconds * 1000);
    else if (command.type === 'end-outbound') this.setOutbound(null);
    else if (command.type === 'end-acw') this.endAcw(command.agentWorkId);
    else if (command.type === 'extend-acw') this.extendAcw(command.agentWorkId);
    else if (command.type === 'take') this.take(command.agentWorkId);
    else if (command.type === 'transfer') this.transfer(command);
    else if (command.type === 'raise-flag' || command.type === 'lower-flag') this.changeFlag(command);
    else this.happens(command.agentWorkId, eventOf(command));
    return { kind: 'done' };
  }

  #refusalOf(command: Command): Refusal | null {
    if (!('agentWorkId' in command) || command.agentWorkId === null) return null;
    const work = this.works.get(command.agentWorkId);
    if (!work) return refusals.notYours;
    if (command.type === 'take' && !work.takeable) return refusals.noLongerWaiting;
    return decide(command, { ...work, channelType: work.channel.type }, null);
  }

  #choose({ statusId, endAcw, giveBack, by }: Extract<Command, { type: 'set-status' }>): void {
    const status = this.#status(statusId);
    if (givesBack(status, giveBack))
      for (const { id, status } of [...this.works.values()])
        if (isWorkRequest(status)) this.happens(id, { type: 'canceled', reason: 'givenBack' });
    const isLater = this.#wrapsUp && !endAcw;
    this.statusAfterAcw = isLater && statusId !== this.presence.status.id ? status : null;
    this.#causeAfterAcw = by ?? 'rep';
    if (endAcw) this.endAcw(null);
    if (!isLater) return this.setStatus(statusId, by);
    this.tellPresence();
  }

  #snapshot(panel: Panel): Snapshot {
    return {
      revision: this.#panels.get(panel)?.revision ?? 0,
      rep: this.rep,
      presence: this.presence,
      capacity: this.#capacity,
      statusAfterAcw: this.statusAfterAcw,
      outboundEndsAt: this.outboundEndsAt,
      agentWorks: [...this.works.values()],
      configurationVersion: this.configurationVersion,
    };
  }

  get #capacity() {
    const open = [...this.works.values()].filter(({ status }) => isOpen(status));
    return capacityOf(
      open.map(({ stamp }) => stamp),
      { capacity: 5, interruptibleCapacity: null },
    );
  }

  #status(id: string): PresenceStatus {
    const found = this.#statuses().find((status) => status.id === id);
    if (!found) throw new Error(`There is no status ${id}.`);
    return found;
  }

  #send(panel: Panel, message: ServerMessage): void {
    panel.send(JSON.stringify(this.tamper ? this.tamper(message) : message));
  }
}

type AnswerCommand = Extract<Command, { type: 'accept' | 'decline' | 'end-conversation' | 'close' }>;

function eventOf(command: AnswerCommand): AgentWorkEvent {
  switch (command.type) {
    case 'accept':
      return { type: 'accepted' };
    case 'decline':
      return { type: 'declined' };
    case 'end-conversation':
      return { type: 'conversationEnded', acw: false };
    case 'close':
      return { type: 'closed' };
  }
}
