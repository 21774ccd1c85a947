import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import boundaries from 'eslint-plugin-boundaries';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import lit from 'eslint-plugin-lit';
import wc from 'eslint-plugin-wc';
import typescript from 'typescript-eslint';
import { importTable } from './build/import-table.ts';

export default defineConfig(
  globalIgnores(['dist', 'storybook-static', 'test-results', 'playwright-report', 'server/drizzle']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.js'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly' } },
  },
  {
    files: ['**/*.ts'],
    extends: [
      typescript.configs.strictTypeChecked,
      typescript.configs.stylisticTypeChecked,
      lit.configs['flat/recommended'],
      wc.configs['flat/best-practice'],
    ],
    plugins: { 'import-x': importX },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    settings: {
      // Without these two the cycle rule does not look into TypeScript files, and finds nothing.
      'import-x/extensions': ['.ts', '.js'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
      'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.js', '.json'] })],
    },
    rules: {
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      '@typescript-eslint/no-misused-spread': [
        'error',
        { allow: [{ from: 'lib', name: 'string' }, 'string'] },
      ],
      // It also calls for the removal of assertions that widen a type on purpose, and its fix does not compile.
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      // A one-line callback reads better without braces, and a Hono app is not a class instance to protect.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // The decorator does it.
      'wc/define-tag-after-class-definition': 'off',
      'wc/guard-define-call': 'off',
      'wc/no-self-class': 'off',
    },
  },
  {
    files: ['**/*.{ts,js}'],
    rules: {
      'no-console': ['error', { allow: ['warn', 'error', 'info'] }],
      'max-lines': ['error', { max: 400 }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['**/*.ts'],
    plugins: { boundaries },
    ...importTable,
    settings: {
      ...importTable.settings,
      'import/resolver': { node: { extensions: ['.ts', '.js', '.json'] } },
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
);
