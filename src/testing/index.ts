/** A server in the page, for the tests of a host: `import { TestServer } from 'omni-channel-panel/testing'`. */
export { TestServer, type TestWork } from './test-server.ts';
export type { TestServerOptions } from './test-records.ts';
export type { AgentWork } from '../domain/work/agent-work.ts';
export type { Presence } from '../domain/configuration/presence-status.ts';
