/** For `importScripts` in the host's service worker, or for its `import`: it exports nothing. */
export {};
