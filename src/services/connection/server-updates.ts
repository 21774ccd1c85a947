import type { Id } from '../../domain/values.ts';

import type { ServerUpdate, Snapshot } from '../../protocol/messages.ts';
import type { PresenceStore } from '../../stores/presence.ts';
import type { WorkStore } from '../../stores/work.ts';

interface Dependencies {
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
export function applyServerUpdate(update: ServerUpdate, dependencies: Dependencies, isCurrent = true): void {
  const { work, presence, configurationVersion } = dependencies;
  switch (update.type) {
    case 'welcome':
    case 'snapshot':
      return takeSnapshot(update.snapshot, dependencies, isCurrent);
    case 'agent-work-changed':
      return work.put(update.agentWork);
    case 'capacity-changed':
      return work.setCapacity(update.capacity);
    case 'presence-changed':
      return presence.confirm(update.presence, update.statusAfterAcw);
    case 'configuration-changed':
      return configurationVersion(update.configurationVersion);
  }
}

function takeSnapshot(snapshot: Snapshot, dependencies: Dependencies, isCurrent: boolean): void {
  const { work, presence, repId, anotherRep, configurationVersion, resynchronised } = dependencies;
  if (snapshot.rep.id !== repId()) return anotherRep(snapshot.rep.id);
  presence.confirm(snapshot.presence, snapshot.statusAfterAcw);
  work.resynchronise(snapshot.agentWorks, snapshot.capacity);
  if (isCurrent) resynchronised();
  configurationVersion(snapshot.configurationVersion);
}
