import { expect } from '@open-wc/testing';
import type { OutputDevice } from '../../../src/domain/alerts/output-device.ts';
import type { Route } from '../../../src/platform/sound/audio-output.ts';
import { OutputDevices } from '../../../src/services/sound/output-devices.ts';
import { SoundStore } from '../../../src/stores/sound.ts';
import { OtherTabs } from '../other-tabs.ts';

const headset = { id: 'h', label: 'Headset' };
const speakers = { id: 's', label: 'Speakers' };

describe('the choice of output devices', () => {
  let sound: SoundStore;
  let memory: Map<string, string>;
  let plugged: readonly OutputDevice[];
  let isNamed: boolean;
  let routes: Route[];
  let changed: () => void;
  let released: number;
  let canChoose: boolean;
  let outputs: OutputDevices;
  let stop: () => void;
  let otherTabs: OtherTabs;

  const settled = () => new Promise((resolve) => setTimeout(resolve));

  beforeEach(() => {
    sound = new SoundStore();
    memory = new Map();
    plugged = [headset, speakers];
    isNamed = true;
    routes = [];
    released = 0;
    canChoose = true;
    stop = () => undefined;
  });
  // Releasing is asynchronous: it must not run into the next test.
  afterEach(() => {
    stop();
    return settled();
  });

  function start(): void {
    otherTabs = new OtherTabs();
    outputs = new OutputDevices({
      sound,
      tabGroup: otherTabs,
      recall: (name) => memory.get(name) ?? null,
      remember: (name, value) => (value === null ? memory.delete(name) : memory.set(name, value)),
      output: {
        canChoose,
        devices: () => Promise.resolve(isNamed ? plugged : []),
        ask() {
          isNamed = true;
          return Promise.resolve();
        },
        onChange(call) {
          changed = call;
          return () => (changed = () => undefined);
        },
        route({ main, second }) {
          // As in a browser: a device that is in use already is not looked up again.
          const { main: held, second: alsoHeld } = routes.at(-1) ?? { main: '', second: null };
          const isThere = (id: string) =>
            id === held || id === alsoHeld || plugged.some((device) => device.id === id);
          const route = {
            main: isThere(main) ? main : '',
            second: second && isThere(second) ? second : null,
          };
          routes.push(route);
          return Promise.resolve(route);
        },
        release() {
          released += 1;
          return Promise.resolve();
        },
      },
    });
    stop = outputs.start();
  }
  it('does nothing before the rep has chosen: no device is listed, nothing is routed', async () => {
    start();
    await settled();
    expect(routes).to.deep.equal([]);
    expect(sound.state.output.canChoose).to.equal(true);
    expect(sound.state.output.devices).to.deep.equal([]);
  });

  it('sends the sound to the chosen device, and the same to a second one', async () => {
    start();
    await outputs.find(false);
    await outputs.choose('main', 'h');
    await outputs.choose('second', 's');
    expect(routes.at(-1)).to.deep.equal({ main: 'h', second: 's' });
    expect(sound.state.output).to.deep.include({ main: headset, second: speakers, missing: [] });
    await outputs.choose('second', null);
    await outputs.choose('main', null);
    expect(routes.at(-1)).to.deep.equal({ main: '', second: null });
    expect(memory.size).to.equal(0);
  });

  it('never sends it twice to one device', async () => {
    start();
    await outputs.find(false);
    await outputs.choose('second', 's');
    await outputs.choose('main', 's');
    expect(routes.at(-1)).to.deep.equal({ main: 's', second: null });
  });

  it('remembers it on this machine', async () => {
    start();
    await outputs.find(false);
    await outputs.choose('main', 'h');
    stop();
    sound = new SoundStore();
    start();
    await settled();
    expect(routes.at(-1)).to.deep.equal({ main: 'h', second: null });
    expect(sound.state.output.main).to.deep.equal(headset);
  });

  it('passes a choice on to the other browser tabs, and takes up theirs', async () => {
    start();
    await outputs.find(false);
    await outputs.choose('main', 'h');
    expect(routes.at(-1)).to.deep.equal({ main: 'h', second: null });
    expect(otherTabs.told).to.deep.equal([{ type: 'outputsChosen' }]);
    memory.clear();
    otherTabs.say({ type: 'outputsChosen' });
    await settled();
    expect(routes.at(-1)).to.deep.equal({ main: '', second: null });
    expect(otherTabs.told, 'it does not go back').to.have.length(1);
  });

  it('ignores a damaged choice', async () => {
    for (const damaged of [
      '{',
      'null',
      '7',
      '{"main":"h"}',
      '{"main":{"id":"","label":"x"},"second":{"id":1}}',
    ]) {
      memory.set('omni-channel-output', damaged);
      start();
      await settled();
      expect(routes, damaged).to.deep.equal([]);
      stop();
    }
  });

  it('falls back to the default while a device is unplugged, says which, and comes back to it', async () => {
    start();
    await outputs.find(false);
    await outputs.choose('main', 'h');
    plugged = [speakers];
    changed();
    await settled();
    expect(routes.at(-1)).to.deep.equal({ main: '', second: null });
    expect(sound.state.output).to.deep.include({ main: headset, missing: ['Headset'] });
    plugged = [headset, speakers];
    changed();
    await settled();
    expect(routes.at(-1)).to.deep.equal({ main: 'h', second: null });
    expect(sound.state.output.missing).to.deep.equal([]);
  });

  it('tries a remembered device that the browser does not name', async () => {
    memory.set('omni-channel-output', JSON.stringify({ main: headset, second: null }));
    isNamed = false;
    start();
    await settled();
    expect(routes.at(-1)).to.deep.equal({ main: 'h', second: null });
    plugged = [];
    changed();
    await settled();
    expect(sound.state.output.missing).to.deep.equal(['Headset']);
  });

  it('lists the devices once the rep has allowed it', async () => {
    isNamed = false;
    start();
    await outputs.find(false);
    expect(sound.state.output.devices).to.deep.equal([]);
    await outputs.find(true);
    expect(sound.state.output.devices).to.deep.equal([headset, speakers]);
  });

  it('restores the page’s sound when the panel is removed', async () => {
    start();
    await outputs.find(false);
    await outputs.choose('main', 'h');
    stop();
    await settled();
    expect(released).to.equal(1);
    changed();
    await settled();
    expect(routes).to.have.length(2);
  });

  it('is missing if the browser does not support it', async () => {
    canChoose = false;
    memory.set('omni-channel-output', JSON.stringify({ main: headset, second: null }));
    start();
    await settled();
    expect(routes).to.deep.equal([]);
    expect(sound.state.output.canChoose).to.equal(false);
  });
});
