import { expect } from '@open-wc/testing';
import css from '../../../../assets/tokens.css?inline';
import { edges, texts } from '../../../../.storybook/elements/token-pairs.ts';
import { contrastOf } from '../../../../.storybook/elements/token-values.ts';

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
  const colour = (token: string) => {
    swatch.style.color = '';
    swatch.style.color = `var(--omni-${token})`;
    return getComputedStyle(swatch).color;
  };
  return (one, other) => contrastOf(colour(one), colour(other));
}
