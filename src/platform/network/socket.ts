import { addressBelow } from './address.ts';

interface Listener {
  opened(): void;
  received(data: unknown): void;
  closed(code: number): void;
}

/**
 * Opens a WebSocket below the API address. Once closed by the caller it reports nothing more: on a dead link the
 * close event may take a minute.
 * @throws if the address is not valid for a WebSocket.
 */
export function openSocket(apiAddress: string, path: string, subprotocol: string, listener: Listener) {
  const address = addressBelow(apiAddress, path);
  address.protocol = address.protocol.replace('http', 'ws');
  const socket = new WebSocket(address, subprotocol);
  const listening = new AbortController();
  const { signal } = listening;
  socket.addEventListener('open', () => listener.opened(), { signal });
  socket.addEventListener('message', ({ data }) => listener.received(data), { signal });
  socket.addEventListener(
    'close',
    ({ code }) => {
      listening.abort();
      listener.closed(code);
    },
    { signal },
  );
  return {
    send(data: string): void {
      if (socket.readyState === WebSocket.OPEN) socket.send(data);
    },
    close(): void {
      listening.abort();
      socket.close(1000);
    },
  };
}
