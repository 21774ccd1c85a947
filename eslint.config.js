import { defineConfig, globalIgnores } from 'eslint/config';
import boundaries from 'eslint-plugin-boundaries';
import lit from 'eslint-plugin-lit';
import wc from 'eslint-plugin-wc';
import typescript from 'typescript-eslint';
import { importTable } from './build/import-table.ts';

/** What oxlint has no rules for: it needs no types, and so does not wait for them. The rest is in oxlint.config.ts. */
export default defineConfig(
  globalIgnores([
    'dist',
    'storybook-static',
    'test-results',
    'playwright-report',
    'docs/api',
    'server/drizzle',
    'examples',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    plugins: { boundaries },
    extends: [lit.configs['flat/recommended'], wc.configs['flat/best-practice']],
    languageOptions: { parser: typescript.parser },
    settings: {
      ...importTable.settings,
      'import/resolver': { node: { extensions: ['.ts', '.js', '.json'] } },
    },
    rules: {
      ...importTable.rules,
      'no-restricted-syntax': [
        'error',
        {
          selector: 'SpreadElement > :matches(ObjectExpression, ArrayExpression)',
          message: 'Write them out: in a spread literal the compiler does not look for surplus properties.',
        },
      ],
      // The decorator does it.
      'wc/define-tag-after-class-definition': 'off',
      'wc/guard-define-call': 'off',
      'wc/no-self-class': 'off',
    },
  },
);
