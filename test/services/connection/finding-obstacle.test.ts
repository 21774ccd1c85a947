import { expect } from '@open-wc/testing';
import { findObstacle } from '../../../src/services/connection/finding-obstacle.ts';
import { ConnectionStore } from '../../../src/stores/connection.ts';

describe('why a panel has never connected', () => {
  let connection: ConnectionStore;
  let get: () => Promise<Response>;
  let problems: string[];
  let block: (address: string) => void;
  let asked: number;
  let stop: () => void;

  beforeEach(() => {
    connection = new ConnectionStore(0);
    get = () => Promise.resolve(Response.json({}, { status: 401 }));
    problems = [];
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
      problem: (detail) => problems.push(detail),
    });
  });
  afterEach(() => stop());

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
      'There is no answer from https://routing.example.com/t/: does it run, and does it allow this page’s origin?',
    ]);
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
