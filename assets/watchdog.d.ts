/** A worker script without exports: the host serves it, and passes its URL to the panel. */
export {};
