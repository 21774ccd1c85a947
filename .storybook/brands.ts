/** Two brands, each as a host would write it: a few semantic tokens on the panel and on Setup. */
export const brands: Readonly<Record<string, { readonly name: string; readonly tokens: string }>> = {
  own: { name: 'Own look', tokens: '' },
  orchard: {
    name: 'Orchard (example brand)',
    tokens: `
      --omni-accent: light-dark(#5b2a86, #cfaaf5);
      --omni-accent-fill: light-dark(#5b2a86, #cfaaf5);
      --omni-accent-fill-hover: light-dark(#47206a, #dfc6fa);
      --omni-accent-on: light-dark(#ffffff, #1c0d2b);
      --omni-accent-soft: light-dark(#f3eafb, #33204a);
      --omni-surface-selected: light-dark(#f6effc, #2b1b3f);
      --omni-action-fill: light-dark(#3d1c5c, #e4d0f8);
      --omni-action-fill-hover: light-dark(#532a7a, #cfaaf5);
      --omni-ring: light-dark(#5b2a86, #cfaaf5);
      --omni-ring-hover: light-dark(#47206a, #dfc6fa);
      --omni-ring-band: #5b2a86;
      --omni-ring-halo: light-dark(rgb(91 42 134 / 0.26), rgb(207 170 245 / 0.34));
      --omni-font: Georgia, 'Noto Serif', serif;
      --omni-radius-md: 1px;
      --omni-radius-lg: 2px;
      --omni-radius-xl: 2px;`,
  },
  harbour: {
    name: 'Harbour (example brand)',
    tokens: `
      --omni-accent: light-dark(#0b4fb3, #8fc1ff);
      --omni-accent-fill: light-dark(#0b4fb3, #8fc1ff);
      --omni-accent-fill-hover: light-dark(#083c8a, #b7d8ff);
      --omni-accent-on: light-dark(#ffffff, #04162f);
      --omni-accent-soft: light-dark(#e4efff, #12294a);
      --omni-surface-selected: light-dark(#ecf4ff, #10233f);
      --omni-action-fill: light-dark(#0b4fb3, #8fc1ff);
      --omni-action-fill-hover: light-dark(#083c8a, #b7d8ff);
      --omni-action-on: light-dark(#ffffff, #04162f);
      --omni-ring: light-dark(#0b4fb3, #8fc1ff);
      --omni-ring-hover: light-dark(#083c8a, #b7d8ff);
      --omni-ring-band: #0b4fb3;
      --omni-ring-halo: light-dark(rgb(11 79 179 / 0.26), rgb(143 193 255 / 0.34));
      --omni-radius-md: 10px;
      --omni-radius-lg: 14px;
      --omni-radius-xl: 20px;`,
  },
};
