import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

interface Member {
  readonly kind: string;
  readonly name: string;
  readonly privacy?: string;
  readonly parameters?: readonly { readonly name: string }[];
}
interface Declaration {
  readonly tagName?: string;
  readonly members?: readonly Member[];
  readonly attributes?: readonly { readonly name: string }[];
}

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');

const { modules } = JSON.parse(read('custom-elements.json')) as {
  modules: readonly { readonly declarations?: readonly Declaration[] }[];
};
const elements = modules.flatMap(({ declarations = [] }) => declarations);
/** The elements that hosts use. */
const [panel, setup] = ['omni-channel-panel', 'omni-presence-setup'].map((tag) => {
  const element = elements.find(({ tagName }) => tagName === tag);
  assert.ok(element, `${tag} is not in the manifest.`);
  return element;
}) as [Declaration, Declaration];

const publicOf = ({ members = [] }: Declaration) =>
  members.filter(({ privacy, name }) => privacy === undefined && !name.startsWith('#'));

/** The names of parameters: of `{ workId, conference = false }` those within the braces. */
const parametersOf = ({ parameters = [] }: Member): string[] =>
  parameters.flatMap(({ name }) =>
    [...name.matchAll(/(\w+)(?: = [^,}]+)?(?=\s*[,}]|$)/g)].map(([, one = '']) => one),
  );

/** The methods of the panel, with the names of their parameters. */
const methods = new Map(
  publicOf(panel)
    .filter(({ kind }) => kind === 'method')
    .map((method) => [method.name, parametersOf(method)]),
);

interface PanelEvent {
  readonly className: string;
  readonly type: string;
  readonly fields: readonly string[];
}

/** The events of a file, with their fields. */
function eventsIn(file: string): PanelEvent[] {
  const classes = read(file)
    .split(/^export class /m)
    .slice(1);
  return classes.map((source) => {
    const [body = ''] = source.split(/^}$/m, 1);
    return {
      className: /^\w+/.exec(body)?.[0] ?? '',
      type: /'(omni-[\w-]+)'/.exec(body)?.[1] ?? '',
      fields: [
        ...new Set(
          [...body.matchAll(/(?<!static )readonly (\w+)(?:\??:| =)/g)].map(([, field = '']) => field),
        ),
      ],
    };
  });
}

const requests = eventsIn('src/events/requests.ts');
const facts = eventsIn('src/events/facts.ts');
const setupEvents = eventsIn('components/setup/shared/events.ts');

/** The request event that does the same as a method; `undefined` for methods that only answer. */
function eventNameOf(method: string): string | undefined {
  const [, verb = '', object = ''] = /^([a-z]+)(\w*)$/.exec(method) ?? [];
  const shorter = {
    AgentWork: '',
    AfterConversationWork: '-acw',
    ServicePresenceStatus: '-status',
    FlightRecord: '-flight-record',
  };
  const suffix = (shorter as Record<string, string | undefined>)[object];
  return suffix === undefined || verb === 'get' ? undefined : `omni-${verb}${suffix}-request`;
}

/** Names that once stood beside another one, or easily would: docs/decisions/0008-names-for-hosts.md. */
const refused = new Map([
  ['agentWorkId', 'workId'],
  ['work', 'agentWork'],
  ['reasonId', 'declineReason'],
  ['declineReasonId', 'declineReason'],
  ['repId', 'rep'],
  ['userId', 'rep'],
  ['capacity', 'workload'],
  ['text', 'search'],
  ['query', 'search'],
  ['presenceStatusId', 'statusId'],
]);
/** The same for the words of which names of methods and events are made. */
const refusedWords = new Map([
  ['finish', 'close'],
  ['complete', 'close'],
  ['reject', 'decline'],
  ['wrapup', 'acw'],
  ['signin', 'login'],
  ['signout', 'logout'],
]);

