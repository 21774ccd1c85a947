import js from '@eslint/js';
import { defineConfig, type DummyRuleMap } from 'oxlint';
import typescript from 'typescript-eslint';

/** What is on in presets of ESLint and typescript-eslint: oxlint has those rules, and knows them by the same names. */
function rulesOf(...presets: { rules?: object }[]): DummyRuleMap {
  const rules = Object.assign({}, ...presets.map((preset) => preset.rules)) as DummyRuleMap;
  // What these two forbid does not parse in a module.
  const missing = ['no-octal', 'no-dupe-args'];
  const isOn = ([name, level]: [string, unknown]) =>
    level !== 'off' && level !== 0 && !missing.includes(name);
  return Object.fromEntries(Object.entries(rules).filter(isOn));
}

const core = [
  js.configs.recommended,
  // ESLint looks there unless told otherwise, oxlint does not.
  { rules: { 'no-irregular-whitespace': ['error', { skipRegExps: false, skipTemplates: false }] } },
];

export default defineConfig({
  plugins: ['typescript', 'import'],
  // The presets choose, not oxlint.
  categories: { correctness: 'off' },
  options: {
    typeAware: true,
    denyWarnings: true,
    reportUnusedDisableDirectives: 'error',
    // Those are meant for ESLint: here they would count as unused.
    respectEslintDisableDirectives: false,
  },
  ignorePatterns: [
    'dist',
    'storybook-static',
    'test-results',
    'playwright-report',
    'docs/api',
    // Projects of their own, whose packages are not here.
    'examples',
    'server/drizzle',
  ],
  rules: {
    'no-console': ['error', { allow: ['warn', 'error', 'info'] }],
    'max-lines': ['error', { max: 400, skipComments: true, skipBlankLines: true }],
    eqeqeq: ['error', 'always', { null: 'ignore' }],
  },
  overrides: [
    {
      files: ['**/*.js'],
      globals: { process: 'readonly', console: 'readonly' },
      rules: rulesOf(...core),
    },
    {
      files: ['test/helpers/signal-recorder.js'],
      globals: {
        AudioWorkletProcessor: 'readonly',
        currentFrame: 'readonly',
        registerProcessor: 'readonly',
        sampleRate: 'readonly',
      },
    },
    {
      files: ['assets/notification-worker.js'],
      globals: {
        MessageChannel: 'readonly',
        addEventListener: 'readonly',
        clearTimeout: 'readonly',
        clients: 'readonly',
        setTimeout: 'readonly',
      },
    },
    {
      files: ['assets/watchdog.js'],
      globals: {
        addEventListener: 'readonly',
        clearTimeout: 'readonly',
        postMessage: 'readonly',
        setTimeout: 'readonly',
      },
    },
    {
      files: ['**/*.ts'],
      rules: {
        ...rulesOf(
          ...core,
          ...typescript.configs.strictTypeChecked,
          ...typescript.configs.stylisticTypeChecked,
          {
            rules: {
              // It also calls for the removal of assertions that widen a type on purpose, and its fix does not compile.
              '@typescript-eslint/no-unnecessary-type-assertion': 'off',
              // A one-line callback reads better without braces, and a Hono app is not a class instance to protect.
              '@typescript-eslint/no-confusing-void-expression': 'off',
              '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
            },
          },
        ),
        'import/no-cycle': ['error', { ignoreExternal: true, ignoreTypes: false }],
        '@typescript-eslint/consistent-type-imports': 'error',
        '@typescript-eslint/restrict-template-expressions': [
          'error',
          { allowNumber: true, allowBoolean: true },
        ],
        '@typescript-eslint/no-unused-vars': [
          'error',
          {
            argsIgnorePattern: '^_',
            varsIgnorePattern: '^_',
            ignoreRestSiblings: true,
            reportVarsOnlyUsedAsTypes: true,
          },
        ],
        '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
        '@typescript-eslint/no-misused-spread': [
          'error',
          { allow: [{ from: 'lib', name: 'string' }, 'string'] },
        ],
      },
    },
    {
      files: ['test/**/*.ts'],
      rules: {
        // A chai assertion is an expression, and a test may know more than the compiler.
        '@typescript-eslint/no-unused-expressions': 'off',
        '@typescript-eslint/no-non-null-assertion': 'off',
        // A fixture without needs is written so; Playwright reads the pattern.
        'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }],
        '@typescript-eslint/no-floating-promises': [
          'error',
          {
            allowForKnownSafeCalls: [
              // node:test waits for these by itself.
              { from: 'package', package: 'node:test', name: ['test', 'it', 'describe', 'suite'] },
              // Only its snapshots are asynchronous, whatever its types say of `equal`.
              { from: 'package', package: '@open-wc/semantic-dom-diff', name: ['Equal'] },
            ],
          },
        ],
      },
    },
  ],
});
