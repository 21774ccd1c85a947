import { SaxesParser } from 'saxes';
import type { MetadataElement } from '../../src/domain/import/element.ts';
import { MAX_DEPTH, MAX_ELEMENTS } from './limits.ts';
import { ReadingStopped, readingStopped } from './stopped.ts';

/** The namespace of all metadata. */
const NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';

/** A metadata file as it was read. */
export interface ReadXml {
  readonly root: MetadataElement;
  /** Whether it has the namespace of metadata; without any, it is read all the same. */
  readonly hasNamespace: boolean;
}

interface Open {
  readonly name: string;
  text: string;
  readonly children: MetadataElement[];
  readonly attributes: [string, string][];
  readonly line: number;
  readonly column: number;
}

/**
 * Parses a metadata file. Entities are never expanded but for those of XML itself: a DOCTYPE is refused at once.
 * `keep`: which children of the root are kept; the others are not even built.
 * @throws {ReadingStopped} at the first fault, with its place.
 */
export function readXml(text: string, keep: (name: string) => boolean = () => true): ReadXml {
  if (text.trim() === '') throw readingStopped({ code: 'emptyFile', params: {} }, { line: 1, column: 1 });
  const parser = new SaxesParser({ xmlns: true, position: true });
  const open: Open[] = [];
  let root: MetadataElement | null = null;
  let hasNamespace = true;
  let elements = 0;
  /** The depth of an element that is not kept; 0: none. */
  let skipped = 0;
  // Where the current tag began.
  let place = { line: 1, column: 1 };
  const here = () => ({ line: parser.line, column: parser.columnIndex + 1 });

  parser.on('error', (error) => {
    const reason = error.message.replace(/^(\d+:\d+:|undefined:)\s*/, '');
    throw readingStopped({ code: 'notWellFormed', params: { reason } }, here());
  });
  parser.on('doctype', () => {
    throw readingStopped({ code: 'doctype', params: {} }, here());
  });
  parser.on('opentagstart', ({ name }) => {
    place = { line: parser.line, column: Math.max(1, parser.columnIndex - name.length - 1) };
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    if (open.length === 0) {
      hasNamespace = uri !== '';
      if (uri !== '' && uri !== NAMESPACE)
        throw readingStopped({ code: 'otherNamespace', params: { namespace: uri.slice(0, 200) } }, place);
    }
    if (open.length + skipped >= MAX_DEPTH)
      throw readingStopped({ code: 'tooDeep', params: { max: MAX_DEPTH } }, place);
    if (skipped > 0 || (open.length === 1 && !keep(local))) {
      skipped += 1;
      return;
    }
    elements += 1;
    if (elements > MAX_ELEMENTS)
      throw readingStopped({ code: 'tooManyElements', params: { max: MAX_ELEMENTS } }, place);
    const own = Object.values(attributes).filter(
      ({ name }) => name !== 'xmlns' && !name.startsWith('xmlns:'),
    );
    open.push({
      name: local,
      text: '',
      children: [],
      attributes: own.map(({ name, value }) => [name, value]),
      ...place,
    });
  });
  const addText = (more: string) => {
    const current = open.at(-1);
    if (current && skipped === 0) current.text += more;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    if (skipped > 0) {
      skipped -= 1;
      return;
    }
    const closed = open.pop();
    if (!closed) return;
    const element = built(closed);
    const above = open.at(-1);
    if (above) above.children.push(element);
    else root = element;
  });
  try {
    parser.write(text).close();
  } catch (error) {
    if (error instanceof ReadingStopped) throw error;
    throw readingStopped({ code: 'notWellFormed', params: { reason: 'It cannot be parsed.' } }, here());
  }
  // A parsed document has a root: without one, the parser has stopped.
  return { root: root as unknown as MetadataElement, hasNamespace };
}

function built({ name, text, children, attributes, line, column }: Open): MetadataElement {
  const own = children.length > 0 && text.trim() === '' ? '' : text;
  return { name, text: own, children, line, column, ...(attributes.length > 0 && { attributes }) };
}
