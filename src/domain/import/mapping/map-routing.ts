import type { CapacityWeight } from '../../configuration/routing-configuration.ts';
import type { ElementReader } from './element-reader.ts';
import type { Fix } from '../import-plan.ts';
import { identity, type MapFile } from './mapped.ts';

/** QueueRoutingConfig. */
export const mapRouting: MapFile = (reader, context) => {
  const pushTimeout = reader.whole('/pushTimeoutSeconds', 'pushTimeout');
  const skills = [
    ...reader.all('isAttributeBased', 'notMapped'),
    ...reader.all('skills', 'notMapped'),
    ...reader.all('dropAdditionalSkillsTimeout', 'notMapped'),
  ].filter(({ name, text }) => name !== 'isAttributeBased' || /^(true|1)$/.test(text.trim()));
  const [skill] = skills;
  if (skill)
    reader.remark({
      code: 'skillsNotMapped',
      params: { element: skill.name },
      kind: 'notMapped',
      line: skill.line,
    });
  for (const name of ['queueOverflowAssignee', 'userOverflowAssignee']) {
    const [overflow] = reader.all(name, 'notMapped');
    if (overflow)
      reader.remark({ code: 'overflow', params: { element: name }, kind: 'notMapped', line: overflow.line });
  }
  reader.notMapped('pausedCapacityWeight', 'pausedCapacityPercentage');
  const fields = {
    ...identity(reader, context),
    priority: reader.whole('/priority', 'routingPriority'),
    capacityWeight: weightOf(reader),
    capacityType: capacityTypeOf(reader),
    // 0 is how Salesforce writes that there is none.
    pushTimeoutSeconds: pushTimeout === 0 ? null : pushTimeout,
    model: modelOf(reader),
  };
  return { fields, needs: [] };
};

function weightOf(reader: ElementReader): CapacityWeight | null {
  const units = reader.decimal('/capacityWeight/units', 'capacityWeight');
  const percentage = reader.decimal('/capacityWeight/percentage', 'capacityPercentage');
  const inUnits: CapacityWeight | null = units === null ? null : { kind: 'units', units };
  const inPercent: CapacityWeight | null = percentage === null ? null : { kind: 'percentage', percentage };
  if ((inUnits === null) !== (inPercent === null)) return inUnits ?? inPercent;
  const fixes: Fix[] = [inUnits, inPercent].flatMap((value) =>
    value ? [{ id: value.kind, kind: 'use' as const, value }] : [],
  );
  const line = (reader.only('capacityWeight') ?? reader.root).line;
  reader.remark({
    code: inUnits ? 'bothWeights' : 'noWeight',
    params: {},
    kind: inUnits ? 'changed' : 'missing',
    pointer: '/capacityWeight',
    line,
    fixes: inUnits ? fixes : [{ id: 'enter', kind: 'enter' }],
    needsChoice: true,
  });
  return null;
}

const capacityTypes = {
  INHERITED: 'channel',
  INTERRUPTIBLE: 'interruptible',
  NOT_INTERRUPTIBLE: 'primary',
} as const;

function capacityTypeOf(reader: ElementReader): string {
  const element = reader.only('capacityType', '/capacityType');
  const value = element?.text.trim() ?? '';
  if (!element || value === '') {
    if (!element) reader.assume('/capacityType', 'capacityType', 'INHERITED');
    return 'channel';
  }
  const known = Object.entries(capacityTypes).find(([name]) => name === value.replaceAll(' ', '_'));
  if (known) {
    if (known[0] !== value)
      reader.remark({
        code: 'capacityTypeSpelling',
        params: { value: value.slice(0, 80) },
        kind: 'changed',
        pointer: '/capacityType',
        line: element.line,
      });
    return known[1];
  }
  reader.account(element, 'changed');
  reader.remark({
    code: 'capacityTypeUnknown',
    params: { value: value.slice(0, 80) },
    kind: 'changed',
    pointer: '/capacityType',
    line: element.line,
    fixes: Object.values(capacityTypes).map((one) => ({ id: one, kind: 'use', value: one })),
    needsChoice: true,
  });
  return 'channel';
}

const models = { LEAST_ACTIVE: 'leastActive', MOST_AVAILABLE: 'mostAvailable' } as const;

function modelOf(reader: ElementReader): string {
  const element = reader.only('routingModel', '/model');
  const value = element?.text.trim() ?? '';
  if (value === 'LEAST_ACTIVE' || value === 'MOST_AVAILABLE') return models[value];
  const fixes: Fix[] = Object.values(models).map((model) => ({ id: model, kind: 'use', value: model }));
  if (element) reader.account(element, 'changed');
  reader.remark({
    code: value === 'EXTERNAL_ROUTING' ? 'modelExternal' : 'modelUnknown',
    params: value === 'EXTERNAL_ROUTING' ? {} : { value: value.slice(0, 80) },
    kind: 'changed',
    pointer: '/model',
    line: (element ?? reader.root).line,
    fixes: [...fixes, { id: 'leaveOut', kind: 'leaveOut' }],
    needsChoice: true,
  });
  return 'leastActive';
}
