import { isWorkRequest } from '../../domain/work/agent-work.ts';
import { AttentionChangedEvent, type Attention } from '../../events/facts.ts';
import type { ConnectionStore } from '../../stores/connection.ts';
import type { SoundStore } from '../../stores/sound.ts';
import type { WorkStore } from '../../stores/work.ts';

const NOTHING: Attention = { requests: 0, ringing: false, lost: false };

/**
 * Reports to the host what needs the rep's attention, so that it can update its page title and badge: the title
 * belongs to the host. Call the returned function to stop.
 */
export function reportAttention(deps: {
  readonly work: WorkStore;
  readonly connection: ConnectionStore;
  readonly sound: SoundStore;
  readonly dispatch: (event: Event) => boolean;
}): () => void {
  const { work, connection, sound, dispatch } = deps;
  let reported = NOTHING;

  const report = (now: Attention) => {
    if (now.requests === reported.requests && now.ringing === reported.ringing && now.lost === reported.lost)
      return;
    reported = now;
    dispatch(new AttentionChangedEvent(now));
  };
  const update = () => {
    const { status } = connection.state;
    const waiting = [...work.state.works.values()].filter((one) => isWorkRequest(one.status));
    report({
      requests: waiting.filter(({ stamp }) => !stamp.automatic).length,
      ringing: sound.state.ringing !== null,
      lost: status === 'lost' || status === 'refused',
    });
  };
  const stops = [work, connection, sound].map((store) => store.subscribe(update));
  update();
  return () => {
    for (const stop of stops) stop();
    report(NOTHING);
  };
}