describe('the names that hosts meet', () => {
  it('are found by this test', () => {
    assert.deepEqual(methods.get('declineAgentWork'), ['workId', 'declineReason']);
    assert.deepEqual(methods.get('transferAgentWork'), ['workId', 'destination', 'conference']);
    assert.deepEqual(methods.get('startOutboundConversation'), ['maxSeconds']);
    assert.deepEqual(requests.find(({ type }) => type === 'omni-set-output-request')?.fields, [
      'place',
      'deviceId',
    ]);
    assert.deepEqual(facts.find(({ type }) => type === 'omni-configuration-changed')?.fields, ['from', 'to']);
    for (const { className, type } of [...requests, ...facts, ...setupEvents]) assert.ok(className && type);
  });

  it('are the same in a method and in the request event that does the same', () => {
    const pairs = [...methods].flatMap(([method, parameters]) => {
      const type = eventNameOf(method);
      return type === undefined ? [] : [{ method, parameters, type }];
    });
    assert.ok(pairs.length >= 8, `only ${pairs.length} pairs`);
    for (const { method, parameters, type } of pairs) {
      const event = requests.find((one) => one.type === type);
      assert.ok(event, `${method}() has no event ${type}.`);
      assert.deepEqual(event.fields, parameters, `${method}() and ${type}`);
    }
  });

  it('are the same in an event and its class', () => {
    for (const { className, type } of [...requests, ...facts, ...setupEvents]) {
      const words = type.replace('omni-', '').split('-');
      const expected = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
      assert.equal(className, `${expected}Event`, type);
    }
  });

  it('are one for each thing', () => {
    const names = [
      ...[...requests, ...facts, ...setupEvents].flatMap(({ type, fields }) =>
        fields.map((field) => [`${type}: ${field}`, field] as const),
      ),
      ...[panel, setup].flatMap(publicOf).map(({ name }) => [name, name] as const),
      ...[...methods].flatMap(([method, parameters]) =>
        parameters.map((name) => [`${method}(): ${name}`, name] as const),
      ),
      ...[...read('src/domain/work/workspace.ts').matchAll(/readonly (\w+):/g)].map(
        ([, name = '']) => [`WorkspaceAdapter: ${name}`, name] as const,
      ),
    ];
    const wrong = names.flatMap(([where, name]) =>
      refused.has(name) ? [`${where}, not ${refused.get(name)}`] : [],
    );
    assert.deepEqual(wrong, []);
  });

  it('have one verb for each action', () => {
    const made = [
      ...[...requests, ...facts, ...setupEvents].map(({ type }) => type),
      ...methods.keys(),
      ...[panel, setup].flatMap(({ attributes = [] }) => attributes.map(({ name }) => name)),
    ];
    const wrong = made.flatMap((name) => {
      const plain = name.toLowerCase().replaceAll('-', '');
      return [...refusedWords].flatMap(([word, better]) =>
        plain.includes(word) ? [`${name}, not ${better}`] : [],
      );
    });
    assert.deepEqual(wrong, []);
  });
});

describe('docs/embedding.md', () => {
  const page = read('docs/embedding.md');

  it('has the parameters of every method', () => {
    const documented = new Map(
      [...page.matchAll(/^\| `(\w+)\((?:\{ ([^}]*) \})?\)`/gm)].map(([, name = '', parameters = '']) => [
        name,
        parameters === '' ? [] : parameters.split(', '),
      ]),
    );
    // The parameter of logout() is not taken apart in its signature.
    const expected = new Map([...methods, ['logout', ['forget']] as const]);
    assert.deepEqual(Object.fromEntries(documented), Object.fromEntries(expected));
  });

  it('has the fields of every event', () => {
    const rows = page.split('\n').filter((line) => line.startsWith('| `omni-'));
    for (const { type, fields } of [...requests, ...facts]) {
      const row = rows.find((line) => line.split('|')[1]?.includes(`\`${type}\``));
      assert.ok(row, `${type} has no row.`);
      const named = [
        ...row
          .split('|')
          .slice(2)
          .join('|')
          .matchAll(/`(\w+)`/g),
      ].map(([, name]) => name);
      assert.deepEqual(
        fields.filter((field) => !named.includes(field)),
        [],
        type,
      );
    }
  });

  it('has none of the names that are refused', () => {
    const plain = ['agentWorkId', 'reasonId', 'repId', 'omni-finish-request'];
    assert.deepEqual(
      plain.filter((name) => page.includes(name)),
      [],
    );
  });
});
