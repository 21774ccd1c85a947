import fc from 'fast-check';
import type { Link, Tamper } from '../../e2e/support/link.ts';
import type { TestServer } from '../../e2e/support/server/server.ts';
import type { Panel, Rep } from './rep.ts';
import { lasts } from './time.ts';

export interface Place {
  readonly rep: Rep;
  readonly link: Link;
  readonly server: TestServer;
  /** The work items of this schedule, in order of creation. */
  readonly items: string[];
}

const briefly = fc.integer({ min: 0, max: 600 });
const which = fc.nat(5);

/** Actions of reps and customers. */
const doing = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('request'),
      channel: fc.constantFrom('Messaging', 'Chat', 'Case'),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('accept', 'accept twice', 'decline'), which }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom('end', 'extend', 'all done', 'customer leaves'), which }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('wait'), for: briefly }) },
);

/** Faults. */
const fault = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constantFrom('cut', 'reset', 'network changes', 'link is well') }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('reset after'), bytes: fc.integer({ min: 1, max: 3000 }) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('black hole', 'delay', 'server stands still', 'frozen'),
      for: briefly,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('repeats', 'omits', 'swaps', 'held back', 'held is lost', 'let go'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('reload', 'crash', 'IndexedDB lost') }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'kill -9' }) },
);

/** Events of browser tabs. */
const tabs = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('another tab', 'close tab') }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('turn to tab'), which }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('busy'), for: briefly }) },
);
const length = { minLength: 6, maxLength: 14 };

export const schedule = fc.array(
  fc.oneof({ weight: 3, arbitrary: doing }, { weight: 2, arbitrary: fault }),
  length,
);
export const scheduleOfTabs = fc.array(
  fc.oneof({ weight: 3, arbitrary: doing }, { weight: 2, arbitrary: fault }, { weight: 3, arbitrary: tabs }),
  length,
);
export type Step = typeof scheduleOfTabs extends fc.Arbitrary<(infer One)[]> ? One : never;

/** The maximum number of open browser tabs. */
const MAX_TABS = 3;

const queues = { Messaging: 'Deliveries', Chat: 'Sales_chat', Case: 'Back_office' } as const;
const isChange = (text: string | null) => /^{"type":"[a-z-]+-changed"/.test(text ?? '');

const repeats: Tamper = ({ bytes, text }) => (text?.startsWith('{"type":"hello"') ? [bytes] : [bytes, bytes]);

function omits(): Tamper {
  let changes = 0;
  return ({ bytes, text }) => (isChange(text) && (changes += 1) % 2 === 0 ? [] : [bytes]);
}

function swaps(): Tamper {
  let kept: Buffer | null = null;
  return ({ bytes, text }) => {
    if (!isChange(text)) return [bytes];
    const before: Buffer | null = kept;
    kept = before ? null : bytes;
    return before ? [bytes, before] : [];
  };
}

/** Takes one step, and waits for nothing beyond the step itself. */
export async function take(step: Step, place: Place): Promise<void> {
  const { rep, link, server } = place;
  switch (step.kind) {
    case 'request':
      return request(step as { channel: keyof typeof queues }, place);
    case 'customer leaves': {
      const item = place.items.at((step as { which: number }).which);
      return item === undefined ? undefined : server.customerLeft(item);
    }
    case 'accept':
    case 'accept twice':
    case 'decline':
    case 'end':
    case 'extend':
    case 'all done':
      return answer(rep, step.kind, (step as { which: number }).which);
    case 'wait':
      return lasts((step as { for: number }).for);
    case 'cut':
      return link.cut();
    case 'reset':
      return link.reset();
    case 'reset after':
      return link.resetAfter((step as { bytes: number }).bytes);
    case 'network changes':
      await rep.page.evaluate(() => dispatchEvent(new Event('online')));
      return;
    case 'black hole':
      link.swallow();
      await lasts(2 * (step as { for: number }).for);
      return link.restore();
    case 'delay':
      link.delay = (step as { for: number }).for;
      return;
    case 'server stands still':
      server.pause();
      await lasts(2 * (step as { for: number }).for);
      return server.resume();
    case 'frozen':
      return rep.freezeFor(2 * (step as { for: number }).for);
    case 'repeats':
      link.tamper = repeats;
      return;
    case 'omits':
      link.tamper = omits();
      return;
    case 'swaps':
      link.tamper = swaps();
      return;
    case 'held back':
      return link.hold();
    case 'held is lost':
      return link.loseHeld();
    case 'let go':
      return link.release();
    case 'reload':
      await restore(link);
      await rep.page.reload();
      return;
    case 'crash':
      await restore(link);
      await rep.crash();
      return rep.openTab(/./);
    case 'another tab':
      if (rep.tabs.length === MAX_TABS) return;
      await restore(link);
      return rep.openTab(/./);
    case 'close tab':
      return rep.tabs.length > 1 ? rep.closeTab() : undefined;
    case 'turn to tab':
      return rep.switchTab((step as { which: number }).which);
    case 'busy':
      return rep.busyFor(4 * (step as { for: number }).for);
    case 'IndexedDB lost':
      await rep.page.evaluate(() => {
        IDBDatabase.prototype.transaction = () => {
          throw new DOMException('The connection was lost.', 'UnknownError');
        };
      });
      return;
    case 'kill -9':
      await server.kill();
      return server.run();
    case 'link is well':
      return restore(link);
    default:
      throw new Error(`Nobody knows this step: ${JSON.stringify(step)}`);
  }
}

/** Restores the link; what was held back arrives. */
export function restore(link: Link): Promise<void> {
  link.tamper = null;
  link.delay = 0;
  link.release();
  link.restore();
  return Promise.resolve();
}

async function request({ channel }: { channel: keyof typeof queues }, place: Place): Promise<void> {
  const subject = `Request ${crypto.randomUUID().slice(0, 8)}`;
  place.items.push(await place.server.createWork({ channel, queue: queues[channel], subject }));
}

type Answering = Panel & Record<string, (of: { workId: string; declineReason?: string }) => Promise<void>>;

/** The rep answers; the outcome is recorded when it is known. */
async function answer(rep: Rep, kind: string, which: number): Promise<void> {
  const ways = {
    accept: ['acceptAgentWork', 'assigned'],
    'accept twice': ['acceptAgentWork', 'assigned'],
    decline: ['declineAgentWork', 'assigned'],
    end: ['closeAgentWork', 'opened'],
    extend: ['extendAfterConversationWork', 'afterConversationWork'],
    'all done': ['endAfterConversationWork', 'afterConversationWork'],
  } as const;
  const [method, status] = ways[kind as keyof typeof ways];
  await rep.page.evaluate(
    ({ method, status, which, times }) => {
      const panel = document.querySelector('omni-channel-panel') as unknown as Answering;
      const works = panel.getAgentWorks().filter((work) => work.status === status);
      const work = works[which % Math.max(1, works.length)];
      for (let time = 0; work && time < times; time += 1) {
        const report = (outcome: string) => {
          const at = performance.timeOrigin + performance.now();
          const entry = { at, document: '', kind: 'answer', what: method, workId: work.id, outcome };
          window.reportToTest(JSON.stringify(entry));
        };
        panel[method]!({ workId: work.id, declineReason: 'wrong-language' }).then(
          () => report('done'),
          (error: unknown) => report((error as { code?: string }).code ?? String(error)),
        );
      }
    },
    { method, status, which, times: kind === 'accept twice' ? 2 : 1 },
  );
}
