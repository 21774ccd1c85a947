import type { PlatformOverrides } from '../console/platform-overrides.ts';
import type { AgentWork } from '../domain/work/agent-work.ts';
import { sameValue, type Fields } from '../domain/pointers.ts';
import type { Milliseconds, Timers } from '../domain/time.ts';
import type { Presence } from '../domain/configuration/presence-status.ts';
import type { Id } from '../domain/values.ts';
import { createHttp, type Asking, type Http } from '../platform/network/http.ts';
import { newId } from '../platform/ids.ts';
import { pageTimers } from '../platform/time/timers.ts';
import { TokenSource, type Token } from '../platform/network/token.ts';
import type { CommandOutcome, PanelMessage, Snapshot } from '../protocol/messages.ts';
import { PREVIEW_REP, previewConfiguration, type PreviewRepName } from './preview-configuration.ts';
import { PreviewLink } from './preview-link.ts';
import { previewOverrides } from './preview-overrides.ts';
import { PreviewRep, type PreviewRouting } from './preview-rep.ts';
import { PreviewStore } from './preview-store.ts';
import type { PreviewWork } from './preview-works.ts';
import type { PreviewReferences } from './references.ts';

export type { Token } from '../platform/network/token.ts';
export type { PlatformOverrides } from '../console/platform-overrides.ts';
export { PREVIEW_REP };
export type { PreviewState } from './preview-store.ts';
export type { PreviewWork } from './preview-works.ts';
export { likelyQueue } from './likely-queue.ts';
export { referencesOf, type PreviewReferences, type ReferenceLists } from './references.ts';

/** How long the server waits for a disconnected rep. */
const GRACE: Milliseconds = 30_000;
/** The most command results that are remembered for repeated commands. */
const MAX_RESULTS = 200;
/** Used while there is no routing configuration yet. */
const plainRouting: PreviewRouting = {
  capacityWeight: { kind: 'units', units: 1 },
  capacityType: 'channel',
  pushTimeoutSeconds: null,
};

/** Where the preview gets uploaded sounds; read when one is needed. */
export interface SoundsFrom {
  readonly apiAddress: string;
  readonly token: Token;
}

/**
 * A server in the page for one rep with an unsaved configuration, and the customer's role. The real panel connects to
 * it through `overrides`; nothing leaves the page except requests for uploaded sounds.
 */
export class Preview {
  readonly store = new PreviewStore();
  readonly overrides: Partial<PlatformOverrides>;
  /** What the server answers, without a panel of its own. */
  readonly answers: Pick<PlatformOverrides, 'openSocket'> & Http;
  readonly #timers: Timers;
  readonly #sounds: Http;
  readonly #link: PreviewLink;
  readonly #repName: PreviewRepName;
  readonly #results = new Map<string, CommandOutcome>();
  #rep: PreviewRep | null = null;
  #references: PreviewReferences | null = null;
  #version = 0;
  #cancelGrace: (() => void) | null = null;

