import type { Strings } from '../../assets/locales/en.ts';
import type { Milliseconds, Timers } from '../domain/time.ts';
import type { Id } from '../domain/values.ts';
import type { WorkspaceAdapter } from '../domain/work/workspace.ts';
import type { Archive } from '../platform/archive.ts';
import type { Http } from '../platform/network/http.ts';
import type { Memory } from '../platform/memory.ts';
import type { Notifications } from '../platform/notifications.ts';
import type { Ringer } from '../platform/sound/ringer.ts';
import type { Tabs } from '../platform/tabs.ts';
import type { Token } from '../platform/network/token.ts';
import type { WatchdogAddress } from '../platform/time/watchdog.ts';
import type { Socket, SocketListener } from '../protocol/connection.ts';
import type { Toasts } from '../services/alerts/toast-visibility.ts';

/** What the panel's element gives the console; read anew whenever it is needed. */
export interface ConsoleOptions {
  readonly apiAddress: string;
  /** The rep whom the host embeds the panel for. */
  readonly repId: Id;
  readonly token: Token;
  readonly workspace: WorkspaceAdapter | null;
  readonly words: Strings;
  /** The host's service worker, which may show notifications with a button; `null`: it has none for that. */
  readonly notificationRegistration: ServiceWorkerRegistration | null;
  /** Where the host serves the watchdog's worker; `null`: it does not. */
  readonly watchdog: WatchdogAddress | null;
  readonly toasts: Toasts;
  /** Tells the host; `false`: it canceled the event. */
  dispatch(event: Event): boolean;
}

/** What stands in place of the browser's own: in tests, and in a preview, which has a server in the page. */
export interface PlatformOverrides {
  readonly timers: Timers;
  /** The system's clock, milliseconds. */
  readonly wall: () => Milliseconds;
  readonly random: () => number;
  readonly ringer: Ringer;
  /** Opens the connection to the server. */
  readonly openSocket: (listener: SocketListener) => Socket;
  readonly sessionId: () => string;
  /** What the browser tabs of a rep share; `null`: this panel is by itself. */
  readonly tabs: Tabs | null;
  readonly http: Http;
  /** What outlasts the page. */
  readonly archive: Pick<Archive, 'start' | 'close' | 'read' | 'write'>;
  readonly memory: Memory;
  readonly notifications: Pick<
    Notifications,
    'status' | 'canAct' | 'shown' | 'subscribe' | 'start' | 'ask' | 'show' | 'close' | 'closeAll'
  >;
}
