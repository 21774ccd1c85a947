import type { Id } from '../../domain/values.ts';

import type { News, Snapshot } from '../../protocol/messages.ts';
import type { PresenceStore } from '../../stores/presence.ts';
import type { WorkStore } from '../../stores/work.ts';

interface Surroundings {
  readonly work: WorkStore;
  readonly presence: PresenceStore;
  readonly repId: () => Id;
  /** The server named another rep than the host did. */
  readonly anotherRep: (repId: Id) => void;
  readonly configurationVersion: (version: string) => void;
  /** Everything in the stores is true now. */
  readonly resynchronised: () => void;
}

/** Puts what the server tells into the stores; unless `isCurrent` it told it before the connection was lost. */
export function takeNews(news: News, surroundings: Surroundings, isCurrent = true): void {
  const { work, presence, configurationVersion } = surroundings;
  switch (news.type) {
    case 'welcome':
    case 'snapshot':
      return takeSnapshot(news.snapshot, surroundings, isCurrent);
    case 'agent-work-changed':
      return work.put(news.agentWork);
    case 'capacity-changed':
      return work.setCapacity(news.capacity);
    case 'presence-changed':
      return presence.confirm(news.presence, news.statusAfterAcw);
    case 'configuration-changed':
      return configurationVersion(news.configurationVersion);
  }
}

function takeSnapshot(snapshot: Snapshot, surroundings: Surroundings, isCurrent: boolean): void {
  const { work, presence, repId, anotherRep, configurationVersion, resynchronised } = surroundings;
  if (snapshot.rep.id !== repId()) return anotherRep(snapshot.rep.id);
  presence.confirm(snapshot.presence, snapshot.statusAfterAcw);
  work.resynchronise(snapshot.agentWorks, snapshot.capacity);
  if (isCurrent) resynchronised();
  configurationVersion(snapshot.configurationVersion);
}