  constructor(
    soundsFrom: () => SoundsFrom,
    {
      timers = pageTimers,
      rep = PREVIEW_REP,
    }: { readonly timers?: Timers; readonly rep?: PreviewRepName } = {},
  ) {
    this.#timers = timers;
    this.#repName = rep;
    const tokens = new TokenSource(
      () => soundsFrom().token,
      () => timers.now(),
    );
    this.#sounds = createHttp(
      () => soundsFrom().apiAddress,
      (fresh) => tokens.get(fresh),
      timers,
    );
    this.#link = new PreviewLink({ timers, answer: (message) => this.#answer(message) });
    const openSocket: PlatformOverrides['openSocket'] = (listener) => this.#link.open(listener);
    const get: Http['get'] = (path, asking) => this.#get(path, asking);
    this.answers = { openSocket, get };
    this.overrides = { ...previewOverrides(), openSocket, http: { get } };
  }

  /**
   * The draft changed: the panel follows as it would after saving. If the draft violates a rule, the last valid one
   * stays.
   */
  configure(draft: Fields, references: PreviewReferences): void {
    this.#references = references;
    const effective = previewConfiguration(draft, references, this.#repName);
    if (!effective) return this.store.update({ isBehind: true });
    const isSame = sameValue(effective, this.store.state.effective);
    this.store.update({ effective, isBehind: false });
    if (isSame) return;
    this.#version += 1;
    if (this.#rep) this.#rep.configure(effective);
    else this.#rep = this.#newRep();
    this.#link.sendChange({
      type: 'configuration-changed',
      configurationVersion: this.#configurationVersion,
    });
  }

  /** A customer brings work on a channel, routed by a routing configuration. */
  raise(channelId: Id, routingId: Id | null, work: PreviewWork): void {
    const routing = this.#references?.routingConfigurations.find(({ id }) => id === routingId);
    const why = this.#rep?.offer(work, channelId, routing ?? plainRouting) ?? null;
    this.store.update({ obstacle: why && { channelId, why } });
  }

  /** The rep's presence; `null` until there is a valid draft. */
  get presence(): Presence | null {
    return this.#rep?.presence ?? null;
  }

  /** Sets a status as if the rep had chosen it elsewhere; `null` until there is a valid draft. */
  choose(statusId: Id): CommandOutcome | null {
    return this.#rep?.do({ type: 'set-status', id: newId(), statusId }) ?? null;
  }

  customerLeft(id: Id): void {
    this.#rep?.customerLeft(id);
  }

  /** Lets the push time-out of a request expire at once. */
  timeOut(id: Id): void {
    this.#rep?.timeOut(id);
  }

  /** Breaks the connection until it is repaired. */
  cut(): void {
    this.#link.cut();
    this.#cancelGrace ??= this.#timers.after(GRACE, () => this.#rep?.graceOver());
    this.store.update({ isCut: true });
  }

  restore(): void {
    this.#link.restore();
    this.#endGrace();
    this.store.update({ isCut: false });
  }

  /** Starts over: no work, and the rep online. */
  reset(): void {
    this.stop();
    this.#rep = this.#newRep();
    this.store.update({ works: [], obstacle: null, isCut: false });
    this.#link.restore();
    this.#tellSnapshot();
  }

  /** Stops all countdowns. */
  stop(): void {
    this.#rep?.stop();
    this.#endGrace();
  }

  #endGrace(): void {
    this.#cancelGrace?.();
    this.#cancelGrace = null;
  }

  #newRep(): PreviewRep | null {
    const { effective } = this.store.state;
    if (!effective) return null;
    const rep: PreviewRep = new PreviewRep(effective, {
      timers: this.#timers,
      newId,
      isConnected: () => this.#link.isLive,
      send: (change) => this.#link.sendChange(change),
      changed: () => this.store.update({ works: rep.works }),
    });
    return rep;
  }

  #answer(message: PanelMessage): void {
    const rep = this.#rep;
    if (!rep) return;
    switch (message.type) {
      case 'hello':
        return this.#link.welcome((beatInterval) => ({
          type: 'welcome',
          serverTime: this.#now,
          beatInterval,
          grace: GRACE,
          snapshot: this.#snapshot(rep),
        }));
      case 'probe':
        return this.#link.send({ type: 'probe-answer', probe: message.probe, serverTime: this.#now });
      case 'snapshot-request':
        return this.#tellSnapshot();
      case 'delivered':
        return rep.delivered(message.agentWorkIds);
      case 'beat':
      case 'alert-receipts':
        return;
      default: {
        // A command repeated after an interruption takes effect once.
        const outcome = this.#results.get(message.id) ?? rep.do(message);
        this.#keepResult(message.id, outcome);
        this.#link.send({ type: 'result', id: message.id, outcome });
        if (message.type === 'sign-out') this.#link.close('signedOut');
      }
    }
  }

  #keepResult(id: string, outcome: CommandOutcome): void {
    this.#results.set(id, outcome);
    for (const old of [...this.#results.keys()].slice(0, -MAX_RESULTS)) this.#results.delete(old);
  }

  /** Resolves once the panel has been told everything so far. */
  delivered(): Promise<void> {
    return this.#link.delivered();
  }

  #tellSnapshot(): void {
    if (!this.#rep || !this.#link.isLive) return;
    const snapshot = this.#snapshot(this.#rep);
    this.#link.send({ type: 'snapshot', serverTime: this.#now, snapshot });
  }

  #snapshot(rep: PreviewRep): Snapshot {
    const { revision } = this.#link;
    return { ...rep.snapshot, revision, configurationVersion: this.#configurationVersion };
  }

  #get(path: string, asking?: Asking): Promise<Response> {
    if (path === 'v1/presence-configuration') {
      const headers = { etag: `"${this.#configurationVersion}"` };
      return Promise.resolve(Response.json(this.store.state.effective, { headers }));
    }
    if (/^\/?v1\/sounds\//.test(path)) return this.#sounds.get(path, asking);
    const detail = 'There is no such thing in a preview.';
    return Promise.resolve(Response.json({ title: 'Not found', detail }, { status: 404 }));
  }

  get #configurationVersion(): string {
    return `preview-${this.#version}`;
  }

  get #now(): number {
    return Math.round(this.#timers.now());
  }
}

/** The latest work in a status; `null` if there is none. */
export function latest(works: readonly AgentWork[], status: AgentWork['status']): AgentWork | null {
  return works.findLast((work) => work.status === status) ?? null;
}
