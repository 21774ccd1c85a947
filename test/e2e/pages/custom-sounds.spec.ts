import { expect, test } from '../support/fixtures.ts';
import { heard } from '../support/sound-probe.ts';
import { tone } from '../support/tone.ts';

test('each channel rings with its own sound and length: a short sound loops, a long one is cut', async ({
  server,
  atWork,
}) => {
  // Each has a whole number of waves, so that the loop is one continuous tone.
  const low = await server.uploadSound('Low', tone(440, 0.75));
  const high = await server.uploadSound('High', tone(1320, 6));
  await server.change('presence-configurations', 'support-declining', {
    notificationSound: low,
    soundLengthSeconds: 3,
  });
  await server.change('service-channels', 'chat', { sound: high, soundLengthSeconds: 2 });
  const sofia = await atWork('sofia');
  await sofia.choose('Available');

  const ringOf = async (channel: 'Chat' | 'Messaging', queue: string) => {
    const before = (await heard(sofia.page)).length;
    const subject = `A ${channel.toLowerCase()}`;
    await server.createWork({ channel, queue, subject });
    await sofia.waitForRing(subject);
    await sofia.waitForSilence();
    const rings = (await heard(sofia.page)).slice(before);
    expect(rings).toHaveLength(1);
    const { to, hertz } = rings[0]!;
    // A ring lasts one interval from the offer: a slow machine starts it late but ends it on time, give or take what
    // its audio clock lags behind. Half a second tells the intervals apart.
    const { offeredAt } = await sofia.work(subject);
    return { seconds: (to - offeredAt) / 1000, hertz };
  };

  const chat = await ringOf('Chat', 'Sales_chat');
  expect(Math.abs(chat.hertz - 1320), `${String(chat.hertz)} Hz`).toBeLessThan(60);
  expect(Math.abs(chat.seconds - 2), `${String(chat.seconds)} s`).toBeLessThan(0.5);
  const message = await ringOf('Messaging', 'Deliveries');
  expect(Math.abs(message.hertz - 440), `${String(message.hertz)} Hz`).toBeLessThan(60);
  expect(Math.abs(message.seconds - 3), `${String(message.seconds)} s`).toBeLessThan(0.5);
});
