import { expect } from '@open-wc/testing';
import { answerInPage } from '../../src/testing/in-page-api.ts';

describe('the fetch of a page with a server in it', () => {
  const real = globalThis.fetch;
  const asked: string[] = [];
  let undo: () => void;

  beforeEach(() => {
    asked.length = 0;
    // The network: it answers with what it was sent.
    globalThis.fetch = async (input, init) => {
      const request = new Request(input, init);
      return new Response(`${request.method} ${await request.text()}`);
    };
    undo = answerInPage('https://test.example/api', {
      get: (path) => {
        asked.push(path);
        return Promise.resolve(new Response('in the page'));
      },
      openSocket: () => {
        throw new Error('No socket is opened here.');
      },
    });
  });
  afterEach(() => {
    undo();
    globalThis.fetch = real;
  });
  const answer = async (...call: Parameters<typeof fetch>) => (await fetch(...call)).text();

  it('answers for its own address only, however it is given', async () => {
    const own = 'https://test.example/api/v1/one';
    for (const input of [own, new URL(own), new Request(own)])
      expect(await answer(input)).to.equal('in the page');
    expect(asked).to.deep.equal(['v1/one', 'v1/one', 'v1/one']);
    expect((await fetch(own, { method: 'POST' })).status).to.equal(404);
    expect((await fetch(new Request(own, { method: 'PUT' }))).status).to.equal(404);
    expect(asked).to.have.length(3);
    for (const input of ['https://test.example/apis', '/v1/one'])
      expect(await answer(input)).to.equal('GET ');
  });

  it('leaves the body of any other request to the network', async () => {
    const other = new Request('/orders', { method: 'POST', body: 'two bells' });
    expect(await answer(other)).to.equal('POST two bells');
    expect(await answer('/orders', { method: 'PUT', body: 'one bell' })).to.equal('PUT one bell');
  });

  it('rejects for an address that is none, as the network does', async () => {
    const failed = await fetch('https://').catch((error: unknown) => error);
    expect(failed).to.be.instanceOf(TypeError);
  });
});
