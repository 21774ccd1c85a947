/*
 * A network link that a tester can cut. It is imported before the panel, which connects as soon as it runs. The panel
 * itself is unchanged: it gets a WebSocket that closes or falls silent, as on a bad network.
 */

export type LinkState = 'whole' | 'cut' | 'silent';

let state: LinkState = 'whole';
const live = new Set<WebSocket>();
const listeners = new Set<() => void>();
// One browser tab holds the connection for all of the rep's tabs: a cut in any of them must reach it.
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
  // Silenced sockets stay dead: a restored link has forgotten its old sockets.
  if (next === 'cut' || (before === 'silent' && next === 'whole'))
    for (const socket of live) breakOff(socket);
  for (const listener of listeners) listener();
}

class LinkedWebSocket extends WebSocket {
  constructor(address: string | URL, protocols?: string | string[]) {
    super(address, protocols);
    live.add(this);
    // Registered first, so that no later listener receives anything on a silent link.
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

/** The effect of an unplugged cable: closed at once, without a closing handshake. */
function breakOff(socket: WebSocket): void {
  live.delete(socket);
  brokenOff.add(socket);
  socket.close();
  socket.dispatchEvent(new CloseEvent('close', { code: 1006, wasClean: false }));
}

window.WebSocket = LinkedWebSocket;
