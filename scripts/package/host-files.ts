import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { publicElements } from '../../build/scoped-element-names.ts';
import { fields, type ElementDoc } from './element-doc.ts';
import { exposedParts } from './exposed-parts.ts';
import * as frameworks from './host-types.ts';

/** The module of the package that defines an element. */
const moduleOf = (tagName: string) => (tagName === 'omni-presence-setup' ? 'setup.js' : 'index.js');

/**
 * Writes what editors and frameworks read, from the elements' own documentation: the manifest of the public elements
 * with the paths that the package has, the data files of VS Code and JetBrains, and the types of each framework.
 */
export function writeHostFiles(): void {
  const { modules: all } = JSON.parse(readFileSync('custom-elements.json', 'utf8')) as {
    modules: { path: string; declarations?: ElementDoc[] }[];
  };
  const documented = all.flatMap(({ declarations = [] }) => declarations);
  const elements = all.flatMap(({ path, declarations = [] }) =>
    declarations
      .filter(({ tagName }) => publicElements.includes(tagName))
      .map(publicPart)
      .map((element) => ({
        ...element,
        cssParts: [...(element.cssParts ?? []), ...exposedParts(readFileSync(path, 'utf8'), documented)],
      })),
  );
  const { name, version } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    name: string;
    version: string;
  };

  writeJson('custom-elements.json', {
    schemaVersion: '1.0.0',
    modules: elements.map((element) => {
      const path = moduleOf(element.tagName);
      const declaration = { name: element.name, module: path };
      return {
        kind: 'javascript-module',
        path,
        declarations: [element],
        exports: [
          { kind: 'js', name: element.name, declaration },
          { kind: 'custom-element-definition', name: element.tagName, declaration },
        ],
      };
    }),
  });
  writeJson('vscode.html-custom-data.json', {
    version: 1.1,
    tags: elements.map((element) => ({
      name: element.tagName,
      description: element.description,
      attributes: (element.attributes ?? []).map((attribute) => ({
        name: attribute.name,
        description: attribute.description,
        values: literals(attribute.type?.text).map((value) => ({ name: value })),
      })),
    })),
  });
  writeJson('web-types.json', {
    $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
    name,
    version,
    'description-markup': 'markdown',
    contributions: {
      html: {
        elements: elements.map((element) => ({
          name: element.tagName,
          description: element.description,
          attributes: (element.attributes ?? []).map((attribute) => ({
            name: attribute.name,
            description: attribute.description,
            value: { type: attribute.type?.text },
          })),
          slots: element.slots,
          js: {
            properties: fields(element).map((field) => ({
              name: field.name,
              description: field.description,
            })),
            events: element.events,
          },
          css: { parts: element.cssParts },
        })),
      },
    },
  });
  mkdirSync('dist/types/frameworks', { recursive: true });
  const write = (file: string, text: string) => {
    writeFileSync(`dist/types/frameworks/${file}.d.ts`, text);
  };
  write('elements', frameworks.elementTypes(elements));
  for (const [framework, types] of Object.entries(frameworks.frameworkTypes))
    write(framework, types(elements));
}

function publicPart({ superclass, ...element }: ElementDoc): ElementDoc {
  return {
    ...element,
    // Our own base classes are not in the package: what they bring is the element's own for a host.
    ...(superclass?.package ? { superclass } : {}),
    members: element.members
      .filter(({ name, privacy = 'public' }) => privacy === 'public' && !name.startsWith('#'))
      .map(({ inheritedFrom: _, ...member }) => member),
    // What an element only observes belongs to every element.
    attributes: element.attributes?.filter(({ fieldName }) => fieldName !== undefined) ?? [],
    // Some have only a class: the listeners inside the element, which are not for hosts.
    events: (element.events ?? []).filter(({ description }) => description !== undefined),
  };
}

/** The values of a union of string literals. */
function literals(type = ''): string[] {
  return [...type.matchAll(/'([^']+)'/g)].map(([, value = '']) => value);
}

function writeJson(file: string, content: unknown): void {
  writeFileSync(`dist/${file}`, `${JSON.stringify(content, null, 2)}\n`);
}
