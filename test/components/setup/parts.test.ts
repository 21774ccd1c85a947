import { expect } from '@open-wc/testing';
import { numberIn, shownNumber } from '../../../components/setup/setting-field/numbers.ts';
import { Marks } from '../../../components/setup/pick-list/marks.ts';
import { sorted } from '../../../components/setup/record-list/rows.ts';
import { problemIn } from '../../../src/setup/problem.ts';

const answer = (body: unknown, status: number) => Response.json(body, { status });

describe('numbers as people write them', () => {
  it('may have commas between thousands', () => {
    expect(['10,000', ' 5 ', '0', '-1', '2.5', ''].map(numberIn)).to.deep.equal([
      10_000,
      5,
      0,
      -1,
      2.5,
      null,
    ]);
  });

  it('stay text if they are not a number, which the rules then report', () => {
    expect(['ten', '1,5', '1e3', '0x10', '5 s'].map(numberIn)).to.deep.equal([
      'ten',
      '1,5',
      '1e3',
      '0x10',
      '5 s',
    ]);
    expect([null, 'ten', 5].map(shownNumber)).to.deep.equal(['', 'ten', '5']);
  });
});

describe('marks in a list', () => {
  const rows = ['a', 'b', 'c', 'd'].map((id) => ({ id }));
  const marked = (marks: Marks) => rows.filter(({ id }) => marks.has(id)).map(({ id }) => id);

  it('extend from the last one that was set individually, in both directions', () => {
    const marks = new Marks();
    marks.only(['c'], 2);
    marks.extend(rows, 3);
    expect(marked(marks)).to.deep.equal(['c', 'd']);
    marks.extend(rows, 0);
    expect(marked(marks)).to.deep.equal(['a', 'b', 'c']);
  });

  it('are set and removed one by one, and forget rows that are gone', () => {
    const marks = new Marks();
    marks.toggle('a', 0);
    marks.toggle('d', 3);
    marks.toggle('a', 0);
    expect(marked(marks)).to.deep.equal(['d']);
    marks.keep(rows.slice(0, 3));
    expect(marks.has('d')).to.equal(false);
  });
});

describe('the order of the configurations', () => {
  const row = (name: string, users: number, changedAt: number, isDefault = false) => ({
    id: name,
    name,
    users,
    profiles: 0,
    changedAt,
    isDefault,
  });
  const rows = [row('b', 1, 3), row('z', 0, 0, true), row('a', 5, 1)];
  const names = (sort: Parameters<typeof sorted>[1]) => sorted(rows, sort).map(({ name }) => name);

  it('has the default first, however it is sorted', () => {
    expect(names('name')).to.deep.equal(['z', 'a', 'b']);
    expect(names('members')).to.deep.equal(['z', 'a', 'b']);
    expect(names('changed')).to.deep.equal(['z', 'b', 'a']);
  });

  it('is the server’s for other records', () => {
    expect(names(null)).to.deep.equal(['b', 'z', 'a']);
  });
});

describe('a problem from the server', () => {
  it('is shown as its sentence, with the violations', async () => {
    const errors = [
      { pointer: '/name', rule: 'text', params: { what: 'Name' }, detail: 'Name must be text.' },
    ];
    const problem = await problemIn(answer({ detail: 'It breaks some rules.', errors }, 422));
    expect(problem).to.include({ message: 'It breaks some rules.', status: 422 });
    expect(problem.violations).to.deep.equal(errors);
  });

  it('names the uses of a record, from one list or two', async () => {
    const night = { id: 'night', name: 'Night shift' };
    const two = { presenceConfigurations: [night], serviceChannels: [] };
    expect((await problemIn(answer({ usedBy: two }, 409))).usedBy).to.deep.equal([
      { kind: 'presenceConfigurations', ...night },
    ]);
    const one = [{ kind: 'queues', ...night }];
    expect((await problemIn(answer({ usedBy: one }, 409))).usedBy).to.deep.equal(one);
  });

  it('is replaced by our own sentence if the response is not a problem', async () => {
    const problem = await problemIn(new Response('<h1>Bad gateway</h1>', { status: 502 }));
    expect(problem).to.include({ message: 'The server answered with 502.', stale: null });
    const broken = await problemIn(answer({ detail: 5, errors: 'many', usedBy: 7, current: 1 }, 412));
    expect(broken).to.include({ message: 'The server answered with 412.', stale: null });
    expect(broken.violations).to.deep.equal([]);
  });
});
