import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';

/** A code block of the docs. */
interface CodeBlock {
  readonly page: string;
  readonly language: string;
  readonly code: string;
}

/** The pages for hosts. */
const pages = ['README.md', 'docs/embedding.md', 'docs/theming.md'];

/** Their code blocks, in order. */
export const blocks: readonly CodeBlock[] = pages.flatMap((page) =>
  [...readFileSync(page, 'utf8').matchAll(/^```(\w*)\n(.*?)^```$/gms)].map(
    ([, language = '', code = '']) => ({
      page,
      language,
      code,
    }),
  ),
);

/** The only block of a page that contains this text. */
export function block(page: string, text: string): string {
  const found = blocks.filter((one) => one.page === page && one.code.includes(text));
  expect(found, `blocks of ${page} with ${text}`).toHaveLength(1);
  return found[0]?.code ?? '';
}
