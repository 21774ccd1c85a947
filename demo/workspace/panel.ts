/** All that this host takes from the package; elsewhere it is `import 'omni-channel-panel'`. */
export type { AgentWork, ChannelType, OmniChannelPanel, WorkspaceAdapter } from '../../src/index.ts';
