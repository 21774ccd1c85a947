import { expect } from '@open-wc/testing';
import { ar } from '../../../assets/locales/ar.ts';
import { en } from '../../../assets/locales/en.ts';
import { setupAr } from '../../../assets/locales/setup/setup.ar.ts';
import { SetupUnderTest } from './setup-under-test.ts';

/** How far from the start of the line, in its reading direction, the first occurrence of a name begins. */
function startOf(name: string, line: HTMLElement): number {
  const [text] = line.childNodes as unknown as [Text];
  const at = text.data.indexOf(name);
  const range = document.createRange();
  range.setStart(text, at);
  range.setEnd(text, at + name.length);
  const [own, whole] = [range.getBoundingClientRect(), line.getBoundingClientRect()];
  return line.dir === 'rtl' ? whole.right - own.right : own.left - whole.left;
}

describe('a row of names', () => {
  for (const words of [en, ar])
    it(`is cut at its end in ${words.locale}, never at its first name`, () => {
      const line = document.createElement('p');
      line.dir = words.direction;
      line.style.cssText =
        'inline-size: 8rem; overflow: hidden; text-overflow: ellipsis; white-space: nowrap';
      line.textContent = words.list(['Case', 'Chat', 'Messaging', 'Voice', 'Another channel']);
      document.body.append(line);
      expect(Math.abs(startOf('Case', line))).to.be.below(2);
      expect(startOf('Another', line)).to.be.above(line.clientWidth);
      line.remove();
    });
});

describe('in Setup in Arabic', () => {
  after(() => SetupUnderTest.stop());

  it('a Latin name in a field shows its beginning, and stands where the others do', async () => {
    const setup = await SetupUnderTest.open(({ element }) => (element.words = setupAr));
    await setup.open('Night shift');
    for (const pointer of ['/name', '/developerName']) {
      const { direction, textAlign } = getComputedStyle(setup.control(pointer));
      expect([pointer, direction, textAlign]).to.deep.equal([pointer, 'ltr', 'right']);
    }
    setup.close();
  });
});
