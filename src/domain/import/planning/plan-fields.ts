import type * as v from 'valibot';
import { cleared } from '../../configuration/dependent-settings.ts';
import { presenceConfigurationSchema } from '../../configuration/presence-configuration.ts';
import { differences, valueAt, withValue, type Fields } from '../../pointers.ts';
import { deriveDeveloperName } from '../../setup/developer-name.ts';
import { setupRecordSchemas } from '../../setup/setup-api.ts';
import { check, type Violation } from '../../violations.ts';
import type { AnyRemark } from './any-remark.ts';
import type { ElementReader } from '../mapping/element-reader.ts';
import type { ImportedResource } from '../here.ts';
import type { Choice, Fix } from '../import-plan.ts';

interface Drafting {
  readonly resource: ImportedResource;
  readonly reader: ElementReader;
  readonly somePushTimeout: boolean;
  /** A Developer Name that no other record has. */
  readonly freeName: (derived: string) => string;
  /** What was chosen for a remark. */
  readonly chosen: (remark: AnyRemark) => Choice | null;
}

/**
 * The fields as they would be written: what is chosen is in them, settings whose condition is off are cleared, and each
 * violated rule has a remark with the nearest value that is allowed.
 */
export function draftFields(
  mapped: Fields,
  { resource, reader, somePushTimeout, freeName, chosen }: Drafting,
): { fields: Fields; remarks: AnyRemark[]; rejected: ReadonlySet<string> } {
  let fields = mapped;
  const remarks: AnyRemark[] = [...reader.remarks];
  const apply = (remark: AnyRemark): boolean => {
    const choice = chosen(remark);
    const fix = choice && (remark.fixes ?? []).find(({ id }) => id === choice.fix);
    if (!fix || fix.kind === 'leaveOut' || fix.kind === 'create' || remark.pointer === undefined)
      return false;
    fields = withValue(fields, fix.pointer ?? remark.pointer, fix.kind === 'use' ? fix.value : choice.value);
    return true;
  };
  for (const remark of remarks) apply(remark);
  const clear = () => {
    const kept = cleared(fields, { somePushTimeout });
    for (const pointer of differences(fields, kept)) {
      const source = reader.sources.get(pointer);
      if (!source || source.line === null) continue;
      const isPush = pointer === '/statusOnPushTimeoutId';
      remarks.push({
        code: isPush ? 'noPushTimeout' : 'inactive',
        params: { element: source.element },
        kind: 'cleared',
        pointer,
        line: source.line,
      });
      reader.clear(pointer);
    }
    fields = kept;
  };
  clear();
  const reported = new Set(
    remarks.flatMap(({ needsChoice, pointer }) => (needsChoice ? (pointer ?? []) : [])),
  );
  const isReported = (pointer: string) =>
    [...reported].some((one) => pointer === one || pointer.startsWith(`${one}/`));
  // A value that was chosen is checked like any other: a second round finds what is wrong with it.
  for (let round = 0; round < 3; round += 1) {
    const violations = violationsIn(resource, fields).filter(({ pointer }) => !isReported(pointer));
    let isChanged = false;
    for (const violation of violations) {
      const { pointer } = violation;
      const source = reader.sources.get(pointer) ?? reader.sources.get(`/${pointer.split('/')[1] ?? ''}`);
      const remark: AnyRemark = {
        violation,
        params: { ...violation.params, found: source?.text ?? '' },
        kind: 'changed',
        pointer,
        ...(source?.line != null && { line: source.line }),
        fixes: fixesFor(violation, fields, freeName),
        needsChoice: true,
      };
      reported.add(pointer);
      remarks.push(remark);
      isChanged = apply(remark) || isChanged;
    }
    if (!isChanged) break;
    clear();
  }
  // What was chosen may break a rule itself: then it is as if nothing was chosen.
  const rejected = new Set(violationsIn(resource, fields).map(({ pointer }) => pointer));
  return { fields, remarks, rejected };
}

/** What breaks the rules of Setup, as far as no other record is needed to see it. */
function violationsIn(resource: ImportedResource, fields: Fields): readonly Violation[] {
  const schema: v.GenericSchema =
    resource === 'presence-configurations' ? presenceConfigurationSchema : setupRecordSchemas[resource];
  const checked = check(schema, fields);
  return checked.ok ? [] : checked.violations;
}

function fixesFor(violation: Violation, fields: Fields, freeName: Drafting['freeName']): Fix[] {
  const enter: Fix = { id: 'enter', kind: 'enter' };
  if (violation.rule === 'declineOrAutomatic')
    return [
      { id: 'noDecline', kind: 'use', value: false },
      { id: 'notAutomatic', kind: 'use', value: false, pointer: '/automaticallyAccept' },
    ];
  const nearest = nearestTo(violation, valueAt(fields, violation.pointer), freeName, fields);
  return nearest === null ? [enter] : [{ id: 'nearest', kind: 'use', value: nearest }, enter];
}

/** The nearest value that is allowed; `null` if nothing is near. */
function nearestTo(
  { rule, params, pointer }: Violation,
  value: unknown,
  freeName: Drafting['freeName'],
  fields: Fields,
): unknown {
  if (pointer === '/developerName')
    return freeName(
      deriveDeveloperName(String(value)) || deriveDeveloperName(String(fields.name ?? fields.label)),
    );
  const min = typeof params.min === 'number' ? params.min : 0;
  const max = typeof params.max === 'number' ? params.max : Number.POSITIVE_INFINITY;
  if (typeof value === 'number' && Number.isFinite(value)) {
    const within = Math.min(max, Math.max(min, value));
    if (rule === 'wholeNumber') return Math.round(within);
    if (rule === 'weightUnits' || rule === 'weightPercent') return Math.round(within * 100) / 100;
  }
  if (rule === 'maxLength' && typeof value === 'string') return value.slice(0, max).trim();
  if (rule === 'notEmpty' && (pointer === '/name' || pointer === '/label')) {
    const words = String(fields.developerName).replaceAll('_', ' ').trim().slice(0, 80);
    return words === '' ? null : words;
  }
  return null;
}
