import { action } from 'storybook/actions';
import { eventsOf, propertiesOf } from './arg-types.ts';

type Args = Readonly<Record<string, unknown>>;

/** Characters of JSON: what is longer is no text that anybody edits in a control. */
const EDITABLE = 4000;

/** The values that a story's element has, for the controls to show: those that survive as text. */
export function shownValues(element: Element, tag: string): Args {
  return Object.fromEntries(
    propertiesOf(tag).flatMap(({ name = '' }) => {
      const value = (element as unknown as Args)[name];
      return isEditable(value) ? [[name, value] as const] : [];
    }),
  );
}

function isEditable(value: unknown): boolean {
  if (value === undefined || typeof value === 'function') return false;
  if (value === null || typeof value !== 'object') return true;
  const text = JSON.stringify(value);
  return (
    text.length < EDITABLE && (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype)
  );
}

/** Sets what somebody has changed in the controls. */
export function applyArgs(element: Element, args: Args): void {
  for (const [name, value] of Object.entries(args))
    if (value !== undefined && name in element) (element as unknown as Record<string, unknown>)[name] = value;
}

const logged = new WeakSet<Element>();

/** Shows the element's events in the panel of actions. */
export function logEvents(element: Element, tag: string): void {
  if (logged.has(element)) return;
  logged.add(element);
  for (const name of eventsOf(tag))
    element.addEventListener(name, (event) => {
      const own = Object.entries(event).filter(([key]) => key !== 'isTrusted');
      action(name)(event instanceof CustomEvent ? (event.detail as unknown) : Object.fromEntries(own));
    });
}
