import { chosenReason, decide } from '../domain/work/answer-rules.ts';
import { extendAcw, shortenAcwOnSignOut, startAcw } from '../domain/work/acw.ts';
import type { AgentWork, CancelReason } from '../domain/work/agent-work.ts';
import { capacityOf, fits, type Capacity } from '../domain/work/capacity.ts';
import {
  acwAfterWork,
  type EffectiveConfiguration,
} from '../domain/configuration/effective-configuration.ts';
import { loadOf, offerObstacle, type OfferedWork, type OfferObstacle } from '../domain/work/offering.ts';
import {
  givesBack,
  statusAfterDecline,
  statusAfterPushTimeout,
  staysQueued,
  type Presence,
  type PresenceCause,
  type PresenceStatus,
} from '../domain/configuration/presence-status.ts';
import * as refusals from '../domain/work/refusals.ts';
import type { Refusal } from '../domain/work/refusals.ts';
import { stampRequest } from '../domain/work/request-stamp.ts';
import { changeFlag } from '../domain/work/work-flag.ts';
import { hasConversation } from '../domain/configuration/service-channel.ts';
import type { Instant, Seconds, Timers } from '../domain/time.ts';
import type { Id, Labelled } from '../domain/values.ts';
import type { Command, CommandOutcome, Snapshot } from '../protocol/messages.ts';
import type { Change } from './preview-link.ts';
import { newRequest, PreviewWorks, type PreviewWork } from './preview-works.ts';

/** The routing configuration of the work's queue. */
export type PreviewRouting = OfferedWork['routing'] & { readonly pushTimeoutSeconds: Seconds | null };

interface Dependencies {
  readonly timers: Timers;
  readonly newId: () => string;
  readonly isConnected: () => boolean;
  /** Sends a change to the panel. */
  readonly send: (change: Change) => void;
  /** The rep's state changed. */
  readonly changed: () => void;
}

const done: CommandOutcome = { kind: 'done' };
const refused = (refusal: Refusal): CommandOutcome => ({ kind: 'refused', ...refusal });

/**
 * The server's view of one rep, in memory: presence, agent works and the consequences of the domain's rules. Its
 * time-outs and wrap-ups expire by themselves.
 */
export class PreviewRep {
  readonly #deps: Dependencies;
  readonly #works: PreviewWorks;
  #effective: EffectiveConfiguration;
  #presence: Presence;
  #outboundEndsAt: Instant | null = null;
  #cancelOutbound: (() => void) | null = null;
  #statusAfterAcw: PresenceStatus | null = null;
  /** Who chose that. */
  #causeAfterAcw: PresenceCause = 'rep';

