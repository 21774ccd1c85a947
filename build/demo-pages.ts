import { basename } from 'node:path';
import type { Plugin } from 'vite';

/** The pages beside the workspace, which is `index.html` at the root. */
export const demoPageFiles = ['demo/setup.html', 'demo/inline.html', 'demo/two-panels.html'];

const fileOf = new Map(demoPageFiles.map((file) => [`/${basename(file)}`, file]));

/**
 * The pages of `demo/` have addresses at the root, as `index.html` has: `/setup.html` is `demo/setup.html`, in the dev
 * server as in what is built. Their own links therefore start at the root too.
 */
export function demoPages(): Plugin {
  return {
    name: 'demo-pages',
    configureServer({ middlewares }) {
      middlewares.use((request, _response, next) => {
        const { url = '' } = request;
        const [path = ''] = url.split('?', 1);
        const file = fileOf.get(path);
        if (file) request.url = `/${file}${url.slice(path.length)}`;
        next();
      });
    },
    generateBundle: {
      // Only then are they there.
      order: 'post',
      handler(_options, bundle) {
        for (const file of demoPageFiles) {
          const page = bundle[file];
          if (page) page.fileName = basename(file);
        }
      },
    },
  };
}
