import { css, html, LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { customElement } from '../../components/shared/custom-element.ts';
import { tokens } from '../../components/shared/tokens.styles.ts';
import { bookStyles } from './book.styles.ts';
import { edges, texts } from './token-pairs.ts';
import { computed, contrast, hex, tokensLike, type Theme, type Token } from './token-values.ts';

const themes: readonly Theme[] = ['light', 'dark'];

/** For the book: the colours whose names match, each with its values in both themes. */
@customElement('book-colours')
class BookColours extends LitElement {
  static override styles = [
    tokens,
    bookStyles,
    css`
      .swatch {
        display: inline-block;
        inline-size: 3rem;
        block-size: 1.75rem;
        border: 1px solid #8888;
        border-radius: 4px;
        vertical-align: middle;
        margin-inline-end: 0.5rem;
      }
    `,
  ];

  /** A regular expression on the names, without `--omni-`. */
  @property() names = '';

  protected override render() {
    return html`<table>
      <thead>
        <tr>
          <th scope="col">Token</th>
          <th scope="col">Light</th>
          <th scope="col">Dark</th>
        </tr>
      </thead>
      <tbody>
        ${tokensLike(new RegExp(this.names)).map(
          ({ name, note }) =>
            html`<tr>
              <th scope="row"><code>${name}</code>${note && html`<br /><small>${note}</small>`}</th>
              ${themes.map(
                (theme) =>
                  html`<td>
                    <span class="swatch" style="color-scheme: ${theme}; background: var(${name})"></span
                    ><code>${hex(name, theme)}</code>
                  </td>`,
              )}
            </tr>`,
        )}
      </tbody>
    </table>`;
  }
}

/** For the book: every pair of tokens that is used together, with its contrast in both themes. */
@customElement('book-contrast')
class BookContrast extends LitElement {
  static override styles = [
    tokens,
    bookStyles,
    css`
      .pair {
        display: inline-block;
        min-inline-size: 4.5rem;
        padding: 0.25rem 0.5rem;
        border-radius: 4px;
        text-align: center;
        font-weight: 600;
      }
    `,
  ];

  protected override render() {
    return html`${this.#table('Text on its background: at least 4.5 : 1', texts)}
    ${this.#table('Edges and shapes that must be seen: at least 3 : 1', edges)}`;
  }

  #table(caption: string, pairs: readonly [string, string][]) {
    return html`<table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">Token</th>
          <th scope="col">on</th>
          <th scope="col">Light</th>
          <th scope="col">Dark</th>
        </tr>
      </thead>
      <tbody>
        ${pairs.map(
          ([one, other]) =>
            html`<tr>
              <td><code>--omni-${one}</code></td>
              <td><code>--omni-${other}</code></td>
              ${themes.map(
                (theme) =>
                  html`<td>
                    <span
                      class="pair"
                      style="color-scheme: ${theme}; color: var(--omni-${one}); background: var(--omni-${other})"
                      >${contrast(`--omni-${one}`, `--omni-${other}`, theme).toFixed(1)}</span
                    >
                  </td>`,
              )}
            </tr>`,
        )}
      </tbody>
    </table>`;
  }
}

type Sample = 'font' | 'space' | 'control' | 'radius' | 'shadow' | 'duration';

/** For the book: sizes, shapes and times, each shown as what it measures. */
@customElement('book-measures')
class BookMeasures extends LitElement {
  static override styles = [
    tokens,
    bookStyles,
    css`
      .bar {
        display: block;
        block-size: 1rem;
        background: var(--omni-accent-fill);
      }
      .box {
        display: block;
        inline-size: 6rem;
        block-size: 3rem;
        background: var(--omni-surface-raised);
        border: 1px solid var(--omni-border-control);
      }
      .shadow {
        border-color: transparent;
        margin: 1rem;
      }
    `,
  ];

  /** A regular expression on the names, without `--omni-`. */
  @property() names = '';
  @property() as: Sample = 'space';

  protected override render() {
    return html`<table>
      <tbody>
        ${tokensLike(new RegExp(this.names)).map(
          (token) =>
            html`<tr>
              <th scope="row">
                <code>${token.name}</code>${token.note && html`<br /><small>${token.note}</small>`}
              </th>
              <td><code>${this.#value(token)}</code></td>
              <td>${this.#sample(token)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  }

  #value({ name }: Token): string {
    const value = `var(${name})`;
    if (this.as === 'font') return this.#font(value);
    if (this.as === 'shadow') return computed('box-shadow', value, 'light');
    if (this.as === 'duration') return computed('transition-duration', value, 'light');
    return computed('inline-size', value, 'light');
  }

  #font(value: string): string {
    const [size, line] = ['font-size', 'line-height'].map((part) => computed(part, value, 'light', 'font'));
    return `${size ?? ''} / ${line ?? ''}`;
  }

  #sample({ name }: Token) {
    if (this.as === 'font') return html`<span style="font: var(${name})">14:02 Card charged twice</span>`;
    if (this.as === 'radius') return html`<span class="box" style="border-radius: var(${name})"></span>`;
    if (this.as === 'shadow') return html`<span class="box shadow" style="box-shadow: var(${name})"></span>`;
    if (this.as === 'duration') return '';
    return html`<span class="bar" style="inline-size: var(${name})"></span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'book-colours': BookColours;
    'book-contrast': BookContrast;
    'book-measures': BookMeasures;
  }
}
