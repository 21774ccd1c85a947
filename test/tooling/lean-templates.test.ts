import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leanTemplates } from '../../build/lean-templates.ts';

const { transform } = leanTemplates(['chrome123', 'safari17.5']);

function lean(code: string): string {
  assert(typeof transform === 'object');
  // The handler does not use its plugin context.
  const result = (transform.handler as (code: string) => { code: string } | null)(code);
  return result?.code ?? code;
}

test('a run of white space in markup becomes one space, and never none', () => {
  assert.equal(lean('html`<b>\n  ${name}\n</b>   <i>x</i>`'), 'html`<b> ${name} </b> <i>x</i>`');
});

test('a template within an expression is minified too', () => {
  assert.equal(
    lean('html`<p>\n${on ? html`<b>\n</b>` : nothing}</p>`'),
    'html`<p> ${on ? html`<b> </b>` : nothing}</p>`',
  );
});

test('a no-break space is text and stays', () => {
  assert.equal(lean('html`5\u00a0\u00a0min`'), 'html`5\u00a0\u00a0min`');
});

test('significant white space stays', () => {
  for (const code of ['html`<pre>  a\n b</pre>`', 'html`<textarea>\n a</textarea>`'])
    assert.equal(lean(code), code);
});

test('styles lose comments and white space, and keep what the target browsers support', () => {
  const code = "css`\n  /* why */\n  [part='a'] {\n    color: light-dark(red, tan);\n  }\n`";
  assert.equal(lean(code), 'css`[part=a]{color:light-dark(red,tan)}`');
});

test('special characters of templates are escaped again', () => {
  const code = String.raw`css${'`'}b::before { content: "\\\\\`\${x}"; }${'`'}`;
  assert.equal(lean(code), String.raw`css${'`'}b:before{content:"\\\\\`\${x}"}${'`'}`);
});

test('styles with an expression, and strings without a lit tag, stay as they are', () => {
  for (const code of ['css`a {\n  color: ${red};\n}`', 'sql`a\n  b`', '`a\n  b`'])
    assert.equal(lean(code), code);
});
