import type { TestServer } from './server/server.ts';

/** The presence configuration that applies to a rep, and how they come to it. */
export async function configurationOf(
  server: Pick<TestServer, 'address' | 'token'>,
  rep: string,
): Promise<{ name: string; route: string }> {
  const answer = await fetch(`${server.address}/v1/presence-configuration`, {
    headers: { authorization: `Bearer ${await server.token(rep)}` },
  });
  const { configuration, route } = (await answer.json()) as {
    configuration: { name: string };
    route: string;
  };
  return { name: configuration.name, route };
}
