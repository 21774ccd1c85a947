import { defineConfig } from 'oxfmt';

export default defineConfig({
  singleQuote: true,
  printWidth: 110,
  // Ours are in the order of npm's documentation.
  sortPackageJson: false,
  ignorePatterns: [
    // Written by their own tools.
    'package-lock.json',
    'custom-elements.json',
    'server/database/migrations/meta',
    // Lines of prose break where its author breaks them.
    '*.md',
  ],
});
