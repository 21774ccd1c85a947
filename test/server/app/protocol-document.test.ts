import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import * as v from 'valibot';
import {
  agentWorkSchema,
  MAX_SETTLED_WORKS,
  cancelReasons,
  agentWorkStatusSchema,
} from '../../../src/domain/work/agent-work.ts';
import {
  alertReceiptKinds,
  alertReceiptSchema,
  MAX_ALERT_RECEIPTS,
  soundObstacles,
} from '../../../src/domain/alerts/alert-receipt.ts';
import { effectiveConfigurationSchema } from '../../../src/domain/configuration/effective-configuration.ts';
import { explainAlert } from '../../../src/domain/alerts/explain-alert.ts';
import { presenceCauses } from '../../../src/domain/configuration/presence-status.ts';
import { soundNameSchema } from '../../../src/domain/alerts/sound-name.ts';
import { destinationPageSchema } from '../../../src/domain/work/transfer.ts';
import { idSchema, instantSchema } from '../../../src/domain/values.ts';
import { violationSchema } from '../../../src/domain/violations.ts';
import { newWorkItemSchema, workItemStatuses } from '../../../src/domain/work/work-item.ts';
import { ACW_AFTER_SIGN_OUT } from '../../../src/domain/work/acw.ts';
import { MAX_OPEN_WORKS } from '../../../src/domain/work/capacity.ts';
import { MAX_WAITS, MAX_WAITS_WHEN_REFUSED } from '../../../src/protocol/back-off.ts';
import { STABLE_AFTER, timeouts } from '../../../src/protocol/connection-state.ts';
import { closeCodes } from '../../../src/protocol/close-reasons.ts';
import {
  MAX_PANEL_MESSAGE_SIZE,
  MAX_SERVER_MESSAGE_SIZE,
  panelMessageSchema,
  parseMessage,
  serverMessageSchema,
  SUBPROTOCOL,
} from '../../../src/protocol/messages.ts';
import { refusalCodes } from '../../../src/domain/work/refusals.ts';
import { OUTCOME_TIMEOUT } from '../../../src/services/connection/commands.ts';
import { publishedSchemas } from '../../../scripts/package/schemas.ts';
import { workItemView } from '../fake-engine.ts';
import { enumerations, fieldTables } from './protocol-fields.ts';

const text = await readFile(new URL('../../../docs/protocol.md', import.meta.url), 'utf8');
const blocks = [...text.matchAll(/^```json ([a-z-]+)\n([^]*?)^```$/gm)].map(([, kind = '', json = '']) => ({
  kind,
  value: JSON.parse(json) as unknown,
}));
const examples = (kind: string) => blocks.filter((block) => block.kind === kind).map(({ value }) => value);
const typesOf = (schema: typeof serverMessageSchema | typeof panelMessageSchema) =>
  schema.options.map(({ entries }) => entries.type.literal);

