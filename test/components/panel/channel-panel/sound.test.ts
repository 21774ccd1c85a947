import { expect } from '@open-wc/testing';
import { en } from '../../../../assets/locales/en.ts';
import type { OmniChannelPanel } from '../../../../src/index.ts';
import { masterOutput } from '../../../../src/platform/sound/ringer.ts';
import { FakeBackend } from '../../../fake-backend/fake-backend.ts';
import { aConfiguration, aRequest } from '../../../fake-backend/records.ts';
import { Listening, tone } from '../../../helpers/listening.ts';
import { text } from '../../../helpers/mount.ts';
import { panelPage, untilSignedIn } from '../../../helpers/panel-under-test.ts';
import { until } from '../../../helpers/until.ts';

const SHA = 'b'.repeat(64);

describe('the sound of <omni-channel-panel>', () => {
  const page = panelPage();
  let backend: FakeBackend;
  let panel: OmniChannelPanel;
  let problems: string[];
  let listening: Listening | null = null;

  const configuration = (() => {
    const base = aConfiguration({ notificationSound: { value: SHA, source: 'configuration' } });
    const sound = { value: SHA, source: 'configuration' } as const;
    return { ...base, channels: base.channels.map((channel) => ({ ...channel, sound })) };
  })();

  afterEach(() => {
    listening?.stop();
    listening = null;
  });

  /** `slow`: when the server sends the sound. */
  async function available(
    sound: Uint8Array<ArrayBuffer> | null,
    slow: Promise<void> = Promise.resolve(),
  ): Promise<void> {
    backend = page.use(new FakeBackend(sound ? configuration : aConfiguration()));
    if (sound && sound.length > 0) backend.sounds.files.set(SHA, sound);
    backend.sounds.slow = slow;
    problems = [];
    panel = page.create();
    panel.addEventListener('omni-problem', ({ problem, detail }) => problems.push(`${problem}: ${detail}`));
    document.body.append(panel);
    await untilSignedIn(panel);
    await panel.login({ statusId: 'available' });
    listening = await Listening.start();
  }
  const offer = (lengthSeconds = 2) => {
    const request = aRequest({}, { configuration: backend.presenceConfiguration.configuration });
    const ring = request.stamp.ring && { ...request.stamp.ring, lengthSeconds };
    return backend.connection.put({ ...request, stamp: { ...request.stamp, ring } });
  };
  const isHeard = (pitch: number) => () =>
    listening !== null && !listening.isSilent && Math.abs(listening.pitch - pitch) < 30;

  it('rings the default sound for its length', async () => {
    await available(null);
    offer();
    await until('the request sound is heard', isHeard(988));
    await until('it ends', () => listening!.silentFor > 300);
    expect(await listening!.length()).to.be.closeTo(2000, 200);
  });

  for (const [how, event] of Object.entries({
    accepted: { type: 'accepted' },
    declined: { type: 'declined' },
    missed: { type: 'pushTimedOut' },
    reassigned: { type: 'canceled', reason: 'withdrawn' },
  } as const))
    it(`is silent within 100 ms of being ${how}`, async () => {
      await available(null);
      const work = offer(30);
      await until('it rings', () => !listening!.isSilent);
      const settledAt = masterOutput().context.currentTime;
      backend.connection.happens(work.id, event);
      await until('silence', () => listening!.isSilent);
      expect((await listening!.lastHeardAt()) - settledAt).to.be.below(0.1);
    });

  it('rings the custom sound that the configuration names', async () => {
    await available(tone(0.5, 2000));
    offer();
    await until('the custom sound is heard', isHeard(2000));
    expect(problems).to.deep.equal([]);
  });

  it('rings the default sound if the custom one is slow, and keeps it when that arrives', async () => {
    let answer!: () => void;
    const slow = new Promise<void>((resolve) => (answer = resolve));
    await available(tone(0.5, 2000), slow);
    offer(6);
    const offered = performance.now();
    await until('the default sound is heard', isHeard(988));
    await until('two seconds pass', () => performance.now() - offered > 2000);
    answer();
    let barged = 0;
    await until('the ring is over', () => {
      if (isHeard(2000)()) barged += 1;
      return listening!.silentFor > 300;
    });
    expect(barged).to.equal(0);
    offer();
    await until('the custom sound is heard', isHeard(2000));
  });

  it('restarts for the rest of the interval if its context was closed by something else', async () => {
    await available(null);
    offer(6);
    await until('it rings', () => !listening!.isSilent);
    const offered = performance.now();
    const old = masterOutput().context as AudioContext;
    await old.close();
    await until('there is another', () => masterOutput().context !== old);
    listening!.stop();
    listening = await Listening.start();
    await until('it rings again', isHeard(988));
    // The context may be suspended as soon as the ring is over: then only its own time tells when that was.
    const contextStarted = performance.now() - masterOutput().context.currentTime * 1000;
    await until('it ends', () => listening!.silentFor > 900);
    expect(contextStarted + listening!.heardUntil * 1000 - offered).to.be.within(5500, 6500);
  });

  for (const { what, file, told } of [
    { what: 'is not there', file: new Uint8Array(), told: en.customSound.notFetched },
    { what: 'cannot be decoded', file: new Uint8Array(5000), told: en.customSound.notDecoded },
    { what: 'is longer than 30 s', file: tone(31), told: en.customSound.tooLong },
  ])
    it(`rings the default sound if the custom one ${what}, and says why`, async () => {
      await available(file);
      offer();
      await until('the default sound is heard', isHeard(988));
      await until('the rep is told', () => text(panel).includes(told));
      expect(problems.filter((problem) => problem.startsWith('sound'))).to.have.length(1);
    });

  it('suspends the context when the panel is gone, and never creates a second one', async () => {
    await available(null);
    const { context } = masterOutput();
    for (let times = 0; times < 30; times++) {
      panel.remove();
      await Promise.resolve();
      document.body.append(panel);
      await Promise.resolve();
    }
    panel.remove();
    await until('the socket is closed', () => backend.connection.panels === 0);
    await until('it sleeps', () => context.state === 'suspended');
    expect(masterOutput().context).to.equal(context);
  });
});
