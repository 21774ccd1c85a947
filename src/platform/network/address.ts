/**
 * A URL below the API address, which may be relative to the page and may have a path of its own (each tenant has its
 * own API address).
 */
export function addressBelow(apiAddress: string, path: string): URL {
  const base = new URL(apiAddress, document.baseURI);
  if (!base.pathname.endsWith('/')) base.pathname += '/';
  base.search = '';
  base.hash = '';
  return new URL(path.replace(/^\/+/, ''), base);
}
