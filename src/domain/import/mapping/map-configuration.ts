import { defaultPresenceConfiguration } from '../../configuration/presence-configuration.ts';
import type { AgentAlias } from '../../configuration/agent-alias.ts';
import type { Id } from '../../values.ts';
import type { MetadataElement } from '../element.ts';
import type { ElementReader } from './element-reader.ts';
import { identity, keysOfReferred, referred, type MapContext, type MapFile } from './mapped.ts';
import { acwOf } from './map-acw.ts';

/** The full name of the configuration of everybody who has none of their own. */
export const DEFAULT_FULL_NAME = 'default_presence_config';

/** PresenceUserConfig. Its assignments are planned apart, for all files together. */
export const mapConfiguration: MapFile = (reader, context) => {
  const status = (pointer: string, element: string) => statusNamed(reader, context, pointer, element);
  const onDecline = status('/statusOnDeclineId', 'presenceStatusOnDecline');
  const onPushTimeout = status('/statusOnPushTimeoutId', 'presenceStatusOnPushTimeout');
  const named = reader.all('declineReasons');
  const reasons = referred(
    reader,
    context,
    'PresenceDeclineReason',
    named,
    ({ name: element, line }, name) => {
      reader.remark({
        code: 'missing',
        params: { element, name },
        kind: 'missing',
        line,
        pointer: '/declineReasonIds',
      });
    },
  );
  const [first] = named;
  if (first) {
    reader.sources.set('/declineReasonIds', {
      outcome: 'same',
      line: first.line,
      element: first.name,
      text: named.map(({ text }) => text.trim()).join(' '),
    });
    if (reasons.length > 1)
      reader.remark({ code: 'reasonOrder', params: {}, kind: 'same', line: first.line });
  }
  if (context.fullName === DEFAULT_FULL_NAME) reader.remark({ code: 'isDefault', params: {}, kind: 'same' });
  const assignments = reader.only('assignments');
  if (assignments) for (const child of assignments.children) reader.account(child, 'same');
  const kept = { ...defaultPresenceConfiguration, ...context.current };
  const fields = {
    ...identity(reader, context),
    capacity: reader.whole('/capacity', 'capacity'),
    interruptibleCapacity: reader.whole('/interruptibleCapacity', 'interruptibleCapacity'),
    maxNewOffers: kept.maxNewOffers,
    automaticallyAccept: reader.boolean('/automaticallyAccept', 'enableAutoAccept', false),
    allowDecline: reader.boolean('/allowDecline', 'enableDecline', false),
    statusOnDeclineId: onDecline.id,
    allowDeclineReason: reader.boolean('/allowDeclineReason', 'enableDeclineReason', false),
    declineReasonIds: reasons.map(({ id }) => id),
    statusOnPushTimeoutId: onPushTimeout.id,
    playRequestSound: reader.boolean('/playRequestSound', 'enableRequestSound', true),
    notificationSound: kept.notificationSound,
    soundLengthSeconds: kept.soundLengthSeconds,
    playConnectionLossSound: reader.boolean('/playConnectionLossSound', 'enableDisconnectSound', true),
    ...acwOf(reader),
    agentAlias: aliasOf(reader, kept.agentAlias),
    transferDestinations: kept.transferDestinations,
  };
  return { fields, needs: keysOfReferred(reasons, onDecline.found, onPushTimeout.found) };
};

function statusNamed(reader: ElementReader, context: MapContext, pointer: string, name: string) {
  const element = reader.only(name, pointer);
  const found = referred(
    reader,
    context,
    'ServicePresenceStatus',
    element && element.text.trim() !== '' ? [element] : [],
    ({ line }, missing) => {
      if (element) reader.account(element, 'missing');
      reader.remark({
        code: 'missing',
        params: { element: name, name: missing.slice(0, 200) },
        kind: 'missing',
        pointer,
        line,
        fixes: [{ id: 'choose', kind: 'choose', resource: 'presence-statuses' }],
      });
    },
  );
  return { id: found[0]?.id ?? null, found };
}

/** The merge fields of Salesforce that can be merged here. */
const mergeFields: Readonly<Record<string, 'firstName' | 'nickname' | 'alias'>> = {
  User_FirstName: 'firstName',
  User_Alias: 'alias',
  User_Nickname: 'nickname',
  User_CommunityNickname: 'nickname',
};

function aliasOf(reader: ElementReader, here: AgentAlias | null): AgentAlias | null {
  const element = reader.only('userDisplayName', '/agentAlias');
  const text = element?.text.trim() ?? '';
  if (!element || text === '') return null;
  const merged = /^\{!\s*(\w+)\s*\}$/.exec(text)?.[1];
  const field = merged === undefined ? undefined : mergeFields[merged];
  // What customers see for a blank field is not in the file: it stays as it is.
  if (field !== undefined && here?.kind === 'mergeField' && here.field === field) return here;
  if (field !== undefined)
    return field === 'firstName'
      ? { kind: 'mergeField', field }
      : { kind: 'mergeField', field, fallback: { kind: 'ownName' } };
  if (!text.includes('{!')) return { kind: 'text', text: element.text };
  reader.account(element, 'changed');
  reader.remark({
    code: 'aliasUnknown',
    params: { value: text.slice(0, 200) },
    kind: 'changed',
    pointer: '/agentAlias',
    line: element.line,
    fixes: [
      { id: 'none', kind: 'use', value: null },
      { id: 'firstName', kind: 'use', value: { kind: 'mergeField', field: 'firstName' } },
    ],
    needsChoice: true,
  });
  return null;
}

/** Who is assigned by a file: usernames, and full names of profiles, each with its line. */
export interface NamedAssignees {
  readonly users: readonly { readonly name: string; readonly line: number }[];
  readonly profiles: readonly { readonly name: string; readonly line: number }[];
}

export function assigneesOf(root: MetadataElement): NamedAssignees {
  const [assignments] = root.children.filter(({ name }) => name === 'assignments');
  const named = (group: string, one: string) =>
    (assignments?.children ?? [])
      .filter(({ name }) => name === group)
      .flatMap(({ children }) => children.filter(({ name }) => name === one))
      .map(({ text, line }) => ({ name: text.trim(), line }));
  return { users: named('users', 'user'), profiles: named('profiles', 'profile') };
}

/** The ids that a list of usernames stands for, with a remark for each that is not known. */
export function usersNamed(
  reader: ElementReader,
  { user }: Pick<MapContext, 'user'>,
  named: NamedAssignees['users'],
): Id[] {
  const ids = named.flatMap(({ name, line }) => {
    const id = user(name);
    if (id === null)
      reader.remark({ code: 'userUnknown', params: { name: name.slice(0, 200) }, kind: 'missing', line });
    return id ?? [];
  });
  return [...new Set(ids)];
}
