import { expect } from '@open-wc/testing';
import { setProjectAnnotations } from '@storybook/web-components-vite';
import { executeServerCommand } from '@web/test-runner-commands';
import { composeStory } from 'storybook/preview-api';
import preview from '../../.storybook/preview.ts';
import { itWhereEngineCan } from '../helpers/engine.ts';
import { everything } from '../helpers/mount.ts';

type StoryModule = Record<string, unknown> & { default: { title?: string } };

const modules = import.meta.glob<StoryModule>('../../components/**/*.stories.ts', { eager: true });
const project = setProjectAnnotations([preview]);

/** What lies above something else, so that its ground must hide that. */
const SURFACES = 'omni-work-request, [popover]:not([part=stack]), [part=more], dialog[open]';

/** Looks for what cannot be seen. */
class Judge {
  readonly #canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;

  findings(root: Element): string[] {
    return everything(root)
      .filter((element) => element.checkVisibility())
      .flatMap((element) => this.#finding(element) ?? []);
  }

  #finding(element: Element): string | null {
    const style = getComputedStyle(element);
    const where = nameOf(element);
    if (element.matches(SURFACES) && !this.#isOpaque(style.backgroundColor))
      return `${where} is transparent: ${style.background}`;
    const ground = this.#ground(element);
    const said = [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '');
    if (
      said &&
      !element.closest('svg, style, [aria-disabled=true], .spoken') &&
      this.#contrast(style.color, ground) < 4.5
    )
      return `${where} has text of ${style.color} on ${ground}`;
    if (element.matches('.button:not(.bare)') && this.#isLost(element, style)) return `${where} has no edge`;
    if (!element.matches('svg > *')) return null;
    // What a meter measures is drawn over its track, which must look empty.
    if (element.matches('.track'))
      return this.#contrast(style.stroke, ground) > 1
        ? `${where} looks full: ${style.stroke} on ${ground}`
        : null;
    const isShape = element.matches('.ground');
    const ink = isShape ? style.fill : style.stroke;
    return this.#contrast(ink, isShape ? ground : this.#behind(element, ground)) < 3
      ? `${where} is ${ink} on ${ground}`
      : null;
  }

  /** Whether neither the edge of a button nor its ground is told from what is around it. */
  #isLost(button: Element, { borderBlockStartColor, backgroundColor }: CSSStyleDeclaration): boolean {
    const around = this.#ground(parentOf(button));
    return [borderBlockStartColor, backgroundColor].every(
      (own) => !this.#isOpaque(own) || this.#contrast(own, around) < 3,
    );
  }

  /** The strokes of some icons are drawn on a shape of their own. */
  #behind(stroke: Element, ground: string): string {
    const shape = stroke.parentElement?.querySelector('.ground');
    return shape ? getComputedStyle(shape).fill : ground;
  }

  /** What is painted behind an element's content; a system's colours may be translucent. */
  #ground(element: Element | null): string {
    const layers: string[] = [];
    for (let at = element; at; at = parentOf(at)) layers.unshift(getComputedStyle(at).backgroundColor);
    return `rgb(${this.#pixel(canvasColour(), ...layers)
      .slice(0, 3)
      .join(' ')})`;
  }

  #pixel(...layers: string[]): number[] {
    this.#canvas.clearRect(0, 0, 1, 1);
    for (const layer of layers) {
      this.#canvas.fillStyle = layer;
      this.#canvas.fillRect(0, 0, 1, 1);
    }
    return [...this.#canvas.getImageData(0, 0, 1, 1).data];
  }

  #isOpaque(colour: string): boolean {
    return this.#pixel(colour)[3] === 255;
  }

  #contrast(one: string, other: string): number {
    const luminance = (colour: string) => {
      const [red = 0, green = 0, blue = 0] = this.#pixel(colour).map((value) => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  }
}

function canvasColour(): string {
  const swatch = document.createElement('div');
  swatch.style.color = 'Canvas';
  swatch.style.forcedColorAdjust = 'none';
  document.body.append(swatch);
  const { color } = getComputedStyle(swatch);
  swatch.remove();
  return color;
}

/** The parent as it is rendered. */
function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

function nameOf(element: Element): string {
  const root = element.getRootNode();
  const host = root instanceof ShadowRoot ? `${root.host.localName} ` : '';
  const path = [element.parentElement, element].map(
    (one) =>
      one &&
      `${one.localName}${[...one.classList].map((name) => `.${name}`).join('')}${one.getAttribute('part') ? `[part=${one.getAttribute('part')}]` : ''}`,
  );
  return host + path.filter(Boolean).join(' > ');
}

describe('in forced colours', () => {
  const judge = new Judge();
  after(() => executeServerCommand('force-colours', ['none']));

  for (const [path, { default: meta, ...stories }] of Object.entries(modules)) {
    const title = meta.title ?? path;
    for (const palette of ['light', 'dark'])
      itWhereEngineCan(
        'forcedColours',
        `${title}: nothing vanishes into a ${palette} ground`,
        async () => {
          await executeServerCommand('force-colours', [palette]);
          const found: string[] = [];
          for (const [name, annotations] of Object.entries(stories)) {
            const canvasElement = document.createElement('main');
            document.body.append(canvasElement);
            const story = composeStory(annotations as never, meta as never, project, {}, name);
            try {
              await story.run({ canvasElement, globals: { ...preview.initialGlobals, theme: palette } });
              found.push(...judge.findings(canvasElement).map((finding) => `${name}: ${finding}`));
            } finally {
              canvasElement.remove();
            }
          }
          expect([...new Set(found)]).to.deep.equal([]);
        },
        { title: `${title} has stories`, test: () => void expect(stories).to.not.be.empty },
      );
  }
});
