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
  let told = NOTHING;

  const tell = (now: Attention) => {
    if (now.requests === told.requests && now.ringing === told.ringing && now.lost === told.lost) return;
    told = now;
    dispatch(new AttentionChangedEvent(now));
  };
  const look = () => {
    const { status } = connection.state;
    const waiting = [...work.state.works.values()].filter((one) => isWorkRequest(one.status));
    tell({
      requests: waiting.filter(({ stamp }) => !stamp.automatic).length,
      ringing: sound.state.ringing !== null,
      lost: status === 'lost' || status === 'refused',
    });
  };
  const stops = [work, connection, sound].map((store) => store.subscribe(look));
  look();
  return () => {
    for (const stop of stops) stop();
    tell(NOTHING);
  };
}
