/** Renders the page into the built index.html, as a server would for each request. */
import { readFileSync, writeFileSync } from 'node:fs';
import { renderToString } from 'react-dom/server';
import { Console } from './console.tsx';

const file = 'dist/index.html';
const rendered = `<div id="root">${renderToString(<Console rep="sofia" />)}</div>`;
writeFileSync(
  file,
  readFileSync(file, 'utf8').replace('<div id="root"></div>', () => rendered),
);
