/**
 * The text as a sentence: with a full stop, unless it ends like one. Subjects come from customers, with or without; one
 * that ends in Japanese or Chinese gets the full stop of those.
 */
export function sentence(text: string): string {
  const said = text.trimEnd();
  if (/[.!?…؟。！？][\p{Pf}」』]?$/u.test(said)) return said;
  return said + (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー」』）]$/u.test(said) ? '。' : '.');
}
