import { createContext } from '@lit/context';
import type { Strings } from '../assets/locales/en.ts';
import type { Clock } from './domain/time.ts';
import type { ConfigurationState } from './stores/configuration.ts';
import type { ConnectionState } from './stores/connection.ts';
import type { PresenceState } from './stores/presence.ts';
import type { ReceiptsState } from './stores/receipts.ts';
import type { SoundState } from './stores/sound.ts';
import type { TransferState } from './stores/transfer.ts';
import type { WorkState } from './stores/work.ts';

/** The state of the connection to the server. */
export const connectionContext = createContext<ConnectionState>(Symbol('omni-connection'));
/** The rep's presence, and readiness problems. */
export const presenceContext = createContext<PresenceState>(Symbol('omni-presence'));
/** The rep's agent works, capacity and pending answers. */
export const workContext = createContext<WorkState>(Symbol('omni-work'));
/** The rep's effective configuration. */
export const configurationContext = createContext<ConfigurationState>(Symbol('omni-configuration'));
/** Whether a ring is audible, and what is playing. */
export const soundContext = createContext<SoundState>(Symbol('omni-sound'));
/** What this panel recorded about each request, to explain a missed one. */
export const receiptsContext = createContext<ReceiptsState>(Symbol('omni-receipts'));
/** The transfer destinations that the rep is searching. */
export const transferContext = createContext<TransferState>(Symbol('omni-transfer'));
/** The server's time: the page's only clock. */
export const clockContext = createContext<Clock>(Symbol('omni-clock'));
/** The panel's texts in the rep's language, with its time and number formats. */
export const stringsContext = createContext<Strings>(Symbol('omni-strings'));
