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

/** The options that the panel's element provides; read again whenever needed. */
export interface ConsoleOptions {
  readonly apiAddress: string;
  /** The rep for whom the host embeds the panel. */
  readonly repId: Id;
  readonly token: Token;
  readonly workspace: WorkspaceAdapter | null;
  readonly words: Strings;
  /** The host's service worker, if it shows notifications with a button; otherwise `null`. */
  readonly notificationRegistration: ServiceWorkerRegistration | null;
  /** Where the host serves the watchdog worker; `null` if it does not. */
  readonly watchdog: WatchdogAddress | null;
  readonly toasts: Toasts;
  /** Whether the focus is in the panel, or nowhere: then it may move on to a record. */
  mayMoveFocus(): boolean;
  /** Dispatches an event to the host; `false` if the host canceled it. */
  dispatch(event: Event): boolean;
}

/** Replacements for browser features: in tests, and in the preview, whose server is in the page. */
export interface PlatformOverrides {
  readonly timers: Timers;
  /** The system clock, milliseconds. */
  readonly wall: () => Milliseconds;
  readonly random: () => number;
  readonly ringer: Ringer;
  /** Opens the connection to the server. */
  readonly openSocket: (listener: SocketListener) => Socket;
  readonly sessionId: () => string;
  /** What the rep's browser tabs share; `null` if this panel acts alone. */
  readonly tabs: Tabs | null;
  readonly http: Http;
  /** Persistent storage. */
  readonly archive: Pick<Archive, 'start' | 'close' | 'read' | 'write'>;
  readonly memory: Memory;
  readonly notifications: Pick<
    Notifications,
    | 'status'
    | 'canAct'
    | 'shown'
    | 'failed'
    | 'subscribe'
    | 'start'
    | 'ask'
    | 'test'
    | 'show'
    | 'close'
    | 'closeAll'
  >;
}
