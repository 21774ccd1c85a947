import { expect } from '@open-wc/testing';
import { resetMouse, sendMouse, setViewport } from '@web/test-runner-commands';
import { ar } from '../../../../assets/locales/ar.ts';
import { de } from '../../../../assets/locales/de.ts';
import { en } from '../../../../assets/locales/en.ts';
import { es } from '../../../../assets/locales/es.ts';
import { ja } from '../../../../assets/locales/ja.ts';
import { rendered } from '../../../helpers/fake-clock.ts';
import { until } from '../../../helpers/until.ts';
import { middle, one, text } from '../../../helpers/mount.ts';
import { ends, ids, stackOf, toasts } from './stack-of.ts';

describe('work requests where there is little room', () => {
  afterEach(() => resetMouse());

  for (const [what, form, width, height] of [
    ['on a telephone', 'one toast', 360, 740],
    ['at 200 %', 'one row', 683, 330],
  ] as const)
    it(`are ${form} and a count ${what}, and five again where there is room`, async () => {
      const list = [20, 30, 40, 50, 60, 70].map((seconds) => ends(seconds));
      await setViewport({ width, height });
      try {
        const { stack } = await stackOf(list);
        expect(ids(stack)).to.deep.equal(['in-20']);
        expect(toasts(stack)[0]!.hasAttribute('compact')).to.equal(form === 'one row');
        expect(text(one(stack, '[part=more]'))).to.contain('+ 5 more');
        const { top, bottom } = one(stack, '[part=more]').getBoundingClientRect();
        expect(top).to.be.greaterThan(0);
        expect(bottom).to.be.lessThan(height);
        await setViewport({ width: 1024, height: 720 });
        await until('five are shown', () => ids(stack).length === 5);
        await setViewport({ width, height });
        await until('one is shown', () => ids(stack).join() === 'in-20');
      } finally {
        await setViewport({ width: 800, height: 600 });
      }
    });

  it('keep the way to the rest in reach on a page too low for five', async () => {
    const { stack } = await stackOf([20, 30, 40, 50, 60, 70, 80].map((seconds) => ends(seconds)));
    expect(toasts(stack)).to.have.length(5);
    const last = toasts(stack).at(-1)!.getBoundingClientRect();
    expect(last.bottom, 'five do not fit').to.be.greaterThan(innerHeight);
    const more = one(stack, '[part=more]');
    expect(more.getBoundingClientRect().bottom).to.be.at.most(innerHeight);
    await sendMouse({ type: 'click', position: middle(more) });
    await rendered();
    expect(toasts(stack)).to.have.length(7);
  });

  for (const words of [en, de, es, ja, ar])
    it(`leave room for the subject of a row in ${words.locale}`, async () => {
      const { stack } = await stackOf([ends(20), ends(30)], { strings: words });
      const row = toasts(stack)[1]!;
      const { width } = one(row, '[part=subject]').getBoundingClientRect();
      expect(width).to.be.greaterThan(140);
    });
});
