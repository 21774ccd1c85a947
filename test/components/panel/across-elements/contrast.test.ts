import { expect } from '@open-wc/testing';
import css from '../../../../assets/tokens.css?inline';
import { edges, texts } from '../../../../.storybook/elements/token-pairs.ts';

describe('the tokens', () => {
  for (const theme of ['light', 'dark'])
    for (const contrast of ['no-preference', 'more']) {
      const more = contrast === 'more';
      it(`have enough contrast in ${theme}${more ? ', and more where more is preferred' : ''}`, () => {
        const measure = probe(theme, more);
        const low = (pairs: readonly [string, string][], least: number) =>
          pairs
            .map(([one, other]) => ({ pair: `${one} on ${other}`, ratio: measure(one, other) }))
            .filter(({ ratio }) => !(ratio >= least))
            .map(({ pair, ratio }) => `${pair}: ${ratio.toFixed(2)} < ${least}`);
        expect([...low(texts, 4.5), ...low(edges, 3)]).to.deep.equal([]);
      });
    }

  it('are judged by a probe that detects a bad pair', () => {
    expect(probe('light', false)('surface', 'surface-raised')).to.equal(1);
    expect(probe('light', false)('neutral-0', 'neutral-1000')).to.be.greaterThan(17);
  });
});

/** Measures pairs as the browser resolves and paints them. */
function probe(theme: string, more: boolean): (one: string, other: string) => number {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(more ? css.replace(/@media \(prefers-contrast:\s*more\)/, '@media all') : css);
  root.adoptedStyleSheets = [sheet];
  host.dataset.theme = theme;
  document.body.append(host);
  const swatch = document.createElement('div');
  root.append(swatch);
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;
  const luminance = (token: string) => {
    swatch.style.color = '';
    swatch.style.color = `var(--omni-${token})`;
    canvas.fillStyle = getComputedStyle(swatch).color;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  return (one, other) => {
    const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };
}
