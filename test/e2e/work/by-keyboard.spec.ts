import { expect, test } from '../support/fixtures.ts';
import { Spoken } from '../support/spoken.ts';
import { RepAtWork } from '../support/workspace.ts';

const DELIVERY = 'Move the delivery to Saturday';
const CALL = 'SIM blocked after three tries';

const matching = (pattern: RegExp): string => expect.stringMatching(pattern) as unknown as string;

test('by keyboard alone a rep becomes available, accepts, wraps up and misses a call, and all of it is spoken in order', async ({
  browser,
  server,
}) => {
  await server.change('routing-configurations', 'calls', { pushTimeoutSeconds: 5 });
  let spoken!: Spoken;
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const sofia = await RepAtWork.openIn(context, server, 'sofia', {
    prepare: async (page) => {
      spoken = await Spoken.install(page);
    },
  });
  await spoken.hears('status: Notifications are off.');
  await spoken.tabTo(/^Offline/);
  await spoken.press('Enter');
  await spoken.hears('focus: Offline Now, menuitemradio');
  await spoken.press('ArrowDown', 'Enter');
  await spoken.hears('status: You are now Available.');

  await server.createWork({ channel: 'Messaging', queue: 'Deliveries', subject: DELIVERY });
  await sofia.takesClicks(DELIVERY);
  await spoken.tabTo('Accept');
  await spoken.press('Enter');
  await spoken.hears(/^status: Accepted/);
  await spoken.tabTo('End conversation');
  await spoken.press('Enter');
  await spoken.hears(/^status: Wrap-up until/);
  await spoken.tabTo(/^Extend/);
  await spoken.press('Enter');
  await spoken.hears(/^status: Wrap-up extended/);
  await spoken.tabTo(/^All done/);
  await spoken.press('Enter');
  await spoken.hears(/^status: Wrap-up is over/);

  await server.createWork({ channel: 'Voice', queue: 'Billing_voice', subject: CALL });
  await spoken.hears(/^status: Missed/);
  expect(await spoken.log()).toEqual([
    'status: Connected',
    'status: Loading your settings…',
    'status: Notifications are off.',
    matching(/^focus: Offline since \d\d:\d\d, button$/),
    'focus: Offline Now, menuitemradio',
    'focus: Available ⁨Case⁩, ⁨Chat⁩, ⁨Messaging⁩, ⁨Voice⁩, menuitemradio',
    matching(/^focus: Offline since \d\d:\d\d, button$/),
    'status: You are now Available.',
    matching(
      /^alert: New message: Move the delivery to Saturday\. Ines Carvalho\. (60|59) seconds to answer\.$/,
    ),
    'focus: Accept, button',
    // Near the answer until the record is in front, and then on its tab.
    matching(/^focus: Messaging Move the delivery to Saturday Ines Carvalho 0:0\d, button$/),
    'focus: Move the delivery to Saturday, tab',
    'status: Accepted: Move the delivery to Saturday.',
    'focus: End conversation, button',
    'focus: Close record, button',
    'status: The conversation has ended. Your wrap-up time runs in the panel.',
    matching(/^status: Wrap-up until [\d:]+: Move the delivery to Saturday\.$/),
    'focus: Extend 15 s (2 left), button',
    matching(/^status: Wrap-up extended until [\d:]+: Move the delivery to Saturday\.$/),
    'focus: All done, button',
    'status: The conversation has ended.',
    matching(/^focus: Available since \d\d:\d\d · Case , Chat , Messaging , Voice, button$/),
    'status: Wrap-up is over: Move the delivery to Saturday.',
    matching(
      /^alert: Incoming call: SIM blocked after three tries\. Ines Carvalho\. [45] seconds to answer\.$/,
    ),
    'status: Missed: SIM blocked after three tries. You are now Offline.',
  ]);
  expect(sofia.errors).toEqual([]);
  await context.close();
});
