import type { Id } from '../../domain/values.ts';

import type { ServerUpdate, Snapshot } from '../../protocol/messages.ts';
import type { PresenceStore } from '../../stores/presence.ts';
import type { WorkStore } from '../../stores/work.ts';

interface Dependencies {
  readonly work: WorkStore;
  readonly presence: PresenceStore;
  readonly repId: () => Id;
  /** The server's rep is not the one that the host named. */
  readonly anotherRep: (repId: Id) => void;
  readonly configurationVersion: (version: string) => void;
  /** The stores match the server again. */
  readonly resynchronised: () => void;
}

/** Applies a server update to the stores. Unless `isCurrent`, it dates from before the connection was lost. */
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
      return presence.confirm(update.presence, update.statusAfterAcw, update.outboundEndsAt);
    case 'configuration-changed':
      return configurationVersion(update.configurationVersion);
  }
}

function takeSnapshot(snapshot: Snapshot, dependencies: Dependencies, isCurrent: boolean): void {
  const { work, presence, repId, anotherRep, configurationVersion, resynchronised } = dependencies;
  if (snapshot.rep.id !== repId()) return anotherRep(snapshot.rep.id);
  presence.confirm(snapshot.presence, snapshot.statusAfterAcw, snapshot.outboundEndsAt);
  work.resynchronise(snapshot.agentWorks, snapshot.capacity);
  if (isCurrent) resynchronised();
  configurationVersion(snapshot.configurationVersion);
}