  /** Starts in the first online status, so that there is something to see at once. */
  constructor(effective: EffectiveConfiguration, deps: Dependencies) {
    this.#deps = deps;
    this.#effective = effective;
    this.#works = new PreviewWorks({
      timers: deps.timers,
      changed: (work) => this.#tellWork(work),
      overdue: ({ id, status }) => (status === 'assigned' ? this.timeOut(id) : this.#endAcw(id)),
    });
    const status = effective.statuses.find(({ kind }) => kind === 'online') ?? this.#offline;
    this.#presence = { status, since: this.#now, cause: 'rep' };
  }

  get works(): readonly AgentWork[] {
    return this.#works.all;
  }

  get presence(): Presence {
    return this.#presence;
  }

  get snapshot(): Omit<Snapshot, 'revision' | 'configurationVersion'> {
    return {
      rep: this.#effective.rep,
      presence: this.#presence,
      capacity: this.#capacity,
      statusAfterAcw: this.#statusAfterAcw,
      outboundEndsAt: this.#outboundEndsAt,
      agentWorks: [...this.works],
    };
  }

  /** Applies another configuration; stamped requests and running countdowns keep their terms. */
  configure(effective: EffectiveConfiguration): void {
    this.#effective = effective;
    this.#deps.send({ type: 'capacity-changed', capacity: this.#capacity });
    this.#deps.changed();
  }

  /** Offers work to the rep on the present terms; returns the obstacle if that is impossible. */
  offer(work: PreviewWork, channelId: Id, routing: PreviewRouting): OfferObstacle | null {
    const channel = this.#channel(channelId);
    const obstacle = this.obstacle(channelId, routing);
    if (obstacle !== null) return obstacle;
    const now = this.#now;
    const offer = {
      channelId,
      pushTimeoutSeconds: routing.pushTimeoutSeconds,
      requiresRep: false,
      ...loadOf(this.#capacity, { channel, routing }),
    };
    const { id, name, type } = channel;
    const stamp = stampRequest(this.#effective, offer, now);
    this.#works.put({ ...newRequest(this.#deps.newId, work, stamp, now), channel: { id, name, type } });
    return null;
  }

  /** Why work on this channel cannot be offered now; `null` if it can. */
  obstacle(channelId: Id, routing: PreviewRouting): OfferObstacle | null {
    const rep = {
      connected: this.#deps.isConnected(),
      status: this.#presence.status,
      wrappingUp: this.#works.wrapUps.length > 0,
      openWorks: this.#works.open.length,
      ringing: this.#works.open.filter(({ status }) => status === 'assigned').length,
      maxNewOffers: this.#effective.settings.maxNewOffers.value,
      outbound: this.#outboundEndsAt !== null,
      capacity: this.#capacity,
    };
    return offerObstacle(rep, { channel: this.#channel(channelId), routing });
  }

  /** A panel shows these requests: accepts the automatic ones. */
  delivered(ids: readonly Id[]): void {
    for (const id of ids) {
      const work = this.#works.get(id);
      if (work?.status !== 'assigned' || !work.stamp.automatic) continue;
      this.#works.move(work, { type: 'accepted' }, { openedAt: this.#now, openedBy: 'automatic' });
    }
  }

  customerLeft(id: Id): void {
    const work = this.#works.get(id);
    if (work?.status === 'assigned') this.#works.move(work, { type: 'canceled', reason: 'customerLeft' });
    if (work?.status !== 'opened' || work.customerLeftAt !== null) return;
    if (hasConversation(work.channel.type)) this.#endConversation(work, { customerLeftAt: this.#now });
    else this.#works.put({ ...work, customerLeftAt: this.#now });
  }

  /** Lets the push time-out of this request expire now. */
  timeOut(id: Id): void {
    const work = this.#works.get(id);
    if (work?.status !== 'assigned' || work.stamp.deadline === null) return;
    const { type } = work.channel;
    const update = this.#update(statusAfterPushTimeout(type, work.stamp.statusOnPushTimeoutId));
    this.#works.move(work, { type: 'pushTimedOut' }, { statusUpdate: labelOf(update), takeable: true });
    this.#dropQueued(statusAfterPushTimeout(type, work.stamp.statusOnPushTimeoutId));
    if (update) this.#setPresence(update, 'pushTimeout');
  }

  /** The grace period after a disconnect is over. */
  graceOver(): void {
    if (this.#presence.status.kind === 'offline') return;
    this.#statusAfterAcw = null;
    this.#setPresence(this.#offline, 'grace');
  }

  do(command: Command): CommandOutcome {
    switch (command.type) {
      case 'set-status':
        return this.#choose(command);
      case 'sign-out':
        return this.#signOut();
      case 'start-outbound':
        this.#setOutbound(this.#now + command.maxSeconds * 1000);
        this.#endAcw(null);
        return done;
      case 'end-outbound':
        this.#setOutbound(null);
        return done;
      case 'end-acw':
        if (command.agentWorkId !== null) return this.#doOn(command.agentWorkId, command);
        this.#endAcw(null);
        return done;
      default:
        return this.#doOn(command.agentWorkId, command);
    }
  }

  stop(): void {
    this.#works.stop();
    this.#cancelOutbound?.();
  }

  #doOn(id: Id, command: Extract<Command, { agentWorkId: unknown }>): CommandOutcome {
    const work = this.#works.get(id);
    if (!work) return refused(refusals.notYours);
    const now = this.#now;
    const refusal = decide(command, { ...work, channelType: work.channel.type }, now);
    if (refusal) return refused(refusal);
    switch (command.type) {
      case 'accept':
        this.#works.move(work, { type: 'accepted' }, { openedAt: now, openedBy: 'rep' });
        return done;
      case 'decline':
        this.#decline(work, command.reasonId);
        return done;
      case 'end-conversation':
        this.#endConversation(work);
        return done;
      case 'close':
        this.#works.move(work, { type: 'closed' });
        return done;
      case 'extend-acw':
        this.#works.put({ ...work, acw: work.acw && extendAcw(work.acw, now) });
        return done;
      case 'end-acw':
        this.#endAcw(id);
        return done;
      case 'raise-flag':
      case 'lower-flag':
        this.#works.put({ ...work, flag: changeFlag(work.flag, command, this.#effective.rep.id, now) });
        return done;
      case 'take':
        return this.#take(work);
      case 'transfer':
        return refused({ code: 'notTransferable', detail: 'There is nobody to transfer to in a preview.' });
    }
  }

  #decline(work: AgentWork, reasonId: Id | null): void {
    const { declineReasons, statusOnDeclineId } = work.stamp;
    const update = this.#update(statusAfterDecline(work.channel.type, statusOnDeclineId));
    this.#works.move(
      work,
      { type: 'declined' },
      {
        declineReason: chosenReason(declineReasons, reasonId),
        statusUpdate: labelOf(update),
        takeable: true,
      },
    );
    this.#dropQueued(statusAfterDecline(work.channel.type, statusOnDeclineId));
    if (update) this.#setPresence(update, 'decline');
  }

  /** A decline or a missed request sets this status: another may no longer follow wrap-up. */
  #dropQueued(statusId: Id | null): void {
    if (!this.#statusAfterAcw || staysQueued(this.#statusAfterAcw, statusId)) return;
    this.#statusAfterAcw = null;
    this.#tellPresence();
  }

  #endConversation(work: AgentWork, changes: Partial<AgentWork> = {}): void {
    const terms = acwAfterWork(this.#effective, work.channel.id);
    const acw = terms && startAcw(terms, this.#now);
    this.#works.move(work, { type: 'conversationEnded', acw: acw !== null }, { ...changes, acw });
  }

  #take(work: AgentWork): CommandOutcome {
    if (!work.takeable) return refused(refusals.noLongerWaiting);
    const { size, pool } = work.stamp;
    const open = this.#works.open.length;
    if (!fits({ size, pool }, this.#capacity, open)) return refused(refusals.noCapacity);
    this.#works.put({ ...work, takeable: false });
    const now = this.#now;
    const offered = { ...work, ...newRequest(this.#deps.newId, work, work.stamp, now) };
    this.#works.move(
      { ...offered, workItemId: work.workItemId },
      { type: 'accepted' },
      { openedAt: now, openedBy: 'rep' },
    );
    return done;
  }

  /** Ends one wrap-up, or with `null` every one. */
  #endAcw(id: Id | null): void {
    const ended = this.#works.wrapUps.filter((work) => id === null || work.id === id);
    for (const work of ended) this.#works.move(work, { type: 'acwEnded' }, { acw: null });
    this.#afterAcw();
  }

  /** When the last wrap-up ends, the status that the rep chose meanwhile takes effect. */
  #afterAcw(): void {
    const chosen = this.#statusAfterAcw;
    if (!chosen || this.#works.wrapUps.length > 0) return;
    this.#statusAfterAcw = null;
    this.#setPresence(chosen, this.#causeAfterAcw);
  }

  #choose(chosen: Extract<Command, { type: 'set-status' }>): CommandOutcome {
    const { statusId, endAcw = false, giveBack, by } = chosen;
    const status = this.#effective.statuses.find(({ id }) => id === statusId);
    if (!status) return refused(refusals.statusUnknown);
    if (givesBack(status, giveBack)) this.#takeBack('givenBack');
    if (this.#works.wrapUps.length > 0 && !endAcw) {
      this.#statusAfterAcw = status.id === this.#presence.status.id ? null : status;
      this.#causeAfterAcw = by ?? 'rep';
      this.#tellPresence();
      return done;
    }
    this.#statusAfterAcw = null;
    this.#endAcw(null);
    this.#setPresence(status, by ?? 'rep');
    return done;
  }

  #signOut(): CommandOutcome {
    this.#statusAfterAcw = null;
    this.#setPresence(this.#offline, 'signOut');
    for (const work of this.#works.wrapUps)
      if (work.acw) this.#works.put({ ...work, acw: shortenAcwOnSignOut(work.acw, this.#now) });
    return done;
  }

  #setPresence(status: PresenceStatus, cause: PresenceCause): void {
    const since = status.id === this.#presence.status.id ? this.#presence.since : this.#now;
    this.#presence = { status, since, cause };
    if (status.kind !== 'offline') return this.#tellPresence();
    this.#setOutbound(null);
    this.#takeBack(cause === 'grace' ? 'graceOver' : 'repWentOffline');
  }

  /** An outbound conversation lasts until then at most; `null`: there is none. */
  #setOutbound(endsAt: Instant | null): void {
    this.#cancelOutbound?.();
    this.#outboundEndsAt = endsAt;
    const over = () => this.#setOutbound(null);
    this.#cancelOutbound = endsAt === null ? null : this.#deps.timers.after(endsAt - this.#now, over);
    this.#tellPresence();
  }

  #takeBack(reason: CancelReason): void {
    for (const work of this.works)
      if (work.status === 'assigned') this.#works.move(work, { type: 'canceled', reason });
  }

  #tellPresence(): void {
    const [presence, statusAfterAcw, outboundEndsAt] = [
      this.#presence,
      this.#statusAfterAcw,
      this.#outboundEndsAt,
    ];
    this.#deps.send({ type: 'presence-changed', presence, statusAfterAcw, outboundEndsAt });
    this.#deps.changed();
  }

  /**
   * The status to set; `null` to keep the present one: there is no status update, it is already set, or it no longer
   * exists.
   */
  #update(statusId: Id | null): PresenceStatus | null {
    if (statusId === null || statusId === this.#presence.status.id) return null;
    return this.#effective.statuses.find(({ id }) => id === statusId) ?? null;
  }

  #tellWork(agentWork: AgentWork): void {
    this.#deps.send({ type: 'agent-work-changed', agentWork });
    this.#deps.send({ type: 'capacity-changed', capacity: this.#capacity });
    this.#deps.changed();
  }

  get #capacity(): Capacity {
    const { capacity, interruptibleCapacity } = this.#effective.settings;
    return capacityOf(
      this.#works.open.map(({ stamp }) => stamp),
      { capacity: capacity.value, interruptibleCapacity: interruptibleCapacity.value },
    );
  }

  #channel(id: Id): EffectiveConfiguration['channels'][number] {
    const found = this.#effective.channels.find((channel) => channel.id === id);
    if (!found) throw new Error(`There is no service channel ${id}.`);
    return found;
  }

  get #offline(): PresenceStatus {
    const found = this.#effective.statuses.find(({ kind }) => kind === 'offline');
    if (!found) throw new Error('There is no Offline status.');
    return found;
  }

  get #now(): Instant {
    return this.#works.now;
  }
}

function labelOf(status: PresenceStatus | null): Labelled | null {
  return status && { id: status.id, label: status.name };
}
