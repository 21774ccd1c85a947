/**
 * Parses the text of a number field: the number, `null` if it is blank, or the text itself if it is not a number, for
 * the rules to reject. A comma is accepted as the thousands separator, as in the rules' sentences.
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
