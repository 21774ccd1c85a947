import { css } from 'lit';
import { shared } from '../../shared/shared.styles.ts';
import { tokens } from '../../shared/tokens.styles.ts';

/** A part: its elements one below another, each as high as its content. */
export const styles = [
  tokens,
  shared,
  css`
    :host {
      display: block;
      background: var(--omni-surface);
    }
    omni-presence-menu {
      padding: var(--omni-space-2);
    }
    :is(omni-readiness-line, omni-capacity-meters) {
      border-block-start: 1px solid var(--omni-border);
    }
  `,
];
