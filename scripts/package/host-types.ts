import { fields, type ElementDoc } from './element-doc.ts';

type Types = (elements: readonly ElementDoc[]) => string;

const quoted = (name: string) => (/^[a-z]\w*$/i.test(name) ? name : `'${name}'`);
const lines = (all: readonly string[], indent = '  ') => all.map((line) => indent + line).join('\n');
const camelCase = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
const names = (elements: readonly ElementDoc[]) => elements.map(({ name }) => name);

/** The imports of the elements' classes. */
const classes = (elements: readonly ElementDoc[]) => {
  const isSetup = ({ tagName }: ElementDoc) => tagName === 'omni-presence-setup';
  return [
    `import type { ${names(elements.filter((one) => !isSetup(one))).join(', ')} } from '../src/index.js';`,
    `import type { ${names(elements.filter(isSetup)).join(', ')} } from '../src/setup/index.js';`,
  ];
};

/** What hosts set on each element, by property and by attribute, and the events it dispatches. */
export const elementTypes: Types = (elements) =>
  `${[
    ...classes(elements),
    ...elements.flatMap((element) => [
      '',
      `/** What a host sets on <${element.tagName}>; all of it may come later. */`,
      `export interface ${element.name}Props {`,
      lines([
        ...fields(element).map(({ name }) => `${name}?: ${element.name}['${name}'] | undefined;`),
        ...(element.attributes ?? [])
          .filter(({ name, fieldName }) => name !== fieldName)
          .map(({ name, fieldName }) => `${quoted(name)}?: ${element.name}['${fieldName}'] | undefined;`),
      ]),
      '}',
      '',
      `/** The events of <${element.tagName}>. */`,
      `export interface ${element.name}Events {`,
      lines((element.events ?? []).map(({ name }) => `'${name}': HTMLElementEventMap['${name}'];`)),
      '}',
    ]),
  ].join('\n')}\n`;

const imports = (elements: readonly ElementDoc[]) =>
  [
    ...classes(elements),
    `import type { ${names(elements)
      .flatMap((name) => [`${name}Events`, `${name}Props`])
      .join(', ')} } from './elements.js';`,
  ].join('\n');

/** Listeners as properties, named by a prefix and the event. */
const listeners =
  'type Listeners<Events, Prefix extends string> = {\n  [Name in keyof Events & string as `${Prefix}${Name}`]?: (event: Events[Name]) => void;\n};';

const prefixed =
  'type Prefixed<Props, Prefix extends string> = {\n  [Name in keyof Props & string as `${Prefix}${Name}`]?: Props[Name];\n};';

/** The JSX of a framework. */
interface JsxOf {
  readonly module: string;
  /** The type of an element's common attributes. */
  readonly common: (name: string) => string;
  /** What the names of listeners begin with. */
  readonly prefix: string;
  /** What the names of properties may begin with. */
  readonly property?: string;
}

const jsx =
  ({ module, common, prefix, property }: JsxOf): Types =>
  (elements) =>
    `${[
      `import type * as Framework from '${module}';`,
      imports(elements),
      '',
      listeners,
      ...(property ? [prefixed] : []),
      '',
      `declare module '${module}' {`,
      '  namespace JSX {',
      '    interface IntrinsicElements {',
      lines(
        elements.map(
          ({ tagName, name }) =>
            `'${tagName}': Omit<${common(name)}, keyof ${name}Props> & ${name}Props & Listeners<${name}Events, '${prefix}'>${property ? ` & Prefixed<${name}Props, '${property}'>` : ''};`,
        ),
        '      ',
      ),
      '    }',
      '  }',
      '}',
    ].join('\n')}\n`;

/** The types of each framework, loaded with `import type {} from 'omni-channel-panel/types/react'`. */
export const frameworkTypes: Readonly<Record<string, Types>> = {
  react: jsx({
    module: 'react',
    common: (name) => `Framework.DetailedHTMLProps<Framework.HTMLAttributes<${name}>, ${name}>`,
    prefix: 'on',
  }),
  preact: jsx({ module: 'preact', common: (name) => `Framework.HTMLAttributes<${name}>`, prefix: 'on' }),
  solid: jsx({
    module: 'solid-js',
    common: (name) => `Framework.JSX.HTMLAttributes<${name}>`,
    prefix: 'on:',
    property: 'prop:',
  }),
  vue: (elements) =>
    `${[
      "import type { HTMLAttributes, ReservedProps } from 'vue';",
      imports(elements).split('\n').at(-1) ?? '',
      '',
      "declare module 'vue' {",
      '  interface GlobalComponents {',
      lines(
        elements.map(
          ({ tagName, name, events = [] }) =>
            `'${tagName}': new () => { $props: ReservedProps & Omit<HTMLAttributes, keyof ${name}Props> & ${name}Props & {\n${lines(
              events.map(
                (event) =>
                  `on${camelCase(`-${event.name}`)}?: (event: ${name}Events['${event.name}']) => void;`,
              ),
              '      ',
            )}\n    } };`,
        ),
        '    ',
      ),
      '  }',
      '}',
    ].join('\n')}\n`,
  svelte: (elements) =>
    `${[
      "import type { HTMLAttributes } from 'svelte/elements';",
      imports(elements),
      '',
      listeners,
      '',
      "declare module 'svelte/elements' {",
      '  interface SvelteHTMLElements {',
      lines(
        elements.map(
          ({ tagName, name }) =>
            `'${tagName}': Omit<HTMLAttributes<${name}>, keyof ${name}Props> & ${name}Props & Listeners<${name}Events, 'on'>;`,
        ),
        '    ',
      ),
      '  }',
      '}',
    ].join('\n')}\n`,
};
