/** The peers' APIs that the benchmarks use; the peers are a separate package and need not be installed. */
declare module 'music-metadata' {
  export function parseBuffer(
    bytes: Uint8Array,
    file: undefined,
    options: { readonly duration: boolean },
  ): Promise<{ readonly format: { readonly duration?: number; readonly numberOfChannels?: number } }>;
}
