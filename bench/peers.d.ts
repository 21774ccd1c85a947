/** What the bench calls of its peers, which are a package of their own and need not be installed. */
declare module 'music-metadata' {
  export function parseBuffer(
    bytes: Uint8Array,
    file: undefined,
    options: { readonly duration: boolean },
  ): Promise<{ readonly format: { readonly duration?: number; readonly numberOfChannels?: number } }>;
}
