import { transform as transformCss, type Targets } from 'lightningcss';
import MagicString from 'magic-string';
import { parseSync, Visitor, type Plugin } from 'vite';

const tags = new Set(['css', 'html', 'svg']);

/** Elements with significant white space: their templates stay as they are. */
const keepsSpace = /<(?:pre|textarea)\b/i;

/**
 * Minifies lit's templates, which a JavaScript minifier treats as text: styles without expressions with the same
 * minifier as style sheets, and in markup every run of white space becomes one space. None is removed altogether, since
 * one between two inline elements is visible.
 *
 * @param browsers the target browsers of the styles, as in Vite's `cssTarget`.
 */
export function leanTemplates(browsers: readonly string[]): Plugin {
  const targets = targetsOf(browsers);
  return {
    name: 'lean-templates',
    apply: 'build',
    transform: {
      filter: { id: { include: /\.ts$/, exclude: /node_modules/ }, code: /(?:css|html|svg)`/ },
      handler(code) {
        const lean = new MagicString(code);
        new Visitor({
          TaggedTemplateExpression({ tag, quasi: { quasis } }) {
            if (tag.type !== 'Identifier' || !tags.has(tag.name)) return;
            if (tag.name !== 'css') {
              if (quasis.some(({ value }) => keepsSpace.test(value.raw))) return;
              for (const { start, end, value } of quasis) replace(lean, start, end, markup(value.raw));
              return;
            }
            const [only] = quasis;
            // With expressions it is not a complete style sheet.
            if (quasis.length !== 1 || only?.value.cooked == null) return;
            replace(lean, only.start, only.end, style(only.value.cooked, targets));
          },
        }).visit(parseSync('template.js', code).program);
        return lean.hasChanged() ? { code: lean.toString(), map: lean.generateMap({ hires: true }) } : null;
      },
    },
  };
}

function replace(lean: MagicString, start: number, end: number, text: string): void {
  if (start < end) lean.update(start, end, text);
}

/** Not `\s`: a no-break space is text. */
function markup(raw: string): string {
  return raw.replace(/[ \t\r\n]+/g, ' ');
}

function style(text: string, targets: Targets): string {
  const { code } = transformCss({
    filename: 'template.css',
    code: new TextEncoder().encode(text),
    minify: true,
    targets,
  });
  return new TextDecoder().decode(code).replace(/[\\`]|\$\{/g, (special) => `\\${special}`);
}

/** `safari17.5` as the minifier counts it: a byte for each of three numbers. */
function targetsOf(browsers: readonly string[]): Targets {
  return Object.fromEntries(
    browsers.map((browser) => {
      const [, name = '', major = '0', minor = '0'] = /^([a-z]+)(\d+)(?:\.(\d+))?$/.exec(browser) ?? [];
      return [name, (Number(major) << 16) | (Number(minor) << 8)];
    }),
  );
}
