/** Everything that this host imports from the package; in other projects: `import 'omni-channel-panel'`. */
export type { AgentWork, ChannelType, OmniChannelPanel, WorkspaceAdapter } from '../../src/index.ts';
