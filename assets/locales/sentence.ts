/** The text as a sentence: with a full stop, unless it ends like one. Subjects come from customers, with or without. */
export function sentence(text: string): string {
  return /[.!?…؟。]\p{Pf}?$/u.test(text.trimEnd()) ? text.trimEnd() : `${text.trimEnd()}.`;
}
