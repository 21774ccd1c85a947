import { expect } from '@open-wc/testing';
import { TokenSource, type Token } from '../../../src/platform/network/token.ts';

describe('the token', () => {
  let now = 0;
  let calls = 0;
  let token: Token = '';
  const source = () =>
    new TokenSource(
      () => token,
      () => now,
    );
  const expiring = (at: number) => `head.${btoa(JSON.stringify({ exp: at / 1000 }))}.signature`;

  beforeEach(() => {
    now = 1_000_000;
    calls = 0;
  });

  it('is the one that the host provided', async () => {
    token = 'fixed';
    expect(await source().get(true)).to.equal('fixed');
  });

  it('is fetched once and kept until a fresh one is requested', async () => {
    token = () => Promise.resolve(`token ${++calls}`);
    const tokens = source();
    expect(await tokens.get(false)).to.equal('token 1');
    expect(await tokens.get(false)).to.equal('token 1');
    expect(await tokens.get(true)).to.equal('token 2');
  });

  it('is fetched once for simultaneous requests', async () => {
    token = () => Promise.resolve(`token ${++calls}`);
    const tokens = source();
    expect(await Promise.all([tokens.get(true), tokens.get(true)])).to.deep.equal(['token 1', 'token 1']);
  });

  it('is replaced before it expires', async () => {
    const made = [expiring(1_100_000), expiring(2_000_000)];
    token = () => Promise.resolve(made[calls++]!);
    const tokens = source();
    await tokens.get(false);
    now = 1_069_000;
    expect(await tokens.get(false)).to.equal(made[0]);
    now = 1_071_000;
    expect(await tokens.get(false)).to.equal(made[1]);
  });

  it('is fetched again if the host sets another function', async () => {
    const tokens = source();
    token = () => Promise.resolve('old');
    await tokens.get(false);
    token = () => Promise.resolve('new');
    expect(await tokens.get(false)).to.equal('new');
  });

  it('must be a token', async () => {
    for (const none of ['', () => Promise.resolve(undefined as never)]) {
      token = none;
      const error: unknown = await source()
        .get(false)
        .catch((why: unknown) => why);
      expect(error).to.have.property('message', 'The host gave no token.');
    }
  });

  it('is requested again after the host failed', async () => {
    token = () => (++calls === 1 ? Promise.reject(new Error('offline')) : Promise.resolve('token'));
    const tokens = source();
    await tokens.get(false).catch(() => undefined);
    expect(await tokens.get(false)).to.equal('token');
  });
});
