import { expect } from '@open-wc/testing';
import { Volume } from '../../../src/services/sound/volume.ts';
import { SoundStore } from '../../../src/stores/sound.ts';
import { OtherTabs } from '../other-tabs.ts';

describe('the volume', () => {
  let sound: SoundStore;
  let memory: Map<string, string>;
  let otherTabs: OtherTabs;
  let played: number;
  let rep: string;
  let volume: Volume;

  beforeEach(() => {
    sound = new SoundStore();
    memory = new Map();
    otherTabs = new OtherTabs();
    played = 0;
    rep = 'sofia';
    volume = new Volume({
      sound,
      tabGroup: otherTabs,
      ringer: { setVolume: (part) => (played = part) },
      name: () => `volume ${rep}`,
      recall: (name) => memory.get(name) ?? null,
      remember: (name, value) => (value === null ? memory.delete(name) : memory.set(name, value)),
    });
  });

  it('is between 20 and 100 percent', () => {
    volume.set(3);
    expect(sound.state.volumePercent).to.equal(20);
    volume.set(250);
    expect(sound.state.volumePercent).to.equal(100);
    volume.set(Number.NaN);
    volume.set(55);
    expect(played).to.equal(0.55);
  });

  it('is stored for each rep, until it is forgotten', () => {
    volume.set(40);
    rep = 'noah';
    volume.recall();
    expect(sound.state.volumePercent).to.equal(100);
    rep = 'sofia';
    volume.recall();
    expect(sound.state.volumePercent).to.equal(40);
    volume.forget();
    volume.recall();
    expect(sound.state.volumePercent).to.equal(100);
  });

  it('is the same in all browser tabs, whichever it is set in', () => {
    volume.set(40);
    expect(otherTabs.told).to.deep.equal([{ type: 'volumeSet', percent: 40 }]);
    otherTabs.say({ type: 'volumeSet', percent: 70 });
    expect([sound.state.volumePercent, played]).to.deep.equal([70, 0.7]);
    expect(otherTabs.told, 'it does not go back').to.have.length(1);
  });
});
