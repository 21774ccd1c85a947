import manifest from '../custom-elements.json';

/** What the manifest says of an element, as far as the book shows it. */
interface Declaration {
  readonly tagName?: string;
  readonly members?: readonly Member[];
  readonly events?: readonly Documented[];
  readonly slots?: readonly Documented[];
  readonly cssParts?: readonly Documented[];
  readonly cssProperties?: readonly Documented[];
}
interface Documented {
  readonly name?: string;
  readonly description?: string;
  readonly default?: string;
  readonly type?: { readonly text: string };
}
interface Member extends Documented {
  readonly kind: string;
  readonly privacy?: string;
  readonly static?: boolean;
  readonly readonly?: boolean;
}

const declarations = new Map(
  (manifest.modules as readonly { readonly declarations?: readonly Declaration[] }[])
    .flatMap(({ declarations: all = [] }) => all)
    .flatMap((declaration) => (declaration.tagName ? [[declaration.tagName, declaration] as const] : [])),
);

/** The public properties of an element that a control can set. */
export const propertiesOf = (tag: string): readonly Member[] =>
  (declarations.get(tag)?.members ?? []).filter(
    ({ kind, privacy, static: isStatic, readonly, name }) =>
      kind === 'field' && !privacy && !isStatic && !readonly && name !== 'shadowRootOptions',
  );

/** The names of the events that an element says it fires. */
export const eventsOf = (tag: string): readonly string[] => namesOf(declarations.get(tag)?.events);

/** The rows of an element's table in Storybook, with a control for each property that text can express. */
export function argTypesOf(tag: string): Record<string, object> {
  const { events, slots, cssParts, cssProperties } = declarations.get(tag) ?? {};
  const rows = (category: string, all: readonly Documented[] = []) =>
    all.flatMap(({ name, description, default: initial }) =>
      name === undefined && category !== 'slots'
        ? []
        : [
            [
              `${category}: ${name ?? ''}`,
              {
                name: name === '' || name === undefined ? '(default)' : name,
                description,
                control: false,
                table: { category, ...(initial && { defaultValue: { summary: initial } }) },
              },
            ] as const,
          ],
    );
  return Object.fromEntries<object>([
    ...propertiesOf(tag).map((member) => [member.name ?? '', property(member)] as const),
    ...rows('events', events),
    ...rows('slots', slots),
    ...rows('parts', cssParts),
    ...rows('custom properties', cssProperties),
  ]);
}

const namesOf = (all: readonly Documented[] = []) => all.flatMap(({ name }) => name ?? []);

function property({ name, description, type, default: initial }: Member) {
  const text = type?.text ?? '';
  const options = optionsOf(text);
  return {
    name,
    description,
    control: options ? { type: 'select' } : control(text),
    ...(options && { options }),
    table: {
      category: 'properties',
      type: { summary: text },
      ...(initial && { defaultValue: { summary: initial } }),
    },
  };
}

/** The values of a union of texts, as in `'docked' | 'inline'`. */
function optionsOf(text: string): readonly string[] | undefined {
  const parts = text.split('|').map((part) => part.trim());
  return parts.every((part) => /^'[^']*'$/.test(part)) ? parts.map((part) => part.slice(1, -1)) : undefined;
}

/** Functions, and what a host has to construct, are no text that a control could hold. */
const constructed = /Adapter|Registration|Token|Address|=>|SoundsFrom|Preview\b|Strings|Words/;

function control(text: string): false | { readonly type: string } {
  const [plain = ''] = text
    .replace(/\| *(?:null|undefined)/g, '')
    .trim()
    .split(' ');
  if (constructed.test(text)) return false;
  if (plain === 'boolean') return { type: 'boolean' };
  if (plain === 'number' || plain === 'Instant') return { type: 'number' };
  return { type: plain === 'string' || plain.endsWith("['status']") ? 'text' : 'object' };
}
