/** Preferences of the system that a page cannot set. */
export interface Preferences {
  readonly forcedColours: boolean;
  readonly reducedMotion: boolean;
}

/**
 * Shows the page as under these preferences: the media rules about them are switched in every style sheet, in the
 * document and in all shadow roots. Reduced motion is exact. Of forced colours the panel's own rules are exact; the
 * colours that a browser forces upon everything else are imitated.
 */
export function imitate({ forcedColours, reducedMotion }: Preferences): void {
  const holds = new Map([
    ['(forced-colors: active)', forcedColours],
    ['(prefers-reduced-motion: reduce)', reducedMotion],
  ]);
  for (const root of roots(document)) {
    const own = root.adoptedStyleSheets.filter((sheet) => sheet !== forced);
    for (const rule of [...root.styleSheets, ...own].flatMap(mediaRules)) {
      const condition = conditionOf(rule);
      if (holds.has(condition)) rule.media.mediaText = holds.get(condition) ? 'all' : condition;
    }
    // Written only if it changes: each writing styles the whole page anew.
    if ((own.length === root.adoptedStyleSheets.length) === forcedColours)
      root.adoptedStyleSheets = forcedColours ? [...own, forced] : own;
  }
}

const conditions = new WeakMap<CSSMediaRule, string>();

/** The condition that the rule was written with. */
function conditionOf(rule: CSSMediaRule): string {
  const condition = conditions.get(rule) ?? rule.media.mediaText;
  conditions.set(rule, condition);
  return condition;
}

const forced = new CSSStyleSheet();
forced.replaceSync(`
  *:not(svg, svg *) {
    background-color: Canvas !important;
    background-image: none !important;
    color: CanvasText !important;
    border-color: CanvasText !important;
    box-shadow: none !important;
    text-shadow: none !important;
  }
  button, select, [role='button'] { color: ButtonText !important; border-color: ButtonBorder !important; }
  input, textarea { color: FieldText !important; background-color: Field !important; }
  a { color: LinkText !important; }
`);

function roots(root: Document | ShadowRoot): (Document | ShadowRoot)[] {
  const inside = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
  return [root, ...inside.flatMap(roots)];
}

function mediaRules(sheet: CSSStyleSheet | CSSGroupingRule): CSSMediaRule[] {
  return [...sheet.cssRules].flatMap((rule) => [
    ...(rule instanceof CSSMediaRule ? [rule] : []),
    ...(rule instanceof CSSGroupingRule ? mediaRules(rule) : []),
  ]);
}
