import type { Foundation } from './console-foundation.ts';
import type { PlatformOverrides } from './platform-overrides.ts';
import type { Id } from '../domain/values.ts';
import { addressBelow } from '../platform/network/address.ts';
import { newId, sessionIdOf } from '../platform/ids.ts';
import { openSocket } from '../platform/network/socket.ts';
import { Connection } from '../protocol/connection.ts';
import { MEMBERS_VERSION } from '../protocol/member-messages.ts';
import { SUBPROTOCOL, type ServerUpdate } from '../protocol/messages.ts';
import { TabGroup } from '../services/tabs/tab-group.ts';
import { showConnection } from '../services/connection/connection-status.ts';
import { SharedConnection } from '../services/connection/shared-connection.ts';

/** The connection to the server, shared by the rep's panels in this browser. */
export function createConnection(
  foundation: Foundation,
  overrides: Partial<PlatformOverrides>,
  deps: {
    readonly received: (update: ServerUpdate, isCurrent: boolean) => void;
    /** Whether the server's rep is not the one that the host named. */
    readonly isAnotherReps: () => boolean;
    /** The member that may play sound. */
    readonly sounder: () => Id | null;
  },
) {
  const { options, timers, random, tokens, clock, stores, problem, record, tabs } = foundation;
  const name = () =>
    `omni-channel ${MEMBERS_VERSION} ${addressBelow(options.apiAddress, '').href} ${options.repId}`;
  const tabGroup: TabGroup = new TabGroup({
    tabs,
    timers,
    newId,
    name,
    standing: () => ({ ...connection.standing, sounder: deps.sounder() }),
    serverTime: () => (clock.isMeasured ? clock.now() : null),
    malformed: (pointer) =>
      record.note('problem', `another browser tab sent a message that violates the schema at ${pointer}`),
  });
  const connection: SharedConnection = new SharedConnection({
    tabGroup,
    timers,
    newId,
    received: deps.received,
    sessionId: (known) =>
      overrides.sessionId?.() ?? sessionIdOf(`${name()} session`, { isShared: tabGroup.isShared, known }),
    open: (ports) =>
      new Connection({
        ...ports,
        timers,
        random,
        problem,
        openSocket:
          overrides.openSocket ??
          ((listener) => openSocket(options.apiAddress, 'v1/connection', SUBPROTOCOL, listener)),
        token: (fresh) => tokens.get(fresh),
      }),
    changed: (view) =>
      showConnection(view, {
        connection: stores.connection,
        clock,
        isAnotherReps: deps.isAnotherReps(),
        whyNotConnected: options.words.whyNotConnected,
      }),
    clockOffset: (offset) => {
      clock.setOffset(offset);
      stores.connection.update({ clockOffset: clock.now() - Date.now() });
    },
  });

  return { tabGroup, connection };
}
