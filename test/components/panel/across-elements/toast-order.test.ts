import { expect } from '@open-wc/testing';
import { request } from '../../../../components/shared/stories/story-fixtures.ts';
import { arrange, type Toast } from '../../../../components/panel/work-requests/toast-order.ts';

const ring = (...ids: string[]) => ids.map((id) => request(id));
const left = (...ids: string[]) =>
  ids.map((id) => request(id, { status: 'canceled', cancelReason: 'customerLeft' }));
const ids = (toasts: readonly Toast[]) => toasts.map(({ work }) => work.id).join(' ');
const whole = (toasts: readonly Toast[]) => ids(toasts.filter((toast) => toast.whole));
const none = new Set<string>();

describe('the order of the toasts', () => {
  it('is initially the order of arrival', () => {
    expect(ids(arrange([], ring('a', 'b', 'c'), none, 0))).to.equal('a b c');
  });

  it('does not change for a new request, however soon it ends', () => {
    const before = arrange([], ring('b', 'c'), none, 0);
    const after = arrange(before, ring('a', 'b', 'c'), none, 1);
    expect(ids(after)).to.equal('b c a');
    expect(after.map(({ since }) => since)).to.deep.equal([0, 0, 1]);
  });

  it('shows five, and adds the soonest of the others as soon as there is room', () => {
    const before = arrange([], ring('a', 'b', 'c', 'd', 'e', 'f', 'g'), none, 0);
    expect(ids(before)).to.equal('a b c d e');
    expect(ids(arrange(before, ring('a', 'c', 'd', 'e', 'f', 'g'), none, 1))).to.equal('a c d e f');
  });

  it('shows what there is room for: what is held, then what waits', () => {
    const requests = [...left('z'), ...ring('a', 'b', 'c')];
    const before = arrange([], requests, none, 0);
    expect(ids(arrange(before, requests, none, 1, 1))).to.equal('a');
    expect(ids(arrange(before, requests, new Set(['c']), 1, 1))).to.equal('c');
    const one = arrange([], ring('a', 'b'), none, 0, 1);
    expect(ids(one)).to.equal('a');
    expect(ids(arrange(one, ring('a', 'b'), none, 1))).to.equal('a b');
  });

  it('records since when each has been in its position', () => {
    const before = arrange([], ring('a', 'b', 'c'), none, 0);
    const after = arrange(before, ring('a', 'c'), none, 7);
    expect(after.map(({ work, since }) => [work.id, since])).to.deep.equal([
      ['a', 0],
      ['c', 7],
    ]);
  });

  it('expands the first, and the next one once that is gone', () => {
    const before = arrange([], ring('a', 'b', 'c'), none, 0);
    expect(whole(before)).to.equal('a');
    const after = arrange(before, ring('b', 'c'), none, 1);
    expect(whole(after)).to.equal('b');
    expect(after[0]?.since).to.equal(1);
  });

  it('expands a waiting request; an outcome above it becomes a row, unless a toast is being used', () => {
    const before = arrange([], left('a'), none, 0);
    expect(whole(before)).to.equal('a');
    const requests = [...left('a'), ...ring('b', 'c')];
    expect(whole(arrange(before, requests, none, 1))).to.equal('b');
    expect(whole(arrange(before, requests, new Set(['a']), 1))).to.equal('a b');
  });

  it('replaces an outcome by a request if there is no other room', () => {
    const before = arrange([], left('a', 'b', 'c', 'd', 'e'), none, 0);
    expect(ids(arrange(before, [...left('a', 'b', 'c', 'd', 'e'), ...ring('f')], none, 1))).to.equal(
      'f b c d e',
    );
  });

  it('keeps an outcome that is under the pointer or has the focus', () => {
    const before = arrange([], left('a', 'b', 'c', 'd', 'e'), none, 0);
    const after = arrange(before, [...left('a', 'b', 'c', 'd', 'e'), ...ring('f')], new Set(['a', 'b']), 1);
    expect(ids(after)).to.equal('a b f d e');
  });

  it('never replaces a waiting request that ends no later', () => {
    const before = arrange([], ring('a', 'b', 'c', 'd', 'e'), none, 0);
    expect(ids(arrange(before, [...ring('f', 'a', 'b', 'c', 'd', 'e')], none, 1))).to.equal('a b c d e');
  });

  const ending = (...ends: readonly (number | null)[]) =>
    ends.map((deadline) => request(String(deadline), { stamp: { deadline } }));

  it('shows what ends next instead of what ends last, in its place', () => {
    const before = arrange([], ending(10, 20, 30, 40, null), none, 0);
    const after = arrange(before, ending(5, 10, 20, 30, 40, null), none, 1);
    expect(ids(after)).to.equal('10 20 30 40 5');
    expect(after.map(({ since }) => since)).to.deep.equal([0, 0, 0, 0, 1]);
    const again = arrange(after, ending(5, 6, 10, 20, 30, 40, null), none, 2);
    expect(ids(again)).to.equal('10 20 30 6 5');
    expect(ids(arrange(again, ending(5, 6, 10, 20, 30, 40, null), none, 3))).to.equal('10 20 30 6 5');
  });

  it('leaves what is used where it is, and replaces what ends last of the others', () => {
    const before = arrange([], ending(10, 20, 30, 40, 50), none, 0);
    const after = arrange(before, ending(5, 10, 20, 30, 40, 50), new Set(['50']), 1);
    expect(ids(after)).to.equal('10 20 30 5 50');
  });

  it('shows all that the rep opened, and again five once they are closed', () => {
    const seven = ending(10, 20, 30, 40, 50, 60, 70);
    const before = arrange([], seven, none, 0);
    const all = arrange(before, seven, none, 1, Number.POSITIVE_INFINITY);
    expect(ids(all)).to.equal('10 20 30 40 50 60 70');
    expect(ids(arrange(all, seven, new Set(['70']), 2))).to.equal('10 20 30 40 70');
  });
});
