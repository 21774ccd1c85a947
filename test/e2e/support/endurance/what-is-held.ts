import type { CDPSession, Page } from '@playwright/test';

/** What a page holds after garbage collection. */
export interface Held {
  /** Bytes. */
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly timers: number;
  readonly sockets: number;
  readonly workers: number;
  readonly locks: number;
  readonly audioNodes: number;
  /** Audio contexts that are not closed. */
  readonly audioContexts: number;
  /** Those of them that are running. */
  readonly runningContexts: number;
}

declare global {
  interface Window {
    readonly held: {
      readonly timers: Set<number>;
      readonly sockets: Set<WebSocket>;
      readonly workers: Set<Worker>;
      readonly contexts: Set<AudioContext>;
    };
  }
}

/** Counts resources that the platform does not report. Install it before the page loads. */
export async function installHolding(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const held = {
      timers: new Set<number>(),
      sockets: new Set<WebSocket>(),
      workers: new Set<Worker>(),
      contexts: new Set<AudioContext>(),
    };
    Object.assign(window, { held });

    // oxlint-disable-next-line typescript/unbound-method -- they are called as the window's own
    const { setTimeout, setInterval, clearTimeout, clearInterval } = window;
    const call = (handler: TimerHandler, given: unknown[]) => {
      if (typeof handler === 'function') (handler as (...given: unknown[]) => void)(...given);
    };
    Object.assign(window, {
      setTimeout(handler: TimerHandler, delay?: number, ...given: unknown[]) {
        const id = setTimeout(() => {
          held.timers.delete(id);
          call(handler, given);
        }, delay);
        held.timers.add(id);
        return id;
      },
      setInterval(handler: TimerHandler, delay?: number, ...given: unknown[]) {
        const id = setInterval(() => {
          call(handler, given);
        }, delay);
        held.timers.add(id);
        return id;
      },
      clearTimeout(id?: number) {
        held.timers.delete(id ?? 0);
        clearTimeout(id);
      },
      clearInterval(id?: number) {
        held.timers.delete(id ?? 0);
        clearInterval(id);
      },
    });

    window.WebSocket = class extends WebSocket {
      constructor(...given: ConstructorParameters<typeof WebSocket>) {
        super(...given);
        held.sockets.add(this);
        super.addEventListener('close', () => held.sockets.delete(this));
      }
    };
    window.Worker = class extends Worker {
      constructor(...given: ConstructorParameters<typeof Worker>) {
        super(...given);
        held.workers.add(this);
      }
      override terminate(): void {
        held.workers.delete(this);
        super.terminate();
      }
    };
    window.AudioContext = class extends AudioContext {
      constructor(...given: ConstructorParameters<typeof AudioContext>) {
        super(...given);
        held.contexts.add(this);
        // Counting must not keep a closed context alive.
        this.addEventListener('statechange', () => {
          if (this.state === 'closed') held.contexts.delete(this);
        });
      }
    };
  });
}

/** Counts, after three garbage collections. */
export async function whatIsHeld(page: Page, session: CDPSession): Promise<Held> {
  for (let times = 0; times < 3; times += 1) await session.send('HeapProfiler.collectGarbage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const counted = await page.evaluate(async () => {
    const { timers, sockets, workers, contexts } = window.held;
    const open = [...contexts].filter(({ state }) => state !== 'closed');
    const { held = [], pending = [] } = await navigator.locks.query();
    return {
      timers: timers.size,
      sockets: sockets.size,
      workers: workers.size,
      locks: held.length + pending.length,
      audioContexts: open.length,
      runningContexts: open.filter(({ state }) => state === 'running').length,
    };
  });
  const audioNodes = await objectsOf(session, 'AudioNode.prototype');
  return { heap: usedSize, nodes, listeners: jsEventListeners, audioNodes, ...counted };
}

/** The number of objects with a prototype. */
export async function objectsOf(session: CDPSession, prototype: string): Promise<number> {
  const { result } = await session.send('Runtime.evaluate', { expression: prototype });
  if (result.objectId === undefined) throw new Error(`The page has no ${prototype}.`);
  const { objects } = await session.send('Runtime.queryObjects', { prototypeObjectId: result.objectId });
  const { result: count } = await session.send('Runtime.callFunctionOn', {
    ...(objects.objectId !== undefined && { objectId: objects.objectId }),
    functionDeclaration: 'function () { return this.length; }',
    returnByValue: true,
  });
  for (const { objectId } of [objects, result])
    if (objectId !== undefined) await session.send('Runtime.releaseObject', { objectId });
  return Number(count.value);
}

/** Both counts side by side, as a table. */
export function heldTable(start: Held, end: Held): string {
  const rows = (Object.keys(start) as (keyof Held)[]).map(
    (what) => `| ${what} | ${start[what].toLocaleString('en')} | ${end[what].toLocaleString('en')} |`,
  );
  return ['| what | at the start | at the end |', '|---|---|---|', ...rows].join('\n');
}
