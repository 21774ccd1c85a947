import css from '../../assets/tokens.css?raw';
import { tokens } from '../../components/shared/tokens.styles.ts';

export type Theme = 'light' | 'dark';

/** A token as it is written: its name with `--omni-`, and what the style sheet says beside it. */
export interface Token {
  readonly name: string;
  readonly note: string;
}

/** The tokens of tokens.css whose names begin like this, in their order. */
export function tokensLike(pattern: RegExp): readonly Token[] {
  const [root = ''] = css.split(':root {\n  color-scheme');
  const found = root.matchAll(/^ {2}(--omni-[\w-]+):[^;]*;(?: \/\* (.*?) \*\/)?/gm);
  return [...found]
    .map(([, name = '', note = '']) => ({ name, note }))
    .filter(({ name }) => pattern.test(name.replace('--omni-', '')));
}

const host = document.createElement('div');
const inside = host.attachShadow({ mode: 'open' });
const probe = inside.appendChild(document.createElement('div'));
host.hidden = true;
if (tokens.styleSheet) inside.adoptedStyleSheets = [tokens.styleSheet];

/** What the browser makes of a property in a theme, if the value is given to it, or to the shorthand it is part of. */
export function computed(property: string, value: string, theme: Theme, set = property): string {
  if (!host.isConnected) document.body.append(host);
  probe.style.cssText = `color-scheme: ${theme}; ${set}: ${value}`;
  return getComputedStyle(probe).getPropertyValue(property);
}

const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });

/** Red, green, blue and alpha of a CSS colour, 0 to 255, as they are painted. */
function painted(colour: string): readonly number[] {
  if (!canvas) throw new Error('The browser paints no colours.');
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  return [...canvas.getImageData(0, 0, 1, 1).data];
}

/** A colour as design tools take it. */
export function hex(token: string, theme: Theme): string {
  const [red = 0, green = 0, blue = 0, alpha = 255] = painted(computed('color', `var(${token})`, theme));
  const parts = alpha === 255 ? [red, green, blue] : [red, green, blue, alpha];
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** The contrast of two tokens by WCAG: 1 to 21. */
export function contrast(one: string, other: string, theme: Theme): number {
  const colour = (token: string) => computed('color', `var(${token})`, theme);
  return contrastOf(colour(one), colour(other));
}

/** The contrast of two CSS colours by WCAG: 1 to 21. */
export function contrastOf(one: string, other: string): number {
  const [a, b] = [luminance(painted(one)), luminance(painted(other))];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(parts: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = parts.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