const view = workItemView();
const named = v.strictObject({ id: idSchema, name: v.string() });
const schemas: Record<string, v.GenericSchema> = {
  server: serverMessageSchema,
  panel: panelMessageSchema,
  configuration: effectiveConfigurationSchema,
  destinations: destinationPageSchema,
  conference: agentWorkSchema.entries.conference,
  'transferred-to': agentWorkSchema.entries.transferredTo,
  acw: agentWorkSchema.entries.acw,
  flag: agentWorkSchema.entries.flag,
  'new-work-item': newWorkItemSchema,
  'work-item': v.strictObject({
    ...Object.fromEntries(Object.keys(view).map((key) => [key, v.unknown()])),
    status: v.picklist(workItemStatuses),
  }),
  // With the sentence that `explainAlert` makes.
  'alert-receipts': v.strictObject({
    items: v.array(
      v.pipe(
        v.strictObject({
          agentWorkId: idSchema,
          ...v.pick(agentWorkSchema, [
            ...(['workItemId', 'subject', 'queue', 'status', 'cancelReason', 'openedBy'] as const),
            ...(['offeredAt', 'openedAt', 'settledAt', 'flag'] as const),
          ]).entries,
          receipts: v.array(
            v.strictObject({
              ...v.omit(alertReceiptSchema, ['agentWorkId']).entries,
              receivedAt: instantSchema,
            }),
          ),
          explanation: v.string(),
        }),
        v.check(
          (alert) => alert.explanation === explainAlert({ ...alert, stamp: { ring: null } }, alert.receipts),
          'The explanation is another one.',
        ),
      ),
    ),
    next: v.nullable(v.string()),
  }),
  sounds: v.strictObject({
    items: v.array(
      v.strictObject({
        ...effectiveConfigurationSchema.entries.sounds.item.entries,
        name: soundNameSchema,
        size: v.number(),
        createdAt: instantSchema,
        usedBy: v.strictObject({ presenceConfigurations: v.array(named), serviceChannels: v.array(named) }),
      }),
    ),
    next: v.nullable(v.string()),
  }),
  problem: v.strictObject({
    type: v.literal('about:blank'),
    title: v.string(),
    status: v.number(),
    detail: v.string(),
    errors: v.array(violationSchema),
  }),
};

