import { everything } from '../helpers/mount.ts';

/** How far, in pixels, glyphs and boxes may be apart: what rounding makes of a fraction. */
const TOLERANCE = 1.5;

/** A line of text as it is painted. */
interface Line {
  readonly text: string;
  readonly element: Element;
  readonly box: DOMRect;
}

/**
 * The texts below a root that cannot be read in full: cut by a box that neither scrolls nor offers the whole text, out
 * of their own box or the root, or on top of each other. One sentence for each. `names` may be cut: records and
 * customers may be called anything, at any length.
 */
export function unreadableTexts(root: Element, names: ReadonlySet<string> = new Set()): string[] {
  const lines = everything(root).filter(isReadable).flatMap(linesOf);
  return [...new Set([...lines.flatMap((line) => problemOf(line, root, names) ?? []), ...overlaps(lines)])];
}

/** Every text below a root. */
export const textsOf = (root: Element): Set<string> =>
  new Set(
    everything(root)
      .filter(isReadable)
      .flatMap(linesOf)
      .map(({ text }) => text),
  );

function isReadable(element: Element): boolean {
  // Options are drawn by the system.
  if (element.closest('style, script, option')) return false;
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
  for (let at: Element | null = element; at; at = flatParent(at))
    // Text for screen readers only.
    if (getComputedStyle(at).clipPath === 'inset(50%)') return false;
  return true;
}

function linesOf(element: Element): Line[] {
  return [...element.childNodes]
    .filter((node): node is Text => node instanceof Text && /[\p{L}\p{N}]/u.test(node.data))
    .flatMap((node) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      return [...range.getClientRects()]
        .filter(({ width, height }) => width > 0.5 && height > 0.5)
        .map((box) => ({ text: node.data.trim().replace(/\s+/g, ' '), element, box }));
    });
}

/** Why a line cannot be read; `null` if it can. */
function problemOf({ text, element, box }: Line, root: Element, names: ReadonlySet<string>): string | null {
  let isInline = true;
  for (let at: Element | null = element; at && at !== root; at = flatParent(at)) {
    const style = getComputedStyle(at);
    const own = at.getBoundingClientRect();
    isInline &&= style.display === 'inline' || style.display === 'contents';
    const [left, right] = [own.left - box.left, box.right - own.right];
    const [top, bottom] = [own.top - box.top, box.bottom - own.bottom];
    if (scrolls(style.overflowX) && scrolls(style.overflowY)) return null;
    if (cuts(style.overflowX) || cuts(style.overflowY)) {
      const sideways = cuts(style.overflowX) && Math.max(left, right) > TOLERANCE;
      // The box of a glyph is higher than its ink.
      const vertically = cuts(style.overflowY) && Math.max(top, bottom) > box.height / 4;
      if (sideways || vertically)
        return names.has(text) || offersWhole(at, style) ? null : `${nameOf(at)} cuts “${text}”`;
    }
    if (isInline) continue;
    const isOwn = at === element || getComputedStyle(at).display !== 'contents';
    if (isOwn && Math.max(left, right) > TOLERANCE && !scrollsAbove(at))
      return `“${text}” is ${Math.round(Math.max(left, right))} px out of ${nameOf(at)}`;
    // What is positioned is not in its parent's box.
    if (/absolute|fixed/.test(style.position) || at.matches('[popover], dialog')) return null;
  }
  return null;
}

const scrolls = (overflow: string) => overflow === 'auto' || overflow === 'scroll';
const cuts = (overflow: string) => overflow === 'hidden' || overflow === 'clip';

function scrollsAbove(element: Element): boolean {
  for (let at: Element | null = element; at; at = flatParent(at))
    if (scrolls(getComputedStyle(at).overflowX)) return true;
  return false;
}

/** Whether a box that cuts says so, and has the whole text as its title or that of what contains it. */
function offersWhole(element: Element, style: CSSStyleDeclaration): boolean {
  const isMarked = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none';
  if (!isMarked) return false;
  for (let at: Element | null = element; at; at = flatParent(at)) if (at.hasAttribute('title')) return true;
  return false;
}

/** Lines of the same shadow tree that cover each other. */
function* overlaps(lines: readonly Line[]): Iterable<string> {
  for (const [index, one] of lines.entries())
    for (const other of lines.slice(index + 1)) {
      if (one.element === other.element || one.element.getRootNode() !== other.element.getRootNode())
        continue;
      if (layerOf(one.element) !== layerOf(other.element)) continue;
      const width = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const height = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      if (width > 2 && height > Math.min(one.box.height, other.box.height) / 3)
        yield `“${one.text}” and “${other.text}” cover each other in ${nameOf(one.element)}`;
    }
}

/** The nearest box around an element that lies above others, or scrolls. */
function layerOf(element: Element): Element | null {
  for (let at: Element | null = element; at; at = flatParent(at)) {
    const { position, overflowY } = getComputedStyle(at);
    if (/absolute|fixed|sticky/.test(position) || overflowY !== 'visible' || at.matches('[popover], dialog'))
      return at;
  }
  return null;
}

function flatParent(element: Element): Element | null {
  const root = element.getRootNode();
  return element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

function nameOf(element: Element): string {
  const root = element.getRootNode();
  const host = root instanceof ShadowRoot ? `${root.host.localName} ` : '';
  const part = element.getAttribute('part');
  const classes = [...element.classList].map((name) => `.${name}`).join('');
  return `${host}<${element.localName}${classes}${part === null ? '' : ` part=${part}`}>`;
}
