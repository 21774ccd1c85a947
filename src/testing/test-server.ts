import type { OmniChannel, OmniChannelPanel } from '../index.ts';
import type { AgentWork, WorkItemContent } from '../domain/work/agent-work.ts';
import type { OfferObstacle } from '../domain/work/offering.ts';
import { OFFLINE_STATUS_ID, type Presence } from '../domain/configuration/presence-status.ts';
import type { Id } from '../domain/values.ts';
import { Preview } from '../preview/preview.ts';
import { answerInPage } from './in-page-api.ts';
import { configurationOf, recordsOf, ROUTING_ID, type TestServerOptions } from './test-records.ts';

/** Work that a customer brings. */
export interface TestWork extends Partial<WorkItemContent> {
  /** The id of its channel, `chat` for instance. */
  readonly channel: Id;
  /** The name of its queue. */
  readonly queue?: string;
}

/** Why a request cannot be made, in words for the author of the test. */
const obstacles: Readonly<Record<OfferObstacle, string>> = {
  notConnected: 'The panel is not connected: await connect(panel) first.',
  notOnline: 'The rep is in no status that is online for this channel: setStatus("available") first.',
  wrappingUp: 'The rep is in wrap-up.',
  outbound: 'The rep is in an outbound conversation.',
  enoughOffers: 'As many requests wait for the rep as may do so at once.',
  noCapacity: 'The rep has no free capacity.',
};

/**
 * A server in the page, for the tests of a host: the panel connects to its API address as to a real one, through the
 * page's own `fetch` and `WebSocket`, which answer for this address only. It has one rep, and follows the rules of the
 * real server: time-outs, automatic acceptance, capacity, wrap-up. Call `close()` at the end of the test.
 */
export class TestServer {
  readonly apiAddress: string;
  readonly rep: { readonly id: Id; readonly name: string };
  readonly #preview: Preview;
  readonly #undo: () => void;
  #raised = 0;

  /** @throws {Error} if the options violate a rule of the configuration, or name a status that is not there. */
  constructor(options: TestServerOptions = {}) {
    this.apiAddress = options.apiAddress ?? 'https://omni-channel.test';
    this.rep = options.rep ?? { id: 'rep', name: 'Test Rep' };
    const { apiAddress, rep } = this;
    this.#preview = new Preview(() => ({ apiAddress, token: '' }), { rep });
    this.#preview.configure({ ...configurationOf(options) }, recordsOf(options));
    if (this.#preview.store.state.isBehind)
      throw new Error('The configuration violates a rule: Setup would not save it.');
    this.setStatus(options.status ?? OFFLINE_STATUS_ID);
    this.#undo = answerInPage(apiAddress, this.#preview.answers);
  }

  /**
   * Sets the panel's API address, rep and token; resolves when it is signed in. A host that sets them by itself uses
   * `apiAddress`, `rep.id` and any token instead.
   */
  async connect(panel: OmniChannelPanel | OmniChannel): Promise<void> {
    const signedIn = new Promise((resolve) => {
      panel.addEventListener('omni-login', resolve, { once: true });
    });
    Object.assign(panel, { apiAddress: this.apiAddress, rep: this.rep.id, token: 'test' });
    await signedIn;
  }

  /** The rep's works, in the order in which they were offered, settled ones included. */
  get works(): readonly AgentWork[] {
    return this.#preview.store.state.works;
  }

  /** The rep's presence. */
  get presence(): Presence {
    const { presence } = this.#preview;
    if (!presence) throw new Error('There is no rep.');
    return presence;
  }

  /** Sets the rep's status, as if they had chosen it. @throws {Error} if there is no such status. */
  setStatus(statusId: Id): void {
    if (this.#preview.choose(statusId)?.kind !== 'done') throw new Error(`There is no status "${statusId}".`);
  }

  /**
   * A customer brings work, which is offered to the rep. Resolves to the request once the panel has it; `works` has what
   * becomes of it. Each has a record of its own, unless `recordId` says which.
   * @throws {Error} if there is no such channel, or the rep cannot be offered work now; the message says why.
   */
  async raise({ channel, queue = 'Queue', ...content }: TestWork): Promise<AgentWork> {
    const known = this.#preview.store.state.effective?.channels ?? [];
    if (!known.some(({ id }) => id === channel)) {
      const ids = known.map(({ id }) => id).join(', ');
      throw new Error(`There is no channel "${channel}", only ${ids}.`);
    }
    this.#raised += 1;
    this.#preview.raise(channel, ROUTING_ID, {
      subject: 'A request',
      customerName: 'A customer',
      highlights: [],
      recordId: `record-${String(this.#raised)}`,
      queue: { id: 'queue', name: queue },
      ...content,
    });
    const { obstacle, works } = this.#preview.store.state;
    const raised = works.at(-1);
    if (obstacle || !raised) throw new Error(obstacle ? obstacles[obstacle.why] : 'Nothing was offered.');
    await this.#preview.delivered();
    return raised;
  }

  /** The customer leaves: a request is canceled, a conversation ends. */
  customerLeft(workId: Id): void {
    this.#preview.customerLeft(workId);
  }

  /** Lets the push time-out of a request expire now. Without a time-out nothing happens. */
  timeOut(workId: Id): void {
    this.#preview.timeOut(workId);
  }

  /** Cuts the connection, and every attempt to reconnect until `restore()`. */
  cut(): void {
    this.#preview.cut();
  }

  /** The panel's next attempt to reconnect succeeds. */
  restore(): void {
    this.#preview.restore();
  }

  /** Ends all countdowns and connections, and returns `fetch` and `WebSocket` to the page. */
  close(): void {
    this.#preview.cut();
    this.#preview.stop();
    this.#undo();
  }
}
