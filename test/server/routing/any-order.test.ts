import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import {
  nextAgentWorkStatus,
  type AgentWork,
  type AgentWorkEvent,
  type AgentWorkStatus,
} from '../../../src/domain/work/agent-work.ts';
import { capacityOf } from '../../../src/domain/work/capacity.ts';
import type { Id } from '../../../src/domain/values.ts';
import { ContactCentre, type RepCommand } from './contact-centre.ts';

let centre: ContactCentre;
before(async () => {
  centre = await ContactCentre.open();
});
after(() => centre.close());

/** The possible events; numbers pick the rep or work. */
type Happening =
  | { readonly kind: 'item'; readonly queue: number; readonly required: boolean }
  | { readonly kind: 'left'; readonly item: number }
  | { readonly kind: 'pass'; readonly by: number }
  | { readonly kind: 'connect' | 'disconnect' | 'deliver'; readonly rep: number }
  | { readonly kind: 'status'; readonly rep: number; readonly statusId: Id; readonly giveBack: boolean }
  | { readonly kind: 'start-outbound' | 'end-outbound'; readonly rep: number }
  | { readonly kind: 'transfer'; readonly rep: number; readonly work: number; readonly queue: number }
  | { readonly kind: 'command'; readonly rep: number; readonly work: number; readonly type: Answer }
  | { readonly kind: 'sign-out'; readonly rep: number };
type Answer = 'accept' | 'decline' | 'end-conversation' | 'close';

const few = fc.nat({ max: 2 });
const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('item'), queue: few, required: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('left'), item: fc.nat({ max: 20 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('pass'), by: fc.constantFrom(1, 400, 2_500, 5_000) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('pass'), by: fc.constant(30_000) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('connect', 'disconnect'), rep: few }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('deliver'), rep: few }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('status'),
      rep: few,
      statusId: fc.constantFrom('available', 'available', 'chats', 'lunch', 'offline'),
      giveBack: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('start-outbound', 'start-outbound', 'end-outbound'),
      rep: few,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('transfer'), rep: few, work: fc.nat({ max: 4 }), queue: few }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('command'),
      rep: few,
      work: fc.nat({ max: 4 }),
      type: fc.constantFrom<Answer>('accept', 'accept', 'decline', 'end-conversation', 'close'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('sign-out'), rep: few }) },
);

const events: readonly AgentWorkEvent[] = [
  { type: 'accepted' },
  { type: 'declined' },
  { type: 'pushTimedOut' },
  { type: 'canceled', reason: 'withdrawn' },
  { type: 'conversationEnded', acw: false },
  { type: 'closed' },
  { type: 'transferred' },
];

/** Whether some events lead from one status to another. */
function isReachable(from: AgentWorkStatus, to: AgentWorkStatus): boolean {
  if (from === to) return true;
  return events.some((event) => {
    try {
      return isReachable(nextAgentWorkStatus(from, event), to);
    } catch {
      return false;
    }
  });
}

/** The limit of new offers at once of one rep, below their capacity. */
const MAX_RINGING = 1;

/** Three reps, queues of three channels, and their history. */
class Shift {
  readonly reps: Id[] = [];
  readonly queues: Id[] = [];
  readonly items: Id[] = [];
  readonly #sessions = new Map<Id, Awaited<ReturnType<ContactCentre['connect']>>>();
  readonly #seen = new Map<Id, AgentWorkStatus>();
  readonly #acceptedBy = new Map<Id, Id>();
  /** What rang for a rep when last checked, and until when an outbound conversation kept offers away. */
  readonly #rang = new Map<Id, { readonly outboundEndsAt: number | null; readonly ids: readonly Id[] }>();

  static async begin(): Promise<Shift> {
    const shift = new Shift();
    const offline = { status: null };
    shift.reps.push(
      await centre.rep({ capacity: 3, allowDecline: true }, offline),
      await centre.rep({ capacity: 2, interruptibleCapacity: 1, automaticallyAccept: true }, offline),
      await centre.rep(
        { capacity: 4, maxNewOffers: MAX_RINGING, allowDecline: true, statusOnDeclineId: 'lunch' },
        offline,
      ),
    );
    for (const terms of [
      { channel: 'voice', capacityWeight: { kind: 'units', units: 2 } },
      { channel: 'messaging', capacityWeight: { kind: 'units', units: 0.7 } },
      {
        channel: 'case',
        pushTimeoutSeconds: null,
        capacityWeight: { kind: 'percentage', percentage: 33.33 },
      },
    ] as const)
      shift.queues.push(await centre.queue({ members: shift.reps, ...terms }));
    for (const rep of shift.reps) {
      await shift.happen({ kind: 'connect', rep: shift.reps.indexOf(rep) });
      await centre.execute(rep, { type: 'set-status', statusId: 'available' });
    }
    return shift;
  }

  async happen(what: Happening): Promise<void> {
    switch (what.kind) {
      case 'item': {
        const requiredRepId = what.required ? this.reps[what.queue]! : null;
        this.items.push((await centre.item(this.queues[what.queue]!, { requiredRepId })).id);
        break;
      }
      case 'left':
        if (this.items.length > 0)
          await centre.engine.customerLeft(this.items[what.item % this.items.length]!);
        break;
      case 'pass':
        return centre.pass(what.by);
      case 'connect':
        this.#sessions.set(this.reps[what.rep]!, await centre.connect(this.reps[what.rep]!));
        break;
      case 'disconnect': {
        const session = this.#sessions.get(this.reps[what.rep]!);
        if (session) await centre.engine.disconnect(session);
        break;
      }
      case 'deliver':
        await centre.deliver(this.reps[what.rep]!, ...(await centre.requests(this.reps[what.rep]!)));
        break;
      case 'status':
        await centre.execute(this.reps[what.rep]!, {
          type: 'set-status',
          statusId: what.statusId,
          giveBack: what.giveBack,
        });
        break;
      case 'start-outbound':
        await centre.execute(this.reps[what.rep]!, { type: what.kind, maxSeconds: 20 });
        break;
      case 'end-outbound':
        await centre.execute(this.reps[what.rep]!, { type: what.kind });
        break;
      case 'transfer':
        await this.#transfer(this.reps[what.rep]!, what);
        break;
      case 'sign-out':
        await centre.execute(this.reps[what.rep]!, { type: 'sign-out' });
        break;
      case 'command':
        await this.#command(this.reps[what.rep]!, what);
    }
    await centre.engine.idle();
  }

