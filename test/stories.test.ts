import { expect } from '@open-wc/testing';
import { setProjectAnnotations } from '@storybook/web-components-vite';
import axe from 'axe-core';
import { composeStory } from 'storybook/preview-api';
import preview from '../.storybook/preview.ts';
import { wcagTags } from '../.storybook/wcag.ts';
import { engine } from './helpers/engine.ts';
import { unnamedControls } from './helpers/unnamed-controls.ts';
import { until } from './helpers/until.ts';

type StoryModule = Record<string, unknown> & { default: { title?: string } };

const modules = import.meta.glob<StoryModule>(
  ['../components/**/*.stories.ts', '../.storybook/scenarios/*.stories.ts'],
  { eager: true },
);
const project = setProjectAnnotations([preview]);

/** An error on the console fails any test here: see the runner's configuration. */
describe('stories', () => {
  it('exist', () => {
    expect(Object.keys(modules)).to.not.be.empty;
  });

  for (const [path, { default: meta, ...stories }] of Object.entries(modules))
    describe(meta.title ?? path.replace('../components/', ''), () => {
      for (const [name, annotations] of Object.entries(stories))
        for (const theme of ['light', 'dark'])
          it(`${name}, ${theme}: renders, and axe finds nothing`, async () => {
            const canvasElement = document.createElement('main');
            document.body.append(canvasElement);
            const story = composeStory(annotations as never, meta as never, project, {}, name);
            try {
              await story.run({
                canvasElement,
                globals: { ...preview.initialGlobals, theme, pace: 'quick' },
              });
              expect(document.documentElement.dataset.theme).to.equal(theme);
              expect(canvasElement.childElementCount).to.be.greaterThan(0);
              // During the transition between themes colours are undefined.
              await until('no colour changes', () => !document.getAnimations().some(isTransition));
              expect(await findings(canvasElement)).to.deep.equal([]);
              if (theme === 'light' && engine === 'chromium')
                expect(await unnamedControls()).to.deep.equal([]);
            } finally {
              canvasElement.remove();
            }
          });
    });
});

const isTransition = (animation: Animation) => animation instanceof CSSTransition;

async function findings(element: Element): Promise<string[]> {
  const { violations } = await axe.run(element, { runOnly: wcagTags });
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id} (${help}): ${node.html} ${node.failureSummary ?? ''}`),
  );
}
