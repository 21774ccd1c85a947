/*
 * A wire that a tester can cut. Imported before the panel, because the panel opens its connection as soon as it runs.
 * Nothing of the panel is touched: it gets a WebSocket that closes, or falls silent, as on a bad network.
 */

export type LinkState = 'whole' | 'cut' | 'silent';

let state: LinkState = 'whole';
const live = new Set<WebSocket>();
const listeners = new Set<() => void>();
// One browser tab holds the connection for all of the rep's: a cut must reach it from any of them.
const others = new BroadcastChannel('workspace-link');
others.onmessage = ({ data }: MessageEvent<unknown>) => {
  if (data === 'whole' || data === 'cut' || data === 'silent') follow(data);
};

export function linkState(): LinkState {
  return state;
}

export function setLink(next: LinkState): void {
  others.postMessage(next);
  follow(next);
}

export function onLinkChange(listener: () => void): void {
  listeners.add(listener);
}

function follow(next: LinkState): void {
  const before = state;
  state = next;
  // What was silent is dead for good: a link that comes back has forgotten its old sockets.
  if (next === 'cut' || (before === 'silent' && next === 'whole'))
    for (const socket of live) breakOff(socket);
  for (const listener of listeners) listener();
}

class LinkedWebSocket extends WebSocket {
  constructor(address: string | URL, protocols?: string | string[]) {
    super(address, protocols);
    live.add(this);
    // First in line, so that nobody behind it hears a silent link.
    for (const type of ['open', 'message', 'error', 'close']) {
      this.addEventListener(type, (event) => {
        if (isSilenced(event)) event.stopImmediatePropagation();
      });
    }
    this.addEventListener('close', () => live.delete(this));
    if (state === 'cut') super.close();
  }

  override send(data: Parameters<WebSocket['send']>[0]): void {
    if (state !== 'silent') super.send(data);
  }
}

const brokenOff = new WeakSet<EventTarget>();

function isSilenced(event: Event): boolean {
  const isOurs = !event.isTrusted;
  return !isOurs && (state === 'silent' || (event.target !== null && brokenOff.has(event.target)));
}

/** What a page sees of a torn cable: closed at once, without a goodbye. */
function breakOff(socket: WebSocket): void {
  live.delete(socket);
  brokenOff.add(socket);
  socket.close();
  socket.dispatchEvent(new CloseEvent('close', { code: 1006, wasClean: false }));
}

window.WebSocket = LinkedWebSocket;
