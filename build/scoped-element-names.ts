import { globSync, readFileSync } from 'node:fs';
import MagicString from 'magic-string';
import type { Plugin } from 'vite';

/** The elements for hosts, which keep their names. */
export const publicElements = [
  'omni-channel-panel',
  'omni-channel',
  'omni-presence',
  'omni-requests',
  'omni-work',
  'omni-wrap-up',
  'omni-log',
  'omni-presence-setup',
];

/** The names of all elements in components/, public ones included. */
function elementNames(): string[] {
  const defined = /@customElement\('([^']+)'\)/g;
  return globSync('components/**/*.ts', { exclude: ['**/*.stories.ts', '**/story-contexts.ts'] })
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(defined)])
    .map(([, name = '']) => name)
    .sort();
}

/**
 * Gives every inner element of a bundle a name that contains the package's version and the bundle, such as
 * `omni-work-list-1-2-0-npm`: a page has only one registry of elements, and a host with an `omni-work-list` of its own,
 * two versions of the package, or the panel beside Setup must not get each other's elements.
 */
export function scopedElementNames(bundle: string): Plugin {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  const scope = `${version}-${bundle}`.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const inner = elementNames().filter((name) => !publicElements.includes(name));
  // Whole names only: events have longer ones, and custom properties may have the same.
  const names = new RegExp(`(?<![\\w-])(?:${inner.join('|')})(?![\\w-])`, 'g');
  return {
    name: 'scoped-element-names',
    apply: 'build',
    transform: {
      filter: { id: { include: /\.ts$/, exclude: /node_modules/ }, code: /omni-/ },
      handler(code) {
        const scoped = new MagicString(code);
        scoped.replaceAll(names, (name) => `${name}-${scope}`);
        return scoped.hasChanged()
          ? { code: scoped.toString(), map: scoped.generateMap({ hires: true }) }
          : null;
      },
    },
  };
}
