/**
 * What the person wrote in a field for a number: the number, `null` where the field is blank, and the text itself where
 * it is no number, for the rules to say so. A comma between thousands is read, as the sentences of the rules write it.
 */
export function numberIn(text: string): number | string | null {
  const written = text.trim();
  if (written === '') return null;
  const plain = /^\d{1,3}(,\d{3})+$/.test(written) ? written.replaceAll(',', '') : written;
  return /^-?\d{1,15}(\.\d{1,6})?$/.test(plain) ? Number(plain) : written;
}

export function shownNumber(value: unknown): string {
  return typeof value === 'number' || typeof value === 'string' ? String(value) : '';
}
