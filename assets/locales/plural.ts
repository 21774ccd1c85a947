/** The forms of a noun by the plural rules of its language; a form that is missing is the same as `other`. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

/** A function that writes a number with its noun in a language: 1 solicitud, 2 solicitudes. */
export function counter(locale: string): (count: number, forms: Forms) => string {
  let rules: Intl.PluralRules | undefined;
  return (count, forms) => {
    rules ??= new Intl.PluralRules(locale);
    return `${count} ${forms[rules.select(count)] ?? forms.other}`;
  };
}
