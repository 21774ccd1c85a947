import type { RemarkCode } from '../../../src/domain/import/import-plan.ts';

/**
 * The sentences of the remarks of an import in another language. `{names}` are parameters of the remark. The English
 * sentences are in `src/domain/import/`.
 */
export type RemarkWords = Readonly<Record<RemarkCode, string>>;
