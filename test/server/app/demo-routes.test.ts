import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { developmentVerifier } from '../../../server/auth/development-tokens.ts';
import { demoRoutes } from '../../../server/demo/demo-routes.ts';
import { AppUnderTest, problem } from './app-under-test.ts';

function demo(): AppUnderTest {
  const { issuer } = new AppUnderTest();
  return new AppUnderTest({ demo: demoRoutes(issuer) });
}

describe('POST /demo/tokens', () => {
  test('issues each demo subject a token with its permissions and nothing more', async () => {
    const server = demo();
    const verifier = developmentVerifier(server.secret, server.timers.now);
    const expected = {
      sofia: 'omni-channel',
      noah: 'omni-channel',
      amara: 'omni-channel',
      admin: 'customize-application',
      'work-source': 'work-source',
    };
    for (const [subject, permission] of Object.entries(expected)) {
      const response = await server.post('/demo/tokens', { subject });
      assert.equal(response.headers.get('Cache-Control'), 'no-store');
      const { token, expiresAt } = (await response.json()) as { token: string; expiresAt: number };
      assert.equal(expiresAt, server.timers.now() + 3600_000);
      assert.deepEqual(await verifier.verify(token), {
        ok: true,
        holder: { subject, permissions: [permission], expiresAt },
      });
    }
  });

  test('refuses other subjects', async () => {
    const unknown = await problem(await demo().post('/demo/tokens', { subject: 'root' }));
    assert.equal(unknown.status, 404);
    assert.equal(unknown.detail, 'The demo knows only sofia, noah, amara, admin, work-source.');
    assert.equal((await demo().post('/demo/tokens', { subject: '__proto__' })).status, 404);
    assert.equal((await demo().post('/demo/tokens', {})).status, 422);
    assert.equal((await demo().get('/demo/tokens')).status, 405);
  });
});
