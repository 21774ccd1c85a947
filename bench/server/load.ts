import { setTimeout as wait } from 'node:timers/promises';
import type { Milliseconds } from '../../src/domain/time.ts';
import type { Id } from '../../src/domain/values.ts';
import { CrowdMember } from '../../test/server/crowd/crowd-member.ts';
import { CROWD_QUEUE } from '../../test/server/crowd/crowd.ts';

/** How long each step waits at most. */
const PATIENCE: Milliseconds = 45_000;

/** A crowd of reps in this process, connected to the server's processes in turn, who answer at once when told to. */
export class Crowd {
  readonly members: CrowdMember[];
  /** When each work item arrived on a socket. */
  readonly arrivals = new Map<Id, Milliseconds>();
  /** How many works have been closed. */
  closed = 0;
  answers = false;
  #changed = (): void => undefined;

  private constructor(members: CrowdMember[]) {
    this.members = members;
  }

  static async of(
    ids: readonly Id[],
    addresses: readonly string[],
    token: (id: Id) => Promise<string>,
  ): Promise<Crowd> {
    const crowd = new Crowd([]);
    for (const [at, id] of ids.entries()) {
      const member: CrowdMember = new CrowdMember(addresses[at % addresses.length] ?? '', await token(id), {
        changed: () => crowd.#changed(),
        update(update, arrivedAt) {
          crowd.#changed();
          if (update.type !== 'agent-work-changed') return;
          const { id: agentWorkId, workItemId, status } = update.agentWork;
          if (status === 'closed') crowd.closed += 1;
          if (status === 'assigned') crowd.arrivals.set(workItemId, arrivedAt);
          if (status === 'assigned')
            member.connection.post({ type: 'delivered', agentWorkIds: [agentWorkId] });
          if (!crowd.answers) return;
          if (status === 'assigned') crowd.#command(member, { type: 'accept', agentWorkId });
          if (status === 'opened') crowd.#command(member, { type: 'end-conversation', agentWorkId });
        },
      });
      crowd.members.push(member);
    }
    return crowd;
  }

  connect(): Promise<number> {
    for (const { connection } of this.members) connection.connect();
    return this.share(({ isConnected }) => isConnected);
  }

  become(statusId: Id): Promise<number> {
    for (const member of this.members) this.#command(member, { type: 'set-status', statusId });
    return this.share((member) => member.statusId === statusId);
  }

  leave(): void {
    this.answers = false;
    for (const { connection } of this.members) connection.disconnect();
  }

  #command(member: CrowdMember, command: Parameters<CrowdMember['command']>[0]): void {
    // What has no outcome when the crowd leaves is missing in the numbers.
    member.command(command).catch(() => undefined);
  }

  /** Waits until a condition holds for everybody, or time is up; returns the share for which it holds, 0 to 1. */
  async share(holds: (member: CrowdMember) => boolean): Promise<number> {
    const end = performance.now() + PATIENCE;
    while (!this.members.every(holds) && performance.now() < end)
      await Promise.race([new Promise<void>((resolve) => (this.#changed = resolve)), wait(100)]);
    return this.members.filter(holds).length / this.members.length;
  }
}

/** What became of items that were created at a steady rate. */
export interface Creation {
  /** From creation to the arrival of the request, of each item that was offered. */
  readonly offered: readonly Milliseconds[];
  /** From creation to the answer over HTTP. */
  readonly created: readonly Milliseconds[];
  readonly failures: readonly unknown[];
  /** Seconds from the first creation until the last item was closed, or nothing more happened. */
  readonly seconds: number;
}

/** Creates items through the server's processes in turn, at a rate, and waits until their life is over. */
export async function createAtRate(
  crowd: Crowd,
  addresses: readonly string[],
  token: string,
  { rate, seconds, name }: { readonly rate: number; readonly seconds: number; readonly name: string },
): Promise<Creation> {
  const begun = performance.now();
  const known = new Map<Id, Milliseconds>();
  const created: Milliseconds[] = [];
  const failures: unknown[] = [];
  const closedBefore = crowd.closed;
  const creations: Promise<unknown>[] = [];
  const wanted = Math.round(rate * seconds);
  for (let number = 0; number < wanted; number += 1) {
    const early = begun + (number * 1000) / rate - performance.now();
    if (early > 1) await wait(early);
    const at = performance.now();
    const answer = create(addresses[number % addresses.length] ?? '', token, `${name}-${String(number)}`);
    creations.push(
      answer.then(
        (id) => {
          created.push(performance.now() - at);
          known.set(id, at);
        },
        (error: unknown) => failures.push(error),
      ),
    );
  }
  await Promise.all(creations);
  const end = performance.now() + PATIENCE;
  while (crowd.closed - closedBefore < known.size && performance.now() < end) await wait(20);
  const offered = [...known].flatMap(([id, at]) => {
    const arrival = crowd.arrivals.get(id);
    return arrival === undefined ? [] : [arrival - at];
  });
  return { offered, created, failures, seconds: (performance.now() - begun) / 1000 };
}

async function create(address: string, token: string, key: string): Promise<Id> {
  const response = await fetch(`${address}/v1/work-items`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Authorization: `Bearer ${token}`,
      'Idempotency-Key': key,
    },
    body: JSON.stringify({
      channel: 'Chat',
      queue: CROWD_QUEUE.developerName,
      subject: key,
      customerName: 'Mei Lin',
      recordId: key,
    }),
  });
  if (!response.ok) throw new Error(`The server answered ${response.status}: ${await response.text()}`);
  return ((await response.json()) as { id: Id }).id;
}
