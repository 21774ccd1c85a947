/** What a host imports: the element, its events and errors, and the types they speak in. */
export { OmniChannelPanel } from '../components/omni-channel-panel/omni-channel-panel.ts';
export * from './events/facts.ts';
export * from './events/requests.ts';
export { PanelError, type PanelErrorCode } from './errors.ts';
export type { FlightEntry, Token } from './console.ts';
export type { Acw } from './domain/acw.ts';
export type { AgentWork, AgentWorkStatus, CancelReason } from './domain/agent-work.ts';
export type { Capacity, CapacityPool } from './domain/capacity.ts';
export type { ConfigurationMove, ConfigurationPlace } from './domain/explain-effective.ts';
export type { Opening } from './domain/opening-rules.ts';
export type { Presence, PresenceKind, PresenceStatus } from './domain/presence-status.ts';
export type { RequestStamp } from './domain/request-stamp.ts';
export type { ChannelType } from './domain/service-channel.ts';
export type { Destination, DestinationPage, NamedDestination } from './domain/transfer.ts';
export type { Instant, Milliseconds } from './domain/time.ts';
export type { WorkspaceAdapter } from './domain/workspace.ts';
