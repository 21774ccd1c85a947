import { expect, fixture, html } from '@open-wc/testing';
import { unreadableTexts } from './unreadable-text.ts';

const found = async (style: string, content: unknown) =>
  unreadableTexts(
    await fixture(
      html`<main style="inline-size: 100px; font: 16px monospace">
        <div style=${style}>${content}</div>
      </main>`,
    ),
  );

const long = 'incomprehensibilities';
const cut = 'overflow: hidden; white-space: nowrap';

describe('the search for text that cannot be read', () => {
  it('finds text that a box cuts, at its side or below', async () => {
    expect(await found(cut, long)).to.deep.equal([`<div> cuts “${long}”`]);
    expect(await found('overflow: hidden; block-size: 20px', 'of a few words on many lines')).to.have.length(
      1,
    );
    expect(await found(`${cut}; text-overflow: ellipsis`, long)).to.have.length(1);
  });

  it('accepts an ellipsis with the whole text as title, what scrolls, and what only screen readers read', async () => {
    expect(
      await found(
        cut,
        html`<b title=${long} style="display: block; ${cut}; text-overflow: ellipsis">${long}</b>`,
      ),
    ).to.deep.equal([]);
    expect(await found('overflow: auto', long)).to.deep.equal([]);
    expect(
      await found('position: absolute; clip-path: inset(50%); inline-size: 1px; overflow: hidden', long),
    ).to.deep.equal([]);
    expect(await found('overflow-wrap: anywhere', long)).to.deep.equal([]);
  });

  it('finds text that is out of its box', async () => {
    const [problem, ...others] = await found('', long);
    expect(problem).to.match(/px out of <div>$/);
    expect(others).to.deep.equal([]);
  });

  it('finds texts that cover each other', async () => {
    const both = html`<p style="margin: 0">first</p>
      <p style="margin: -16px 0 0">second</p>`;
    expect(await found('', both)).to.deep.equal(['“first” and “second” cover each other in <p>']);
    expect(
      await found(
        '',
        html`<p>first</p>
          <p>second</p>`,
      ),
    ).to.deep.equal([]);
  });
});
