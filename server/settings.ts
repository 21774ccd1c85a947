import type { IdentityProvider } from './auth/key-set.ts';
import { errorsOnly, jsonLogger, type Logger } from './logger.ts';

/** The environment variables. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Settings that a server cannot start with; the message is one sentence for the person starting it. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/** The variable; `undefined` if it is missing or empty. */
export function setting(environment: Environment, name: string): string | undefined {
  const value = environment[name]?.trim();
  return value === '' ? undefined : value;
}

export function wholeNumberSetting(
  environment: Environment,
  name: string,
  { least, most }: { readonly least: number; readonly most: number },
): number | undefined {
  const value = setting(environment, name);
  if (value === undefined) return undefined;
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < least || number > most)
    throw new SettingsError(`${name} must be a whole number from ${least} to ${most}.`);
  return number;
}

/** The settings that every server reads from its environment. */
export function commonSettings(environment: Environment) {
  return {
    port: wholeNumberSetting(environment, 'PORT', { least: 0, most: 65_535 }),
    host: setting(environment, 'OMNI_HOST'),
    dataFolder: setting(environment, 'OMNI_DATA') ?? 'data',
    databaseUrl: setting(environment, 'DATABASE_URL'),
    allowedOrigins: allowedOrigins(environment),
  };
}

function allowedOrigins(environment: Environment): string[] {
  const origins = (setting(environment, 'OMNI_ALLOWED_ORIGINS') ?? '')
    .split(',')
    .map((origin) => origin.trim())
    .filter((origin) => origin !== '');
  const wrong = origins.find((origin) => !URL.canParse(origin) || new URL(origin).origin !== origin);
  if (wrong !== undefined)
    throw new SettingsError(
      `OMNI_ALLOWED_ORIGINS must list origins such as https://console.example.com, but ${wrong} is none.`,
    );
  return origins;
}

/** The identity provider of a server in production. */
export function identityProvider(environment: Environment): IdentityProvider {
  const required = (name: string): string => {
    const value = setting(environment, name);
    if (value === undefined) throw new SettingsError(`${name} is missing.`);
    return value;
  };
  const keySetAddress = required('OMNI_JWKS_URL');
  if (!/^https?:$/.test(URL.canParse(keySetAddress) ? new URL(keySetAddress).protocol : ''))
    throw new SettingsError('OMNI_JWKS_URL must be the address of a JSON Web Key Set.');
  return {
    keySetAddress,
    issuer: required('OMNI_TOKEN_ISSUER'),
    audience: required('OMNI_TOKEN_AUDIENCE'),
  };
}

/** The log on stderr: `info` for everything, `error` for errors only. */
export function logger(environment: Environment, otherwise: 'info' | 'error'): Logger {
  const level = setting(environment, 'OMNI_LOG') ?? otherwise;
  if (level !== 'info' && level !== 'error') throw new SettingsError('OMNI_LOG must be info or error.');
  const full = jsonLogger((line) => process.stderr.write(line));
  return level === 'info' ? full : errorsOnly(full);
}
