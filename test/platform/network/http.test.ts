import { expect } from '@open-wc/testing';
import {
  createHttp,
  FILE_TIMEOUT,
  RESPONSE_TIMEOUT,
  RETRY_DELAY,
} from '../../../src/platform/network/http.ts';
import { FakeTimers } from '../../helpers/fake-timers.ts';

type Answer = () => Response | Promise<Response>;

describe('an HTTP request', () => {
  const fetchOfPage = window.fetch;
  let timers: FakeTimers;
  let answers: Answer[];
  let asked: { path: string; method: string; signal: AbortSignal }[];
  let token: (fresh: boolean) => Promise<string>;

  beforeEach(() => {
    timers = new FakeTimers();
    answers = [];
    asked = [];
    token = () => Promise.resolve('token');
    window.fetch = (address, { method = 'GET', signal } = {}) => {
      asked.push({ path: (address as URL).pathname, method, signal: signal! });
      const answer = answers.shift() ?? never;
      return Promise.race([Promise.resolve().then(answer), abortOf(signal!)]);
    };
  });
  afterEach(() => {
    window.fetch = fetchOfPage;
  });

  const never: Answer = () => new Promise<never>(() => undefined);
  const unreachable: Answer = () => Promise.reject(new TypeError('Failed to fetch'));
  const abortOf = (signal: AbortSignal) =>
    new Promise<never>((_, reject) =>
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true }),
    );
  const http = () =>
    createHttp(
      () => 'https://api.test/',
      (fresh) => token(fresh),
      timers,
    );
  const settled = () => new Promise<void>((resolve) => setTimeout(resolve));
  /** Lets time pass, and whatever follows from it happen. */
  const pass = async (...times: number[]) => {
    await settled();
    for (const time of times) {
      timers.advance(time);
      await settled();
    }
  };
  /** What became of a promise, so far. */
  function watched<T>(promise: Promise<T>) {
    const seen: { value?: T; error?: unknown } = {};
    promise.then(
      (value) => (seen.value = value),
      (error: unknown) => (seen.error = error),
    );
    return seen;
  }

  it('ends when a server is silent twice, and leaves no timer behind', async () => {
    const seen = watched(http().get('v1/x'));
    await pass(RESPONSE_TIMEOUT - 1);
    expect(asked).to.have.length(1);
    await pass(1, RETRY_DELAY - 1);
    expect(asked).to.have.length(1);
    await pass(1, RESPONSE_TIMEOUT);
    expect(asked).to.have.length(2);
    expect(asked.every(({ signal }) => signal.aborted)).to.equal(true);
    expect(seen.error).to.be.instanceOf(TypeError);
    expect(seen.error).to.have.property('message', 'The server did not answer within 10 s.');
    expect(timers.count).to.equal(0);
  });

  for (const [what, first] of [
    ['a link that was gone for a moment', unreachable],
    ['a proxy whose server restarts', () => new Response(null, { status: 503 })],
  ] as const)
    it(`is repeated once after ${what}`, async () => {
      answers = [first, () => new Response('here')];
      const seen = watched(http().get('v1/x'));
      await pass(0, RETRY_DELAY, 0);
      expect(await seen.value?.text()).to.equal('here');
      expect(timers.count).to.equal(0);
    });

  it('is not repeated after an answer of the server, good or bad', async () => {
    answers = [() => new Response(null, { status: 500 })];
    expect((await http().get('v1/x')).status).to.equal(500);
    expect(asked).to.have.length(1);
  });

  it('that changes something ends, and is not repeated: it may have taken effect', async () => {
    const seen = watched(http().send('PUT', 'v1/x', { body: '{}' }));
    await pass(RESPONSE_TIMEOUT);
    expect(seen.error).to.be.instanceOf(TypeError);
    answers = [unreachable];
    const other = watched(http().send('POST', 'v1/x', { body: '{}' }));
    await pass(RETRY_DELAY);
    expect(other.error).to.be.instanceOf(TypeError);
    expect(asked.map(({ method }) => method)).to.deep.equal(['PUT', 'POST']);
  });

  it('may take longer with a file', async () => {
    const seen = watched(http().send('POST', 'v1/x', { body: new FormData() }));
    await pass(FILE_TIMEOUT - 1);
    expect(seen).to.deep.equal({});
    await pass(1);
    expect(seen.error).to.be.instanceOf(TypeError);
  });

  it('ends when the link dies in the middle of the answer', async () => {
    answers = [() => new Response(new ReadableStream())];
    const seen = watched(http().send('POST', 'v1/x'));
    await pass(RESPONSE_TIMEOUT);
    expect(seen, 'a long answer may take its time').to.deep.equal({});
    await pass(FILE_TIMEOUT);
    expect(seen.error).to.be.instanceOf(TypeError);
    expect(timers.count).to.equal(0);
  });

  it('ends when the host gives no token', async () => {
    token = () => new Promise(() => undefined);
    const seen = watched(http().get('v1/x'));
    await pass(RESPONSE_TIMEOUT, RETRY_DELAY, RESPONSE_TIMEOUT);
    expect(seen.error).to.be.instanceOf(TypeError);
    expect(asked).to.have.length(0);
  });

  it('ends at once when nobody wants the answer any more', async () => {
    const aborting = new AbortController();
    const seen = watched(http().get('v1/x', { signal: aborting.signal }));
    await settled();
    aborting.abort();
    await settled();
    expect(seen.error).to.have.property('name', 'AbortError');
    expect(timers.count).to.equal(0);
    answers = [unreachable];
    const again = new AbortController();
    const other = watched(http().get('v1/x', { signal: again.signal }));
    await settled();
    again.abort();
    await pass(RETRY_DELAY);
    expect(other.error).to.have.property('name', 'AbortError');
    expect(asked).to.have.length(2);
  });

  it('gets a fresh token once, and the headers of the answer', async () => {
    const fresh: boolean[] = [];
    token = (isFresh) => {
      fresh.push(isFresh);
      return Promise.resolve('token');
    };
    answers = [
      () => new Response(null, { status: 401 }),
      () => new Response(null, { status: 304, headers: { etag: '"v1"' } }),
    ];
    const answer = await http().get('v1/x');
    expect([answer.status, answer.headers.get('etag'), fresh]).to.deep.equal([304, '"v1"', [false, true]]);
  });

  it('refuses an answer that is larger than any file', async () => {
    answers = [() => new Response('', { headers: { 'content-length': '999999999' } })];
    const seen = watched(http().get('v1/x'));
    await settled();
    expect(seen.error).to.have.property('message', 'It is too large.');
  });
});
