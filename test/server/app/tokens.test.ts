import assert from 'node:assert/strict';
import { chmod, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { developmentSecret } from '../../../server/auth/development-tokens.ts';
import { keySetVerifier } from '../../../server/auth/key-set.ts';
import { KeysUnavailableError, tokenVerifier } from '../../../server/auth/token-verifier.ts';
import { AppUnderTest, problem } from './app-under-test.ts';

const address = '/v1/presence-configuration';

describe('a token', () => {
  test('that is missing, malformed, expired or for another audience is refused with that reason', async () => {
    const server = new AppUnderTest();
    const rep = await server.as('sofia', 'omni-channel');
    const source = await server.as('shop', 'work-source');

    const missing = await server.get(address);
    assert.equal(missing.headers.get('WWW-Authenticate'), 'Bearer');
    assert.deepEqual(await problem(missing), {
      type: 'about:blank',
      title: 'Unauthorized',
      status: 401,
      detail: 'A token is missing: send it in the Authorization header as a Bearer token.',
    });
    const basic = await problem(await server.get(address, { Authorization: 'Basic c29maWE6cGFzcw==' }));
    assert.equal(basic.detail, 'The Authorization header must be the word Bearer and a token.');
    for (const bad of ['nonsense', `${rep.Authorization.slice(7, -4)}AAAA`]) {
      const refused = await problem(await server.get(address, { Authorization: `Bearer ${bad}` }));
      assert.equal(refused.status, 401);
      assert.equal(refused.detail, 'The token is malformed, or its signature does not hold.');
    }
    const wrong = await problem(await server.get(address, source));
    assert.equal(wrong.status, 403);
    assert.equal(wrong.detail, 'This needs the permission omni-channel, which the token does not give.');

    await server.timers.pass(3600_000);
    const expired = await server.get(address, rep);
    assert.equal(expired.headers.get('WWW-Authenticate'), 'Bearer error="invalid_token"');
    assert.equal((await problem(expired)).detail, 'The token has expired.');
  });

  test('without subject, expiry or permissions is malformed', async () => {
    const server = new AppUnderTest();
    const sign = (claims: Record<string, unknown>) =>
      new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(server.secret);
    const exp = Math.floor(server.timers.now() / 1000) + 60;
    const details = [];
    for (const claims of [
      { exp, permissions: [] },
      { sub: 'sofia', permissions: [] },
      { sub: 'sofia', exp },
    ]) {
      const response = await server.get(address, { Authorization: `Bearer ${await sign(claims)}` });
      details.push((await problem(response)).detail);
    }
    assert.deepEqual(details, [
      "The token's sub claim is missing or wrong.",
      "The token's exp claim is missing or wrong.",
      'The token has no list of permissions.',
    ]);
  });

  test('that claims to need no signature is refused', async () => {
    const server = new AppUnderTest();
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const exp = Math.floor(server.timers.now() / 1000) + 60;
    const forged = `${part({ alg: 'none' })}.${part({ sub: 'sofia', exp, permissions: ['omni-channel'] })}.`;
    const response = await server.get(address, { Authorization: `Bearer ${forged}` });
    assert.equal(response.status, 401);
  });

  test('in the URL is ignored, and never reaches the log', async () => {
    const server = new AppUnderTest();
    const token = (await server.as('sofia', 'omni-channel')).Authorization.slice(7);
    const response = await server.get(`${address}?access_token=${token}`);
    assert.equal(response.status, 401);
    await server.get(address, { Authorization: `Bearer ${token}` });
    assert.equal(server.log.length, 2);
    assert.ok(!server.log.join('').includes(token.slice(0, 20)));
  });
});

describe('the secret of development tokens', () => {
  test('is created once, and only its owner can read it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'omni-'));
    try {
      const path = join(folder, 'token-secret');
      const first = await developmentSecret(folder);
      assert.equal(first.length, 32);
      assert.equal((await stat(path)).mode & 0o777, 0o600);
      await chmod(path, 0o644);
      assert.deepEqual(await developmentSecret(folder), first);
      assert.equal((await stat(path)).mode & 0o777, 0o600);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('is the same for two servers that start together', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'omni-'));
    try {
      const [first, second] = await Promise.all([developmentSecret(folder), developmentSecret(folder)]);
      assert.deepEqual(first, second);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('is different for every server in memory', async () => {
    assert.notDeepEqual(await developmentSecret('memory'), await developmentSecret('memory'));
  });
});

describe('the tokens of an identity provider', () => {
  const now = Date.UTC(2030, 0, 1);
  const exp = now / 1000 + 60;

  async function provider() {
    const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
    const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), alg: 'ES256' }] });
    const claims = {
      permissions: ['omni-channel', 'something-else'],
      iss: 'https://id.example',
      aud: 'panel',
    };
    const token = (changes: object = {}) =>
      new SignJWT({ sub: 'sofia', exp, ...claims, ...changes })
        .setProtectedHeader({ alg: 'ES256' })
        .sign(privateKey);
    const options = { algorithms: ['ES256'], issuer: 'https://id.example', audience: 'panel' };
    return { verifier: tokenVerifier(keys, options, () => now), token };
  }

  test('are accepted from this issuer and for this audience only', async () => {
    const { verifier, token } = await provider();
    assert.deepEqual(await verifier.verify(await token()), {
      ok: true,
      holder: { subject: 'sofia', permissions: ['omni-channel'], expiresAt: exp * 1000 },
    });
    const foreign = {
      ok: false,
      fault: 'foreign',
      detail: 'The token is from another issuer or for another audience.',
    };
    assert.deepEqual(await verifier.verify(await token({ iss: 'https://other.example' })), foreign);
    assert.deepEqual(await verifier.verify(await token({ aud: 'another' })), foreign);
  });

  test('signed with a secret instead of a key are refused', async () => {
    const { verifier } = await provider();
    const forged = await new SignJWT({ sub: 'sofia', exp, permissions: [] })
      .setProtectedHeader({ alg: 'HS256' })
      .sign(new Uint8Array(32));
    const verdict = await verifier.verify(forged);
    assert.ok(!verdict.ok && verdict.fault === 'malformed');
  });

  test('cannot be verified while its keys cannot be fetched, which is not the token’s fault', async () => {
    const { token } = await provider();
    // Nothing listens on this port.
    const nowhere = {
      keySetAddress: 'http://127.0.0.1:9/keys',
      issuer: 'https://id.example',
      audience: 'panel',
    };
    const verifier = keySetVerifier(nowhere, () => now);
    await assert.rejects(verifier.verify(await token()), KeysUnavailableError);
    const server = new AppUnderTest({ verifier });
    const response = await server.get(address, { Authorization: `Bearer ${await token()}` });
    assert.equal((await problem(response)).status, 503);
    assert.equal(response.headers.get('Retry-After'), '5');
  });
});
