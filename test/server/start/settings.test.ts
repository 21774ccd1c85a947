import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { commonSettings, identityProvider, logger, wholeNumberSetting } from '../../../server/settings.ts';

describe('the settings', () => {
  test('have sensible defaults', () => {
    assert.deepEqual(commonSettings({}), {
      port: undefined,
      host: undefined,
      dataFolder: 'data',
      databaseUrl: undefined,
      allowedOrigins: [],
    });
    assert.equal(commonSettings({ OMNI_DATA: ' ' }).dataFolder, 'data');
  });

  test('accept origins exactly as browsers write them', () => {
    const { allowedOrigins } = commonSettings({
      OMNI_ALLOWED_ORIGINS: 'https://console.example.com, http://localhost:3000,',
    });
    assert.deepEqual(allowedOrigins, ['https://console.example.com', 'http://localhost:3000']);
    for (const wrong of ['console.example.com', 'https://a.example/', '*', 'null'])
      assert.throws(
        () => commonSettings({ OMNI_ALLOWED_ORIGINS: wrong }),
        new RegExp(`but ${wrong.replace('*', '\\*')} is none\\.`),
      );
  });

  test('accept only whole numbers within their bounds', () => {
    const bounds = { least: 1, most: 10 };
    assert.equal(wholeNumberSetting({ N: '10' }, 'N', bounds), 10);
    for (const wrong of ['0', '11', '1.5', '1e1', '-1', 'ten', '0x5'])
      assert.throws(() => wholeNumberSetting({ N: wrong }, 'N', bounds), /whole number from 1 to 10/);
  });

  test('of an identity provider are all required', () => {
    const complete = {
      OMNI_JWKS_URL: 'https://id.example/keys',
      OMNI_TOKEN_ISSUER: 'https://id.example',
      OMNI_TOKEN_AUDIENCE: 'omni-channel',
    };
    assert.deepEqual(identityProvider(complete), {
      keySetAddress: 'https://id.example/keys',
      issuer: 'https://id.example',
      audience: 'omni-channel',
    });
    for (const name of Object.keys(complete))
      assert.throws(() => identityProvider({ ...complete, [name]: '' }), new RegExp(`${name} is missing`));
    assert.throws(() => identityProvider({ ...complete, OMNI_JWKS_URL: 'keys.json' }), /must be the address/);
  });

  test('of the log are one of two', () => {
    assert.throws(() => logger({ OMNI_LOG: 'loud' }, 'info'), /OMNI_LOG must be info or error/);
  });
});
