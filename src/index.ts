/** The public entry point: the element, its events and errors, and their types. */
import { endLoan } from './no-document.ts';
import { OmniChannelPanel } from '../components/panel/channel-panel/channel-panel.ts';
import { customElement } from '../components/shared/custom-element.ts';

// Here and not beside the class: Setup's preview derives from it, and must not define the host's element.
customElement('omni-channel-panel')(OmniChannelPanel);
endLoan();

export { OmniChannelPanel };
// Before its parts: what is on the page already then finds its channel at once.
export { OmniChannel } from '../components/panel/channel/channel.ts';
export { OmniPresence } from '../components/panel/channel-parts/presence.ts';
export { OmniRequests } from '../components/panel/channel-parts/requests.ts';
export { OmniWork } from '../components/panel/channel-parts/work.ts';
export { OmniWrapUp } from '../components/panel/channel-parts/wrap-up.ts';
export { OmniLog } from '../components/panel/channel-parts/log.ts';
export type { Shortcuts } from '../components/shared/shortcuts.ts';
export * from './events/facts.ts';
export * from './events/requests.ts';
export { PanelError, type PanelErrorCode } from './errors.ts';
export type { FlightEntry, MethodOutcome, Token, WatchdogAddress } from './console/console.ts';
export type { Strings } from '../assets/locales/en.ts';
export type { Acw } from './domain/work/acw.ts';
export type { AgentWork, AgentWorkStatus, CancelReason } from './domain/work/agent-work.ts';
export type { AgentWorkload } from './domain/work/capacity.ts';
export type {
  ConfigurationMove,
  ConfigurationPlace,
} from './domain/configuration/explaining/explain-effective.ts';
export type { Opening } from './domain/work/opening-rules.ts';
export type {
  Presence,
  PresenceKind,
  PresenceStatus,
  ServicePresenceStatus,
  StatusChannel,
} from './domain/configuration/presence-status.ts';
export type { RequestStamp } from './domain/work/request-stamp.ts';
export type { ChannelType } from './domain/configuration/service-channel.ts';
export type { Destination, DestinationPage, NamedDestination } from './domain/work/transfer.ts';
export type { Instant, Milliseconds } from './domain/time.ts';
export type { WorkFlag } from './domain/work/work-flag.ts';
export type { WorkspaceAdapter } from './domain/work/workspace.ts';
