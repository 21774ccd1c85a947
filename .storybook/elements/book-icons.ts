import { css, html, LitElement } from 'lit';
import { icons, type IconName } from '../../assets/icons/icons.ts';
import { icon } from '../../components/shared/icon.ts';
import { customElement } from '../../components/shared/custom-element.ts';
import { tokens } from '../../components/shared/tokens.styles.ts';
import { bookStyles } from './book.styles.ts';

/** For the book: every icon of the panel, with its name. */
@customElement('book-icons')
class BookIcons extends LitElement {
  static override styles = [
    tokens,
    bookStyles,
    css`
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(8.5rem, 1fr));
        gap: 0.75rem;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        justify-items: center;
        gap: 0.5rem;
        padding: 1rem 0.5rem;
        border: 1px solid var(--omni-border);
        border-radius: var(--omni-radius-md);
      }
      svg {
        inline-size: 40px;
        block-size: 40px;
        fill: none;
        stroke: currentColor;
        stroke-width: 1.5;
        stroke-linecap: round;
        stroke-linejoin: round;
      }
      .ground {
        stroke: none;
        fill: currentColor;
        opacity: 0.18;
      }
    `,
  ];

  protected override render() {
    return html`<ul>
      ${(Object.keys(icons) as IconName[]).map((name) => html`<li>${icon(name)}<code>${name}</code></li>`)}
    </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'book-icons': BookIcons;
  }
}
