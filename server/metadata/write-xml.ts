import type { WrittenElement } from '../../src/domain/import/exporting/slots.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#xD;');

/** A metadata file as Salesforce's command line writes it: four blanks, LF, UTF-8. */
export function writeXml(type: string, children: readonly WrittenElement[]): string {
  const usesInstance = children.some(hasInstanceAttribute);
  const instance = usesInstance ? ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"' : '';
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${type} xmlns="http://soap.sforce.com/2006/04/metadata"${instance}>`,
    ...children.map((child) => written(child, '    ')),
    `</${type}>\n`,
  ].join('\n');
}

const hasInstanceAttribute = ({ attributes = [], children }: WrittenElement): boolean =>
  attributes.some(([name]) => name.startsWith('xsi:')) || children.some(hasInstanceAttribute);

function written({ name, text, children, attributes = [] }: WrittenElement, indent: string): string {
  const own = attributes
    // Only the prefix of XML Schema instances is declared.
    .filter(
      ([attribute]) =>
        !attribute.includes(':') || attribute.startsWith('xsi:') || attribute.startsWith('xml:'),
    )
    .map(([attribute, value]) => ` ${attribute}="${escaped(value).replaceAll('"', '&quot;')}"`)
    .join('');
  if (children.length === 0)
    return text === '' ? `${indent}<${name}${own}/>` : `${indent}<${name}${own}>${escaped(text)}</${name}>`;
  const inner = children.map((child) => written(child, `${indent}    `)).join('\n');
  return `${indent}<${name}${own}>\n${inner}\n${indent}</${name}>`;
}
