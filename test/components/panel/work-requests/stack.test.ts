import { expect } from '@open-wc/testing';
import { resetMouse } from '@web/test-runner-commands';
import { rendered } from '../../../helpers/fake-clock.ts';
import { everything, hasFocus, one, text } from '../../../helpers/mount.ts';
import { ends, ids, stackOf, toasts } from './stack-of.ts';

describe('work requests, one below another', () => {
  afterEach(() => resetMouse());

  it('are ordered by deadline; the first is expanded and the others are rows', async () => {
    const { stack } = await stackOf([ends(50), ends(20), ends(30)]);
    expect(ids(stack)).to.deep.equal(['in-20', 'in-30', 'in-50']);
    expect(toasts(stack).map((toast) => toast.hasAttribute('compact'))).to.deep.equal([false, true, true]);
  });

  it('are in the top layer while there are any', async () => {
    const { stack, show } = await stackOf([ends(20)]);
    const popover = one(stack, '[popover]');
    expect(popover.matches(':popover-open')).to.equal(true);
    await show([]);
    expect(popover.matches(':popover-open')).to.equal(false);
  });

  it('are in the top layer again after the panel was moved', async () => {
    const { stack, contexts } = await stackOf([ends(20)]);
    contexts.parentElement?.prepend(contexts);
    await rendered();
    expect(one(stack, '[popover]').matches(':popover-open')).to.equal(true);
  });

  it('do not move for a new request that ends sooner', async () => {
    const { stack, show } = await stackOf([ends(20), ends(30)]);
    const places = () => toasts(stack).map((toast) => toast.getBoundingClientRect().top);
    const before = places();
    await show([ends(20), ends(30), ends(5)]);
    expect(ids(stack)).to.deep.equal(['in-20', 'in-30', 'in-5']);
    expect(places().slice(0, 2)).to.deep.equal(before);
  });

  it('keep the same elements for those that stay', async () => {
    const { stack, show } = await stackOf([ends(20), ends(30), ends(40)]);
    const [, second, third] = toasts(stack);
    await show([ends(30), ends(40)]);
    expect(toasts(stack)[0] === second && toasts(stack)[1] === third).to.equal(true);
  });

  it('show five and count the rest, with the next end among them', async () => {
    const { stack, clock } = await stackOf([10, 20, 30, 40, 50, 55, 58, 160].map((seconds) => ends(seconds)));
    expect(toasts(stack)).to.have.length(5);
    expect(text(one(stack, '[part=more]'))).to.equal('+ 3 more · next ends in 55 s');
    await clock.advance(1000);
    expect(text(one(stack, '[part=more]'))).to.equal('+ 3 more · next ends in 54 s');
  });

  it('open the rest on a click, and close it again', async () => {
    const { stack } = await stackOf([10, 20, 30, 40, 50, 55, 58, 160].map((seconds) => ends(seconds)));
    const more = one(stack, '[part=more]');
    more.click();
    await rendered();
    expect(toasts(stack)).to.have.length(8);
    expect(more.ariaExpanded).to.equal('true');
    expect(text(more)).to.equal('Show fewer');
    more.click();
    await rendered();
    expect(toasts(stack)).to.have.length(5);
  });

  it('close the rest by themselves when it is no longer needed, and the focus stays with the toasts', async () => {
    const eight = [10, 20, 30, 40, 50, 55, 58, 160].map((seconds) => ends(seconds));
    const { stack, show } = await stackOf(eight);
    const more = one(stack, '[part=more]');
    more.focus();
    more.click();
    await rendered();
    await show(eight.slice(0, 4));
    expect(more.checkVisibility()).to.equal(false);
    expect(hasFocus(one(toasts(stack)[0]!, '[part=accept]'))).to.equal(true);
    await show(eight);
    expect(toasts(stack)).to.have.length(5);
  });

  it('bring one of the rest into reach', async () => {
    const { stack } = await stackOf([10, 20, 30, 40, 50, 55, 58].map((seconds) => ends(seconds)));
    await stack.reveal('in-58');
    expect(hasFocus(one(toasts(stack)[6]!, '[part=accept]'))).to.equal(true);
    await stack.reveal('in-20');
    expect(hasFocus(one(toasts(stack)[1]!, '[part=accept]'))).to.equal(true);
  });

  it('render at most 60 elements for 1,000 requests, including shadow trees', async () => {
    const thousand = Array.from({ length: 1000 }, (_, index) => ends(60 + index / 10, `many-${index}`));
    const { stack } = await stackOf(thousand, { sound: { status: 'blocked' } });
    expect(text(one(stack, '[part=more]'))).to.contain('+ 995 more');
    const elements = [stack, ...everything(stack)];
    expect(elements.length).to.be.at.most(60);
  });

  it('leave nothing behind, however many come and go', async () => {
    const { stack, show } = await stackOf([ends(20)]);
    await show([]);
    const nodes = one(stack, '[popover]').childNodes.length;
    for (let index = 0; index < 50; index++) {
      await show([ends(20, `a-${index}`), ends(30, `b-${index}`)]);
      await show([]);
    }
    expect(one(stack, '[popover]').childNodes.length).to.equal(nodes);
  });
});