  /** The invariants after any history. */
  async check(): Promise<void> {
    const held = new Map<Id, Id>();
    for (const rep of this.reps) {
      const { agentWorks, capacity, presence, outboundEndsAt } = await centre.engine.snapshot(rep);
      for (const work of agentWorks) this.#checkWork(rep, work);
      const open = agentWorks.filter(({ status }) => status === 'assigned' || status === 'opened');
      const loads = open.map(({ stamp }) => stamp);
      const totals = {
        capacity: capacity.primary.total,
        interruptibleCapacity: capacity.interruptible.total,
      };
      assert.deepEqual(capacity, capacityOf(loads, totals), 'capacity is the sum of the open works');
      const ringing = open.filter(({ status }) => status === 'assigned').map(({ id }) => id);
      await this.#checkRow(rep, capacity, open.length, ringing.length);
      this.#checkOffers(rep, { outboundEndsAt, ids: ringing });
      for (const pool of ['primary', 'interruptible'] as const)
        assert.ok(capacity[pool].used <= capacity[pool].total, 'nothing was offered beyond capacity');
      if (presence.status.kind === 'offline')
        assert.deepEqual([ringing, outboundEndsAt], [[], null], 'Offline ends everything');
      for (const { workItemId } of open) {
        assert.ok(!held.has(workItemId), 'an item is with one rep at most');
        held.set(workItemId, rep);
      }
    }
    for (const item of this.items) {
      const view = (await centre.engine.workItem(item))!;
      assert.equal(view.repId, held.get(item) ?? null);
      assert.equal(view.repId === null, view.status === 'waiting' || view.status === 'settled');
    }
  }

  #checkOffers(rep: Id, now: { readonly outboundEndsAt: number | null; readonly ids: readonly Id[] }): void {
    if (rep === this.reps[2]) assert.ok(now.ids.length <= MAX_RINGING, 'more new offers than allowed');
    const before = this.#rang.get(rep);
    this.#rang.set(rep, now);
    if (now.outboundEndsAt === null || now.outboundEndsAt !== before?.outboundEndsAt) return;
    const offered = now.ids.filter((id) => !before.ids.includes(id));
    assert.deepEqual(offered, [], 'offered during an outbound conversation');
  }

  #checkWork(rep: Id, { id, workItemId, status, openedAt, transferredTo }: AgentWork): void {
    const before = this.#seen.get(id) ?? 'assigned';
    assert.ok(isReachable(before, status), `${before} does not become ${status}`);
    this.#seen.set(id, status);
    if (openedAt === null || transferredTo !== null) return;
    assert.ok([undefined, id].includes(this.#acceptedBy.get(workItemId)), `accepted twice, by ${rep}`);
    this.#acceptedBy.set(workItemId, id);
  }

  /** The sums in the rep's row match those in the snapshot. */
  async #checkRow(
    rep: Id,
    capacity: { primary: { used: number }; interruptible: { used: number } },
    openWorks: number,
    ringing: number,
  ): Promise<void> {
    const statement = `select open_works, ringing, primary_used, interruptible_used from reps where id = '${rep}'`;
    const { rows } = (await centre.database.queries.execute(statement)) as unknown as {
      rows: { open_works: number; ringing: number; primary_used: string; interruptible_used: string }[];
    };
    const row = rows[0]!;
    assert.deepEqual(
      [row.open_works, row.ringing, Number(row.primary_used), Number(row.interruptible_used)],
      [openWorks, ringing, capacity.primary.used, capacity.interruptible.used],
    );
  }

  async #command(rep: Id, { work, type }: { readonly work: number; readonly type: Answer }): Promise<void> {
    const works = await centre.works(rep);
    const agentWorkId = works.at(-1 - (work % Math.max(1, works.length)))?.id ?? randomUUID();
    const command: RepCommand =
      type === 'decline' ? { type, agentWorkId, reasonId: null } : { type, agentWorkId };
    await centre.execute(rep, command);
  }

  async #transfer(rep: Id, what: { readonly work: number; readonly queue: number }): Promise<void> {
    const works = (await centre.works(rep)).filter(({ status }) => status === 'opened');
    const work = works[what.work % Math.max(1, works.length)];
    if (!work) return;
    const destination = { kind: 'queue', id: this.queues[what.queue]! } as const;
    const outcome = await centre.execute(rep, { type: 'transfer', agentWorkId: work.id, destination });
    // It may be accepted once more.
    if (outcome.kind === 'done') this.#acceptedBy.delete(work.workItemId);
  }
}

test('in any order of events transitions are legal, nothing is accepted twice, and sums are correct', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 5, maxLength: 20 }), async (happenings) => {
      const shift = await Shift.begin();
      for (const what of happenings) {
        await shift.happen(what);
        await shift.check();
      }
      // No rep of this run stays online for the polls of the next one.
      for (const rep of shift.reps) await centre.execute(rep, { type: 'sign-out' });
    }),
    { numRuns: 8, endOnFailure: true },
  );
});
