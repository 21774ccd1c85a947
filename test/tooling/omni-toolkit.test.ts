import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { presenceCauses } from '../../src/domain/configuration/presence-status.ts';

interface Declaration {
  readonly tagName?: string;
  readonly members?: readonly { readonly kind: string; readonly name: string; readonly privacy?: string }[];
  readonly events?: readonly { readonly name?: string }[];
}

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');

const { modules } = JSON.parse(read('custom-elements.json')) as {
  modules: readonly { readonly declarations?: readonly Declaration[] }[];
};
const panel = modules
  .flatMap(({ declarations = [] }) => declarations)
  .find(({ tagName }) => tagName === 'omni-channel-panel');
const methods = (panel?.members ?? [])
  .filter(({ kind, privacy }) => kind === 'method' && privacy === undefined)
  .map(({ name }) => name);
const events = (panel?.events ?? []).map(({ name = '' }) => name);

/** The toolkit's methods and events, from its reference. */
const toolkitMethods = `acceptAgentWork declineAgentWork closeAgentWork getAgentWorks getAgentWorkload
  getServicePresenceStatusChannels getServicePresenceStatusId setServicePresenceStatus login logout
  raiseAgentWorkFlag lowerAgentWorkFlag`.split(/\s+/);
const toolkitEvents = `LoginSuccess StatusChanged Logout WorkAssigned WorkAccepted WorkDeclined WorkClosed
  WorkFlagUpdated WorkloadChanged ConnectionError`
  .split(/\s+/)
  .map((name) => `lightning:omniChannel${name}`);

const [, section = ''] = read('docs/embedding.md').split('\n## Coming from the Omni toolkit\n');
const tables = section
  .split('\n## ', 1)[0]!
  .split('\n\n')
  .filter((block) => block.startsWith('| '))
  .map((block) =>
    block
      .split('\n')
      .slice(2)
      .map((row) => row.split('|').slice(1, -1)),
  );
const [names = [], causes = []] = tables;
const quoted = (cell = '') => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);

describe('the table of the Omni toolkit in docs/embedding.md', () => {
  it('has every method and event of the toolkit, each once', () => {
    assert.deepEqual(
      names.map(([toolkit]) => quoted(toolkit)[0]),
      [...toolkitMethods, ...toolkitEvents],
    );
  });

  it('names for each what the panel has', () => {
    assert.ok(methods.length > 20 && events.length > 30);
    for (const [toolkit, ours] of names) {
      const [name = ''] = quoted(ours);
      const isThere = name.endsWith('()') ? methods.includes(name.slice(0, -2)) : events.includes(name);
      assert.ok(isThere, `${toolkit?.trim()}: there is no ${name}`);
    }
  });

  it('names nothing else that the panel does not have', () => {
    const all = quoted(section.split('\n## ', 1)[0]).filter((name) => /\(\)$|^omni-/.test(name));
    const missing = all.filter(
      (name) => !(name.endsWith('()') ? methods.includes(name.slice(0, -2)) : events.includes(name)),
    );
    assert.deepEqual(missing, []);
  });

  it('has every cause of a status, each once', () => {
    assert.deepEqual(
      causes.map(([, cause]) => quoted(cause)[0]).toSorted(),
      [...presenceCauses, 'unknown'].toSorted(),
    );
  });
});
