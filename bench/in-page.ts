/**
 * Code that runs in the measured page. Functions are passed as text, so each must be self-contained, and without class
 * fields, for which Playwright's test runner would insert its own helpers.
 */

interface Bench {
  /** Delivers a message of the server, as a frame that just arrived. */
  deliver(message: object): void;
  /** Milliseconds from now until something is painted and fully opaque. */
  painted(find: () => Element | null | undefined): Promise<number>;
  toast(workId: string): Element | null | undefined;
  /** The number of elements below a node, including shadow trees. */
  count(root: Element): number;
  revision: number;
}

declare global {
  interface Window {
    bench: Bench;
  }
}

/**
 * Installs a fake socket that opens at once and acts as the server, and a fake `fetch` that answers or, with `silent`,
 * never does.
 */
export function install({ welcome, configuration }: { welcome: object; configuration: object }): void {
  const silent = location.search === '?silent';
  let listening: EventTarget | null = null;
  const listen = (socket: EventTarget) => (listening = socket);
  const deliver = (message: object) => {
    const data = JSON.stringify({ serverTime: Date.now(), ...message });
    listening?.dispatchEvent(new MessageEvent('message', { data }));
  };

  const states = new WeakMap<EventTarget, { readyState: number; beating: number }>();
  class Socket extends EventTarget {
    constructor() {
      super();
      listen(this);
      states.set(this, { readyState: 0, beating: 0 });
      setTimeout(() => {
        states.set(this, { readyState: 1, beating: 0 });
        this.dispatchEvent(new Event('open'));
      });
    }
    get readyState(): number {
      return states.get(this)?.readyState ?? 3;
    }
    send(data: string): void {
      const message = JSON.parse(data) as { type: string; probe?: number };
      let beat = 0;
      if (message.type === 'hello') {
        queueMicrotask(() => {
          deliver(welcome);
        });
        const beating = window.setInterval(() => {
          deliver({ type: 'beat', beat: ++beat });
        }, 4000);
        states.set(this, { readyState: 1, beating });
      } else if (message.type === 'probe') deliver({ type: 'probe-answer', probe: message.probe });
    }
    close(): void {
      clearInterval(states.get(this)?.beating);
      states.delete(this);
    }
  }
  Object.assign(Socket, { OPEN: 1 });

  const opacity = (element: Element): number => {
    let all = 1;
    for (
      let node: Node | null = element;
      node;
      node = node instanceof ShadowRoot ? node.host : node.parentNode
    )
      if (node instanceof Element) all *= Number(getComputedStyle(node).opacity);
    return all;
  };
  // The CDN file's inner elements have the version in their names.
  const named = (within: ParentNode | null | undefined, name: string): Element[] =>
    [...(within?.querySelectorAll('*') ?? [])].filter(({ localName }) => localName.startsWith(name));

  window.bench = {
    deliver,
    revision: 0,
    painted: (find) => {
      const start = performance.now();
      return new Promise((resolve, reject) => {
        const look = () => {
          const found = find();
          const isSeen = found && found.getBoundingClientRect().height > 0 && opacity(found) > 0.999;
          if (!isSeen) {
            if (performance.now() - start > 20_000) reject(new Error('Nothing was painted.'));
            else requestAnimationFrame(look);
            return;
          }
          // A frame's callbacks run before its paint, and messages posted in them after it.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            resolve(performance.now() - start);
          };
          port2.postMessage(null);
        };
        requestAnimationFrame(look);
      });
    },
    toast: (workId) => {
      const [stack] = named(document.querySelector('omni-channel-panel')?.shadowRoot, 'omni-work-requests');
      const toasts = named(stack?.shadowRoot, 'omni-work-request');
      const its = toasts.find((toast) => (toast as unknown as { work?: { id: string } }).work?.id === workId);
      return its?.shadowRoot?.firstElementChild;
    },
    count: function count(root: Element): number {
      const below = [...root.querySelectorAll('*'), ...(root.shadowRoot?.querySelectorAll('*') ?? [])];
      return below.reduce((sum, element) => sum + 1 + (element.shadowRoot ? countShadow(element) : 0), 0);
      function countShadow(host: Element): number {
        const inner = [...(host.shadowRoot?.querySelectorAll('*') ?? [])];
        return inner.reduce((sum, element) => sum + 1 + (element.shadowRoot ? countShadow(element) : 0), 0);
      }
    },
  };
  Object.assign(window, {
    WebSocket: Socket,
    fetch: (address: string | URL) =>
      silent
        ? new Promise(() => undefined)
        : Promise.resolve(
            String(address).includes('presence-configuration')
              ? new Response(JSON.stringify(configuration), { headers: { etag: '"v1"' } })
              : new Response(null, { status: 404 }),
          ),
  });
}