describe('docs/protocol.md', () => {
  test('has examples that match the schemas, without unknown members', () => {
    assert.ok(blocks.length > 20);
    assert.equal(text.match(/^```json/gm)?.length, blocks.length, 'every example says what it is of');
    for (const { kind, value } of blocks) {
      const schema = schemas[kind];
      assert.ok(schema, kind);
      const parsed = v.safeParse(schema, value);
      assert.ok(parsed.success, `${JSON.stringify(value)}: ${JSON.stringify(parsed.issues?.[0].message)}`);
      // Parsing drops members that a schema does not know.
      assert.deepEqual(parsed.output, value);
    }
  });

  test('has an example and a heading for each message', () => {
    const shown = (kind: string) => new Set(examples(kind).map((value) => (value as { type: string }).type));
    for (const [kind, schema] of [
      ['server', serverMessageSchema],
      ['panel', panelMessageSchema],
    ] as const)
      for (const type of typesOf(schema)) {
        assert.ok(shown(kind).has(type), `${kind}: ${type}`);
        assert.match(text, new RegExp(`^### ${type}$`, 'm'));
      }
  });

  test('has a conversation of valid messages in a possible order', () => {
    const transcript = /^```text\n([^]*?)^```$/m.exec(text)?.[1]?.trim().split('\n') ?? [];
    assert.ok(transcript.length > 10);
    const types = typesOf(serverMessageSchema) as string[];
    let revision = 0;
    for (const line of transcript) {
      const arrow = line.slice(0, 1);
      const rest = line.slice(2);
      const schema = arrow === '→' ? panelMessageSchema : serverMessageSchema;
      if (rest.startsWith('{')) assert.ok(parseMessage(schema, rest), rest);
      else assert.ok(arrow === '←' && types.includes(rest.split(/[ ,]/)[0] ?? ''), line);
      const told = /revision (\d+)/.exec(rest)?.[1];
      if (told !== undefined && !rest.startsWith('welcome')) assert.equal(Number(told), ++revision, line);
    }
  });

  test('names every close code, refusal, status and reason', () => {
    for (const [name, code] of Object.entries(closeCodes))
      assert.ok(text.includes(`| ${code} | \`${name}\` |`), name);
    const words = [
      ...refusalCodes,
      ...agentWorkStatusSchema.options,
      ...cancelReasons,
      ...presenceCauses,
      ...alertReceiptKinds,
      ...soundObstacles,
      ...workItemStatuses,
      SUBPROTOCOL,
    ];
    for (const word of words) assert.ok(text.includes(word), word);
  });

  test('has an example, not null, of every field of agent work', () => {
    const works = examples('server').flatMap((value) => (value as { agentWork?: object }).agentWork ?? []);
    const shown = new Map<string, unknown>();
    for (const work of works)
      for (const [name, value] of Object.entries(work)) if (value !== null) shown.set(name, value);
    for (const [name, kind] of [
      ['conference', 'conference'],
      ['transferredTo', 'transferred-to'],
      ['acw', 'acw'],
      ['flag', 'flag'],
    ] as const)
      shown.set(name, examples(kind)[0]);
    // They are an instant, a word and a word of an enumeration.
    const plain = ['openedAt', 'openedBy', 'cancelReason', 'customerLeftAt'];
    for (const name of Object.keys(agentWorkSchema.entries))
      assert.ok(plain.includes(name) || shown.get(name) != null, name);
    const { with: names, invited } = shown.get('conference') as { with: string[]; invited: object | null };
    assert.ok(names.length > 0 && invited !== null);
  });

  test('lists the fields of every message with the bounds that the schemas have', () => {
    for (const { heading, table } of fieldTables()) {
      const section = text.split(`\n### ${heading}\n`)[1]?.split(/\n#+ /)[0];
      assert.equal(section?.trim(), table, heading);
    }
  });

  test('says of every enumeration whether it is open, as the schemas do', () => {
    const said = new Map(
      [...text.matchAll(/^\| `([A-Za-z.-]+)` \| (open|closed) \|/gm)].map(([, path = '', kind]) => [
        path,
        kind,
      ]),
    );
    const expected = new Map(
      [...enumerations()].map(([path, { open }]) => [
        path.replace(/^.*\.source$/, 'source'),
        open ? 'open' : 'closed',
      ]),
    );
    assert.deepEqual(
      [...said].toSorted(([one], [other]) => one.localeCompare(other)),
      [...expected].toSorted(([one], [other]) => one.localeCompare(other)),
    );
  });

  test('has the limits and times that the code has', () => {
    const seconds = (milliseconds: number) => `${milliseconds / 1000} s`;
    const listed = (waits: readonly number[]) => waits.map((wait) => wait / 1000).join(', ');
    const words = text.replace(/\s+/g, ' ');
    for (const sentence of [
      `(${MAX_PANEL_MESSAGE_SIZE.toLocaleString('en')} bytes)`,
      `(${MAX_SERVER_MESSAGE_SIZE.toLocaleString('en')} characters)`,
      `at most ${MAX_OPEN_WORKS} open agent works`,
      `at most ${MAX_SETTLED_WORKS} settled ones`,
      `A message has at most ${MAX_ALERT_RECEIPTS}`,
      `${listed(MAX_WAITS.slice(0, -1))}, then ${listed(MAX_WAITS.slice(-1))} s`,
      `${listed(MAX_WAITS_WHEN_REFUSED.slice(0, -1))}, then ${listed(MAX_WAITS_WHEN_REFUSED.slice(-1))} s`,
      `no token within ${seconds(timeouts.token)}`,
      `does not open within ${seconds(timeouts.open)}`,
      `does not come within ${seconds(timeouts.welcome)} after that`,
      `no \`snapshot\` within ${seconds(timeouts.snapshot)} after a request`,
      `lasted at least ${seconds(STABLE_AFTER)} after its \`welcome\``,
      `fail in the panel when the connection breaks, or after ${seconds(OUTCOME_TIMEOUT)}`,
      `keeps at most ${seconds(ACW_AFTER_SIGN_OUT)} of each wrap-up`,
    ])
      assert.ok(words.includes(sentence), sentence);
  });

  test('names the schemas that the package has', async () => {
    const { exports } = JSON.parse(
      await readFile(new URL('../../../package.json', import.meta.url), 'utf8'),
    ) as { exports: Record<string, unknown> };
    assert.equal(exports['./schemas/*.json'], './dist/schemas/*.json');
    for (const name of Object.keys(publishedSchemas))
      assert.ok(text.includes(`\`omni-channel-panel/schemas/${name}.json\``), name);
  });
});
