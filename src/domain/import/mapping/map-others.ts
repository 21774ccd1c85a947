import { deriveDeveloperName } from '../../setup/developer-name.ts';
import type { MetadataElement } from '../element.ts';
import { usersNamed } from './map-configuration.ts';
import { identity, keysOfReferred, referred, type MapFile } from './mapped.ts';

/** ServicePresenceStatus: with channels it is online for them, without it is busy. */
export const mapStatus: MapFile = (reader, context) => {
  const container = reader.only('channels', '/channelIds');
  const named = container?.children.filter(({ name }) => name === 'channel') ?? [];
  const found = referred(reader, context, 'ServiceChannel', named, ({ line }, name) => {
    const element = named.find((one) => one.text.trim() === name);
    if (element) reader.account(element, 'missing');
    reader.remark({
      code: 'missing',
      params: { element: 'channel', name: name.slice(0, 200) },
      kind: 'missing',
      line,
    });
  });
  const isLost = named.length > 0 && found.length === 0;
  if (isLost)
    reader.remark({
      code: 'statusWithoutChannels',
      params: {},
      kind: 'missing',
      pointer: '/kind',
      line: named[0]?.line ?? 1,
      fixes: [
        { id: 'busy', kind: 'use', value: 'busy' },
        { id: 'leaveOut', kind: 'leaveOut' },
      ],
      needsChoice: true,
    });
  const fields = {
    ...identity(reader, context),
    kind: found.length > 0 ? 'online' : 'busy',
    channelIds: found.map(({ id }) => id),
  };
  return { fields, needs: keysOfReferred(found) };
};

/** PresenceDeclineReason. */
export const mapReason: MapFile = (reader, context) => {
  const { name, developerName } = identity(reader, context, { pointer: '/label' });
  return { fields: { label: name, developerName, retired: context.current?.retired ?? false }, needs: [] };
};

const groups = ['publicGroups', 'roles', 'roleAndSubordinates', 'roleAndSubordinatesInternal'];

/** Queue: of Omni-Channel only if it has a routing configuration. */
export const mapQueue: MapFile = (reader, context) => {
  const { name, developerName } = identity(reader, context, { label: 'name' });
  const routing = reader.only('queueRoutingConfig', '/routingConfigurationId');
  const members = reader.only('queueMembers', '/memberIds');
  reader.notMapped('queueSobject', 'email', 'doesSendEmailToMembers', 'doesIncludeBosses', 'description');
  const inGroups = (members?.children ?? []).filter((one) => groups.includes(one.name));
  for (const group of inGroups) reader.account(group, 'notMapped');
  const users = (members?.children ?? [])
    .filter((one) => one.name === 'users')
    .flatMap(({ children }) => children.map(({ text, line }) => ({ name: text.trim(), line })));
  if (!routing || routing.text.trim() === '') {
    reader.remark({ code: 'queueNotOmni', params: {}, kind: 'notMapped' });
    return { fields: { name, developerName }, needs: [], isNone: true };
  }
  const [firstGroup] = inGroups;
  if (firstGroup)
    reader.remark({
      code: 'groupsNotMapped',
      params: { names: inGroups.flatMap(namesIn).join(', ').slice(0, 500) },
      kind: 'notMapped',
      line: firstGroup.line,
    });
  const found = referred(reader, context, 'QueueRoutingConfig', [routing], ({ line }, missing) => {
    reader.account(routing, 'missing');
    reader.remark({
      code: 'missing',
      params: { element: routing.name, name: missing.slice(0, 200) },
      kind: 'missing',
      pointer: '/routingConfigurationId',
      line,
      fixes: [
        { id: 'choose', kind: 'choose', resource: 'routing-configurations' },
        { id: 'leaveOut', kind: 'leaveOut' },
      ],
      needsChoice: true,
    });
  });
  const here = Array.isArray(context.current?.memberIds) ? (context.current.memberIds as string[]) : [];
  // Nobody is removed: members by group, and users who are not known, may be among those who are here.
  const memberIds = [...new Set([...here, ...usersNamed(reader, context, users)])];
  const fields = { name, developerName, routingConfigurationId: found[0]?.id ?? null, memberIds };
  return { fields, needs: keysOfReferred(found) };
};

const namesIn = ({ children }: MetadataElement): string[] => children.map(({ text }) => text.trim());

/** The names of Salesforce's own profiles, by their names in the API, in lower case. */
const standardProfiles: Readonly<Record<string, string>> = {
  admin: 'System Administrator',
  standard: 'Standard User',
  standardaul: 'Standard Platform User',
  readonly: 'Read Only',
  marketingprofile: 'Marketing User',
  contractmanager: 'Contract Manager',
  solutionmanager: 'Solution Manager',
};

/** The name that people know a profile by. */
export const profileLabel = (fullName: string): string =>
  standardProfiles[fullName.toLowerCase()] ?? fullName;

/** Profile: only the presence statuses that it grants. */
export const mapProfile: MapFile = (reader, context) => {
  const accesses = reader.all('servicePresenceStatusAccesses');
  const read = accesses.map((access) => {
    const [enabled, status] = ['enabled', 'servicePresenceStatus'].map((name) =>
      access.children.find((one) => one.name === name),
    );
    return { isGrant: /^(true|1)$/.test(enabled?.text.trim() ?? ''), status };
  });
  const granted = read.flatMap(({ isGrant, status }) => (isGrant && status ? [status] : []));
  const found = referred(reader, context, 'ServicePresenceStatus', granted, ({ line }, name) => {
    reader.remark({
      code: 'missing',
      params: { element: 'servicePresenceStatus', name: name.slice(0, 200) },
      kind: 'missing',
      line,
    });
  });
  const withdrawn = new Set(
    read.flatMap(({ isGrant, status }) =>
      !isGrant && status ? (context.find('ServicePresenceStatus', status.text.trim())?.id ?? []) : [],
    ),
  );
  const here = Array.isArray(context.current?.statusIds) ? (context.current.statusIds as string[]) : [];
  const statusIds = [...new Set([...here.filter((id) => !withdrawn.has(id)), ...found.map(({ id }) => id)])];
  const isNone = context.current === null && granted.length === 0;
  if (isNone) reader.remark({ code: 'profileWithoutGrants', params: {}, kind: 'same' });
  const fields = {
    name: context.current?.name ?? profileLabel(context.fullName),
    developerName: context.current?.developerName ?? deriveDeveloperName(context.fullName),
    statusIds,
  };
  return { fields, needs: keysOfReferred(found), isNone };
};
