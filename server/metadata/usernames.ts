/**
 * The ids of users by their usernames, in lower case: from CSV files with two columns, whose first line may name them.
 * Lines that are something else are passed over.
 */
export function usernamesIn(
  companions: readonly { readonly path: string; readonly text: string }[],
): Record<string, string> {
  const found = new Map<string, string>();
  for (const { path, text } of companions) {
    if (!/\.csv$/i.test(path)) continue;
    for (const line of text.replace(/^\uFEFF/, '').split(/\r?\n/)) {
      const [username = '', id = '', ...more] = line
        .split(/[,;\t]/)
        .map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
      const isId = /^[A-Za-z0-9_-]{1,64}$/.test(id);
      if (more.length === 0 && isId && username.length <= 255 && username.includes('@'))
        found.set(username.toLowerCase(), id);
    }
  }
  return Object.fromEntries(found);
}
