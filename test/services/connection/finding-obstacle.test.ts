import { expect } from '@open-wc/testing';
import { findObstacle } from '../../../src/services/connection/finding-obstacle.ts';
import { ConnectionStore } from '../../../src/stores/connection.ts';

describe('why a panel has never connected', () => {
  let connection: ConnectionStore;
  let get: () => Promise<Response>;
  let problems: string[];
  let abouts: string[];
  let answered: boolean;
  let block: (address: string) => void;
  let asked: number;
  let stop: () => void;

  beforeEach(() => {
    connection = new ConnectionStore(0);
    get = () => Promise.resolve(Response.json({}, { status: 401 }));
    problems = [];
    abouts = [];
    answered = false;
    asked = 0;
    stop = findObstacle({
      connection,
      http: {
        get: () => {
          asked += 1;
          return get();
        },
      },
      address: () => 'https://routing.example.com/t/',
      onBlocked: (call) => {
        block = call;
        return () => undefined;
      },
      origin: 'https://console.example.com',
      answers: (address) => Promise.resolve(answered && address === 'https://routing.example.com/t/'),
      problem(about, detail) {
        abouts.push(about);
        problems.push(detail);
      },
    });
  });
  afterEach(() => stop());

  const refused = async () => {
    connection.update({ status: 'refused', nextAttemptAt: asked });
    await new Promise((resolve) => setTimeout(resolve));
  };
  const lost = async () => {
    connection.update({ status: 'lost' });
    await new Promise((resolve) => setTimeout(resolve));
  };

  it('is a blocked WebSocket if the API answers, even if it refuses', async () => {
    await lost();
    expect(connection.state.obstacle).to.equal('socket');
    expect(problems).to.deep.equal([
      'https://routing.example.com/t/ answers, but no WebSocket to it opens: a proxy may block them.',
    ]);
  });

  it('is not looked for if the reason is known', async () => {
    connection.update({ detail: 'What the server sent could not be read.' });
    await lost();
    expect(asked).to.equal(0);
    expect(connection.state.obstacle).to.equal(null);
    expect(problems).to.deep.equal([]);
  });

  it('is the server if it does not answer', async () => {
    get = () => Promise.reject(new TypeError('Failed to fetch'));
    await lost();
    expect(connection.state.obstacle).to.equal('server');
    expect(problems).to.deep.equal([
      'There is no answer from https://routing.example.com/t/: is the address right, and does the server run?',
    ]);
  });

  it('is the server’s policy if it answers, but not to this page', async () => {
    get = () => Promise.reject(new TypeError('Failed to fetch'));
    answered = true;
    await lost();
    expect(connection.state.obstacle).to.equal('policy');
    expect(problems).to.deep.equal([
      'https://routing.example.com/t/ does not answer pages of https://console.example.com: is the address right, and is that origin among those allowed?',
    ]);
  });

  it('is the token if the server refuses that: once, with the server’s reason', async () => {
    get = () => Promise.resolve(Response.json({ detail: 'The token has expired.' }, { status: 401 }));
    await refused();
    await refused();
    expect(problems).to.deep.equal(['The server refused the token. The token has expired.']);
    expect(abouts).to.deep.equal(['token']);
    expect(connection.state.obstacle).to.equal(null);
    connection.update({ status: 'connected', grace: 30_000 });
    get = () => Promise.reject(new TypeError('Failed to fetch'));
    await refused();
    expect(problems.slice(1)).to.deep.equal(['The server refused the token.']);
  });

  it('is not looked for again if the server named another rep', async () => {
    connection.update({ detail: 'The server named another rep.' });
    await refused();
    expect(asked).to.equal(0);
  });

  it('is the server if something else answers there, such as the page of a proxy', async () => {
    get = () =>
      Promise.resolve(new Response('<h1>Welcome</h1>', { headers: { 'content-type': 'text/html' } }));
    await lost();
    expect(connection.state.obstacle).to.equal('server');
    expect(problems).to.deep.equal([
      'What answers at https://routing.example.com/t/ is not the API: is the address right?',
    ]);
  });

  it('is the page’s policy if that blocks this server, and no other', async () => {
    block('wss://elsewhere.example.com/socket');
    expect(problems).to.deep.equal([]);
    block('wss://routing.example.com/t/v1/connection');
    get = () => Promise.reject(new TypeError('Failed to fetch'));
    await lost();
    expect(connection.state.obstacle).to.equal('policy');
    expect(problems).to.have.length(1);
    expect(problems[0]).to.contain('connect-src');
  });

  it('is asked for once, and forgotten when the panel connects', async () => {
    await lost();
    connection.update({ status: 'connecting' });
    await lost();
    expect(asked).to.equal(1);
    connection.update({ status: 'connected', grace: 30_000 });
    expect(connection.state.obstacle).to.equal(null);
  });

  it('is no question if it has been connected', async () => {
    connection.update({ grace: 30_000 });
    await lost();
    expect(asked).to.equal(0);
  });
});
