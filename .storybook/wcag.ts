/** axe's tags for WCAG 2.2 AA, which every story must satisfy. */
export const wcagTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
