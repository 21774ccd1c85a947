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

/** Where the connection to the server stands. */
export const connectionContext = createContext<ConnectionState>(Symbol('omni-connection'));
/** The rep's presence, and what is not ready. */
export const presenceContext = createContext<PresenceState>(Symbol('omni-presence'));
/** The rep's agent works, capacity and answers under way. */
export const workContext = createContext<WorkState>(Symbol('omni-work'));
/** What holds for the rep: the effective configuration. */
export const configurationContext = createContext<ConfigurationState>(Symbol('omni-configuration'));
/** Whether a ring can be heard, and what is heard. */
export const soundContext = createContext<SoundState>(Symbol('omni-sound'));
/** What this panel saw happen of each request, to explain a miss. */
export const receiptsContext = createContext<ReceiptsState>(Symbol('omni-receipts'));
/** The destinations that the rep looks through, to transfer work. */
export const transferContext = createContext<TransferState>(Symbol('omni-transfer'));
/** The server's time: the one clock of the page. */
export const clockContext = createContext<Clock>(Symbol('omni-clock'));
/** The words of the panel in the rep's language, and how it writes times and numbers. */
export const stringsContext = createContext<Strings>(Symbol('omni-strings'));
