import { applies, cleared, type SettingContext } from '../../domain/configuration/dependent-settings.ts';
import { deriveDeveloperName } from '../../domain/setup/developer-name.ts';
import { withValue, type Fields } from '../../domain/pointers.ts';
import { presenceConfigurationSchema } from '../../domain/configuration/presence-configuration.ts';
import { setupRecordSchemas } from '../../domain/setup/setup-api.ts';
import { check, type Violation } from '../../domain/violations.ts';
import type { Resource } from '../client.ts';
import type { Choices } from '../stores/choices.ts';
import type { Editing, EditingStore, People } from '../stores/editing.ts';

/** The user changed a field. */
export function changeField(editing: EditingStore, pointer: string, value: unknown): void {
  const { editing: open } = editing.state;
  if (!open) return;
  let draft = withValue(open.draft, pointer, value);
  const ownDeveloperName = open.ownDeveloperName || pointer === '/developerName';
  const isName = pointer === '/name' || pointer === '/label';
  if (isName && !ownDeveloperName && 'developerName' in draft)
    draft = withValue(draft, '/developerName', deriveDeveloperName(String(value)));
  const refused = open.refused.filter((violation) => !isWithin(violation.pointer, pointer));
  editing.update({
    draft,
    ownDeveloperName,
    refused,
    failure: null,
    isSaved: false,
    isUndone: false,
    moved: null,
  });
}

/** The user left a field: from now on its problem is shown. */
export function leaveField(editing: EditingStore, pointer: string): void {
  const { editing: open } = editing.state;
  if (open && !open.left.has(pointer)) editing.update({ left: new Set([...open.left, pointer]) });
}

/** The user changed the assignments. */
export function changePeople(editing: EditingStore, people: Partial<People>): void {
  const { editing: open } = editing.state;
  if (!open) return;
  editing.update({
    people: { ...open.people, ...people },
    isSaved: false,
    isUndone: false,
    moved: null,
    failure: null,
  });
}

/** The other records that determine which settings apply. */
function settingContextOf(choices: Choices): SettingContext {
  const routing = choices['routing-configurations'] ?? [];
  return {
    somePushTimeout: routing.some(({ pushTimeoutSeconds }) => typeof pushTimeoutSeconds === 'number'),
  };
}

/** The fields of a record as they are saved. */
export function savedFields(draft: Fields, choices: Choices): Fields {
  return cleared(draft, settingContextOf(choices));
}

/** Whether a field of the open record applies. */
export function fieldApplies({ draft }: Editing, pointer: string, choices: Choices): boolean {
  return applies(pointer, draft, settingContextOf(choices));
}

/** All rule violations of the record: those found in the browser, and those the server reported. */
export function violationsOf({ resource, draft, refused }: Editing, choices: Choices): Violation[] {
  const own = checkFields(resource, savedFields(draft, choices));
  const known = new Set(own.map(({ pointer }) => pointer));
  return [...own, ...refused.filter(({ pointer }) => !known.has(pointer))];
}

function checkFields(resource: Resource, fields: Fields): readonly Violation[] {
  const schema =
    resource === 'presence-configurations' ? presenceConfigurationSchema : setupRecordSchemas[resource];
  const checked = check(schema, fields);
  return checked.ok ? [] : checked.violations;
}

/** Whether a field shows this violation: it concerns the field itself or something within it. */
export function isWithin(violation: string, pointer: string): boolean {
  return violation === pointer || violation.startsWith(`${pointer}/`);
}
