import type { Linter } from 'eslint';

/**
 * Which layer may import which, as a lint rule (see docs/architecture.md). Anything not listed is an error. The first
 * match wins, so special cases come before their folder.
 */
const folders = {
  'src/index': 'src/index.ts',
  'src/console': 'src/console/**',
  'src/react': 'src/react.ts',
  'src/setup-entry': 'src/setup/index.ts',
  'src/no-document': 'src/no-document.ts',
  'src/contexts': 'src/contexts.ts',
  'src/events': 'src/events/**',
  'src/errors': 'src/errors.ts',
  'src/ringer': 'src/platform/sound/ringer.ts',
  'src/archive': 'src/platform/archive.ts',
  // The messages on the wire, which both sides use.
  'src/messages': 'src/protocol/{messages*,close-reasons}.ts',
  'src/domain': 'src/domain/**',
  'src/sound-check': 'src/sound-check/**',
  'src/protocol': 'src/protocol/**',
  'src/platform': 'src/platform/**',
  'src/stores': 'src/stores/**',
  'src/services': 'src/services/**',
  'src/controllers': 'src/controllers/**',
  'src/setup': 'src/setup/**',
  'src/preview': 'src/preview/**',
  'src/testing': 'src/testing/**',
  stories: 'components/**/*.stories.ts',
  'components/panel-root': 'components/panel/{channel,channel-panel}/**',
  'components/setup-root': 'components/setup/presence-setup/**',
  'components/preview-root': 'components/setup/setup-preview/**',
  'components/setup': 'components/setup/**',
  components: 'components/**',
  assets: 'assets/**',
  demo: 'demo/**',
  'fake-backend': 'test/fake-backend/**',
  server: 'server/**',
};

const archiveAndRinger = ['src/archive', 'src/ringer'];
const platform = ['src/platform', ...archiveAndRinger];
const protocol = ['src/protocol', 'src/messages'];
const setupComponents = ['components/setup', 'components/setup-root', 'components/preview-root'];
const anyComponent = ['components', 'components/panel-root', ...setupComponents];
const vocabulary = ['src/contexts', 'src/events'];
const forElements = ['src/domain', ...vocabulary, 'src/controllers', 'assets', ...anyComponent];
const forRoots = [
  'src/domain',
  'src/sound-check',
  'src/stores',
  'src/services',
  'src/controllers',
  'src/setup',
  'src/preview',
  'src/console',
  'src/errors',
  ...vocabulary,
  ...platform,
  ...protocol,
];
const lit = ['lit', 'lit/**', '@lit/context'];

/** An importing layer with the folders and packages it may import, and those only as types or only lazily. */
interface Line {
  who: string[];
  may?: string[];
  packages?: string[];
  types?: string[];
  lazily?: string[];
}

const table: Line[] = [
  { who: ['src/domain'], may: ['src/domain'], packages: ['valibot'] },
  { who: ['src/sound-check'], may: ['src/sound-check', 'src/domain'] },
  { who: protocol, may: [...protocol, 'src/domain'], packages: ['valibot'] },
  { who: platform, may: [...platform, 'src/domain'] },
  { who: ['src/ringer'], packages: ['howler'] },
  { who: ['src/archive'], packages: ['idb'] },
  { who: ['src/stores'], may: ['src/stores', 'src/domain'], types: ['src/messages'] },
  {
    who: ['src/services'],
    may: ['src/services', 'src/domain', 'src/stores', 'src/events', 'src/errors', ...protocol, ...platform],
    types: ['src/sound-check'],
    lazily: ['src/sound-check'],
  },
  // The clock comes by context: its key is in contexts, its type in domain.
  {
    who: ['src/controllers'],
    may: ['src/controllers', 'src/stores', 'src/domain', 'src/contexts'],
    packages: lit,
  },
  { who: vocabulary, may: ['src/domain'], types: ['src/stores'] },
  { who: ['src/errors'], types: ['src/domain', 'src/messages'] },
  // The context key of the texts needs their type.
  { who: ['src/contexts'], packages: ['@lit/context'], types: ['assets'] },
  { who: anyComponent, may: forElements, packages: lit },
  // Only Setup has long lists.
  { who: setupComponents, packages: ['@tanstack/lit-virtual'] },
  { who: ['components/panel-root'], may: ['src/console', 'src/errors'] },
  { who: ['components/setup-root'], may: ['src/setup'] },
  { who: ['components/preview-root'], may: ['src/preview'] },
  {
    who: ['src/console', 'src/setup', 'src/setup-entry', 'src/preview'],
    may: forRoots,
    packages: ['valibot', ...lit],
  },
  { who: ['src/console'], may: ['assets'] },
  // The entry points that a host imports.
  { who: ['src/setup-entry'], may: anyComponent, types: ['assets'] },
  {
    who: ['src/index'],
    may: ['src/console', 'src/events', 'src/errors', 'src/no-document', ...anyComponent],
    types: ['src/domain', 'assets'],
  },
  {
    who: ['src/testing'],
    may: ['src/testing', 'src/preview', 'src/domain'],
    types: ['src/index', 'src/protocol'],
  },
  { who: ['src/react'], may: ['src/index', 'src/events'], packages: ['@lit/react', 'react'] },
  {
    who: ['stories'],
    may: [...anyComponent, 'src/index', 'fake-backend', 'assets'],
    packages: ['lit', 'lit/**', '@storybook/web-components-vite', 'storybook/**'],
  },
  { who: ['demo'], may: ['demo', 'src/index', 'src/setup-entry', 'assets'] },
  { who: ['server', 'fake-backend'], may: ['src/domain', 'src/messages', 'src/sound-check'] },
  { who: ['server'], may: ['server'], packages: ['**'] },
  { who: ['fake-backend'], may: ['fake-backend'], packages: ['msw', 'valibot'] },
  { who: ['assets'], may: ['assets', 'src/domain'], packages: ['lit'] },
];

const files = (categories: string[]) => ({ file: { categories: { anyOf: categories } } });

function policies({ who, may = [], packages = [], types = [], lazily = [] }: Line) {
  const from = files(who);
  const allow = (to: object, dependency?: object) => ({
    from,
    allow: { to, ...(dependency && { dependency }) },
  });
  return [
    may.length > 0 && allow(files(may)),
    types.length > 0 && allow(files(types), { kind: 'type' }),
    lazily.length > 0 && allow(files(lazily), { nodeKind: 'dynamic-import' }),
    ...packages.map((name) => allow({ module: { source: name } })),
  ].filter(Boolean);
}

export const importTable: { settings: Record<string, unknown>; rules: Linter.RulesRecord } = {
  settings: {
    'boundaries/files': Object.entries(folders).map(([category, pattern]) => ({ category, pattern })),
    'boundaries/files-single-match': true,
    'boundaries/include': [
      'src/**',
      'components/**',
      'assets/**',
      'demo/**',
      'server/**',
      'test/fake-backend/**',
    ],
    'boundaries/dependency-nodes': ['import', 'export', 'dynamic-import'],
    'boundaries/legacy-templates': false,
  },
  rules: {
    'boundaries/dependencies': [
      'error',
      {
        default: 'disallow',
        checkAllOrigins: true,
        checkUnknownLocals: true,
        checkInternals: true,
        policies: table.flatMap(policies),
      },
    ],
    'boundaries/no-unknown-files': 'error',
  },
};
