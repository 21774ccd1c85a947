import type { Token } from 'omni-channel-panel';

export const apiAddress = 'http://localhost:5173';

/** A host of your own asks its own back end, which knows who has signed in. */
export const tokenOf =
  (rep: string): Token =>
  async () => {
    const response = await fetch(`${apiAddress}/demo/tokens`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ subject: rep }),
    });
    const { token } = (await response.json()) as { token: string };
    return token;
  };
