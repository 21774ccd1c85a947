import { css } from 'lit';
import { setupStyles } from '../shared/setup.styles.ts';

export const styles = [
  setupStyles,
  css`
    :host {
      display: block;
      container-type: inline-size;
    }
    .lists {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto minmax(0, 1fr);
      gap: var(--omni-space-2);
    }
    .side {
      display: grid;
      gap: calc(0.375 * var(--omni-rem));
      align-content: end;
      min-inline-size: 0;
    }
    .head {
      display: flex;
      align-items: center;
      justify-content: space-between;
      min-block-size: calc(1.75 * var(--omni-rem));
    }
    .order {
      display: flex;
    }
    .middle {
      display: grid;
      gap: var(--omni-space-2);
      align-content: end;
      justify-items: center;
      /* Centred next to the lists. */
      padding-block-end: calc(4.5 * var(--omni-rem));
    }
    @container (max-width: 29.71em) {
      .lists {
        --omni-pick-list-size: calc(9.5 * var(--omni-rem));

        grid-template-columns: minmax(0, 1fr);
      }
      .middle {
        grid-auto-flow: column;
        justify-content: center;
        padding: 0;
      }
      .middle svg,
      :host(:dir(rtl)) .middle svg {
        transform: rotate(90deg);
      }
    }
  `,
];
