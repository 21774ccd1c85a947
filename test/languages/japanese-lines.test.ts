import { expect, html } from '@open-wc/testing';
import { ja } from '../../assets/locales/ja.ts';
import '../../components/panel/connection-banner/connection-banner.ts';
import '../../components/panel/readiness-line/readiness-line.ts';
import { NOW } from '../../components/shared/stories/story-fixtures.ts';
import { setupJa } from '../../assets/locales/setup/setup.ja.ts';
import '../../src/index.ts';
import '../../src/setup/index.ts';
import { rendered } from '../helpers/fake-clock.ts';
import { everything, mount } from '../helpers/mount.ts';

/** The lines of a text as they are painted. */
function linesOf(node: Text): string[] {
  const lines: string[] = [];
  let last = Number.NEGATIVE_INFINITY;
  const range = document.createRange();
  for (let at = 0; at < node.length; at++) {
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    const { bottom, width } = range.getBoundingClientRect();
    if (width === 0) continue;
    const line = bottom > last + 2 ? '' : (lines.pop() ?? '');
    last = bottom;
    lines.push(line + node.data.charAt(at));
  }
  return lines;
}

const textsOf = (root: Element): Text[] =>
  everything(root)
    .filter((element) => !element.closest('.spoken, style'))
    .flatMap((element) => [...element.childNodes])
    .filter((node): node is Text => node instanceof Text && node.data.trim() !== '');

const lost = { status: 'lost', since: NOW - 19_000, nextAttemptAt: NOW + 6000, alarm: 'sounding' } as const;

describe('Japanese', () => {
  it('is the language of the panel and of Setup, also for the browser', async () => {
    const panel = document.createElement('omni-channel-panel');
    const setup = document.createElement('omni-presence-setup');
    panel.words = ja;
    setup.words = setupJa;
    const warn = console.warn;
    console.warn = () => undefined;
    try {
      document.body.append(panel, setup);
      await Promise.all([panel.updateComplete, setup.updateComplete]);
      for (const element of [panel, setup])
        expect([element.lang, element.dir, element.matches(':lang(ja)')]).to.deep.equal(['ja', 'ltr', true]);
    } finally {
      panel.remove();
      setup.remove();
      console.warn = warn;
    }
  });

  it('never begins a line with what ends one, nor ends it with what begins one', async () => {
    const { contexts } = await mount(
      html`<omni-connection-banner></omni-connection-banner><omni-readiness-line></omni-readiness-line>`,
      { strings: ja, connection: lost, sound: { status: 'blocked' } },
    );
    let breaks = 0;
    for (let width = 160; width <= 400; width += 14) {
      contexts.style.inlineSize = `${width}px`;
      await rendered();
      for (const lines of textsOf(contexts).map(linesOf)) {
        for (const line of lines.slice(1))
          expect(line).to.not.match(/^[。、，．！？」』）：…ー～ッャュョっゃゅょ]/);
        for (const line of lines.slice(0, -1)) expect(line).to.not.match(/[「『（]$/);
        breaks += Math.max(0, lines.length - 1);
      }
    }
    expect(breaks).to.be.greaterThan(20);
  });

  it('breaks lines between phrases where the browser can', async () => {
    const { contexts } = await mount(html`<omni-connection-banner></omni-connection-banner>`, {
      strings: ja,
      connection: lost,
    });
    const means = textsOf(contexts).find(({ data }) => data.includes(ja.lostMeans))!;
    const broken = new Set<string>();
    for (let width = 200; width <= 400; width += 10) {
      contexts.style.inlineSize = `${width}px`;
      await rendered();
      for (const line of linesOf(means).slice(0, -1)) broken.add(line);
    }
    expect(broken.size).to.be.greaterThan(2);
    if (!CSS.supports('word-break', 'auto-phrase')) return;
    // Each line ends with a particle, a comma or a full stop.
    for (const line of broken) expect(line).to.match(/(?:[はのに。、]|新しい|届きません|そのまま)$/);
  });
});
