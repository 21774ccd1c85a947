import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memberMessageSchema, MEMBERS_VERSION } from '../../src/protocol/member-messages.ts';

/** Every message within a schema: its `type`, and the names of its fields. */
function formsIn(schema: unknown, seen = new Set<unknown>()): string[] {
  if (typeof schema !== 'object' || schema === null || seen.has(schema)) return [];
  seen.add(schema);
  const { entries } = schema as { entries?: Record<string, { literal?: unknown }> };
  const name = entries?.type?.literal;
  const own =
    typeof name === 'string'
      ? [
          `${name}: ${Object.keys(entries ?? {})
            .toSorted()
            .join(' ')}`,
        ]
      : [];
  return [...own, ...Object.values(schema).flatMap((part) => formsIn(part, seen))];
}

// Where this fails, raise the version with the list: the tabs of an older release would share the channel, and lose
// what they do not understand.
test('the messages between tabs have another version whenever they have another form', () => {
  assert.deepEqual(
    { version: MEMBERS_VERSION, forms: [...new Set(formsIn(memberMessageSchema))].toSorted() },
    {
      version: 4,
      forms: [
        'accept: agentWorkId id type',
        'agent-work-changed: agentWork revision type',
        'alarmSilenced: type',
        'alive: asked serverTime term type',
        'answered: agentWorkId answer type',
        'ask: asked type',
        'capacity-changed: capacity revision type',
        'close: agentWorkId id type',
        'command: command keep type',
        'configuration-changed: configurationVersion revision type',
        'connection-request: request type',
        'decline: agentWorkId id reasonId type',
        'dismissed: agentWorkId type',
        'end-acw: agentWorkId id type',
        'end-conversation: agentWorkId id type',
        'end-outbound: id type',
        'extend-acw: agentWorkId id type',
        'gone: member serverTime term type',
        'hello: asked presence type',
        'here: type',
        'leaving: type',
        'lower-flag: agentWorkId id message type',
        'notified: agentWorkId type',
        'open: agentWorkId openedBy serverTime term type',
        'opened: agentWorkId type',
        'outcome: id notUnderstood outcome serverTime term type',
        'outputsChosen: type',
        'painted: agentWorkIds type',
        'presence-changed: outboundEndsAt presence revision statusAfterAcw type',
        'present: presence type',
        'prove: id type',
        'proven: id isProven serverTime term type',
        'raise-flag: agentWorkId id message type',
        'returnDismissed: type',
        'ringing: agentWorkId fault type',
        'set-status: by endAcw giveBack id statusId type',
        'sign-out: id type',
        'signedOut: forget type',
        'signingOut: type',
        'slept: serverTime since term type',
        'snapshot: serverTime snapshot type',
        'standing: asked count members serverTime sessionId snapshot sounder term type view',
        'start-outbound: id maxSeconds type',
        'take: agentWorkId id type',
        'transfer: agentWorkId conference destination id type',
        'turn: isForced serverTime sounder term type',
        'update: count serverTime term type update',
        'view: count serverTime term type view',
        'volumeSet: percent type',
        'welcome: beatInterval grace serverTime snapshot type',
      ],
    },
  );
});
