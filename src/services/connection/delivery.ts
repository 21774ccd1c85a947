import { isWorkRequest } from '../../domain/work/agent-work.ts';
import { MAX_OPEN_WORKS } from '../../domain/work/capacity.ts';
import type { Id } from '../../domain/values.ts';
import type { PanelMessage } from '../../protocol/messages.ts';
import { isConnected, type ConnectionStore } from '../../stores/connection.ts';
import type { WorkStore } from '../../stores/work.ts';

type Delivered = Extract<PanelMessage, { type: 'delivered' }>;

/**
 * Confirms each request that this panel shows, once per connection. The microtasks before this one let the elements
 * render what the store holds. A hidden browser tab does not paint, but its rep is notified by other means.
 */
export function confirmDelivery(deps: {
  readonly work: WorkStore;
  readonly connection: ConnectionStore;
  readonly post: (message: Delivered) => boolean;
}): () => void {
  const { work, connection, post } = deps;
  const confirmed = new Set<Id>();
  let planned = false;

  const confirm = () => {
    planned = false;
    const open = [...work.state.works.values()]
      .filter(({ status }) => isWorkRequest(status))
      .map(({ id }) => id);
    for (const id of [...confirmed]) if (!open.includes(id)) confirmed.delete(id);
    const agentWorkIds = open.filter((id) => !confirmed.has(id)).slice(0, MAX_OPEN_WORKS);
    if (agentWorkIds.length > 0 && post({ type: 'delivered', agentWorkIds }))
      for (const id of agentWorkIds) confirmed.add(id);
  };
  const plan = () => {
    if (planned) return;
    planned = true;
    // After the elements' own microtasks.
    queueMicrotask(() => queueMicrotask(confirm));
  };
  const stops = [
    work.subscribe(plan),
    connection.subscribe((state) => {
      if (isConnected(state)) plan();
      else confirmed.clear();
    }),
  ];
  return () => stops.forEach((stop) => stop());
}
