import type { OutputDevice } from '../../domain/alerts/output-device.ts';
import type { AudioOutput } from '../../platform/sound/audio-output.ts';
import type { SoundStore } from '../../stores/sound.ts';
import type { TabGroup } from '../tabs/tab-group.ts';

/** The storage key of the choice. Devices belong to the machine, not to the rep. */
const STORAGE_KEY = 'omni-channel-output';
const MAX_NAME_LENGTH = 1000;

/** Where the sound plays. `second`: the same sound on another device at the same time. */
export type OutputPlace = 'main' | 'second';
type Choice = Readonly<Record<OutputPlace, OutputDevice | null>>;

interface Dependencies {
  readonly sound: SoundStore;
  readonly output: Pick<AudioOutput, 'canChoose' | 'devices' | 'ask' | 'onChange' | 'route' | 'release'>;
  readonly tabGroup: Pick<TabGroup, 'on' | 'send'>;
  readonly recall: (name: string) => string | null;
  readonly remember: (name: string, value: string | null) => void;
}

/**
 * Lets the rep choose the devices on which requests ring and the alarm sounds. The choice is stored on this machine.
 * If a chosen device is missing, the default is used until it returns, and the rep is informed.
 */
export class OutputDevices {
  readonly #deps: Dependencies;
  #choice: Choice = { main: null, second: null };
  /** Route changes run one after the other, so that the last choice wins. */
  #routing: Promise<void> = Promise.resolve();

  constructor(deps: Dependencies) {
    this.#deps = deps;
    deps.tabGroup.on('outputsChosen', () => this.#recall());
  }

  start(): () => void {
    const { output, sound, recall } = this.#deps;
    if (!output.canChoose) return () => undefined;
    this.#choice = parseChoice(recall(STORAGE_KEY));
    sound.update({ output: { ...sound.state.output, canChoose: true } });
    const stop = output.onChange(() => void this.#route());
    if (this.#choice.main || this.#choice.second) void this.#route();
    return () => {
      stop();
      this.#routing = this.#routing.then(() => output.release());
    };
  }

  /** Lists the devices. With `ask`, called within the rep's click, the browser first asks for permission. */
  async find(ask: boolean): Promise<void> {
    // The list shows what was granted.
    if (ask) await this.#deps.output.ask().catch(() => undefined);
    await this.#route();
  }

  /** The rep chose a device; `null`: the default, or for `second` none. */
  async choose(place: OutputPlace, deviceId: string | null): Promise<void> {
    const { sound, remember, tabGroup } = this.#deps;
    const device = sound.state.output.devices.find(({ id }) => id === deviceId) ?? null;
    const { main, second }: Choice = {
      ...this.#choice,
      ...(place === 'main' ? { main: device } : { second: device }),
    };
    // The same device twice would cause an echo.
    this.#choice = { main, second: second && second.id === main?.id ? null : second };
    const isDefault = !this.#choice.main && !this.#choice.second;
    remember(STORAGE_KEY, isDefault ? null : JSON.stringify(this.#choice));
    await this.#route();
    tabGroup.send({ type: 'outputsChosen' });
  }

  /** The choice changed in another browser tab. */
  #recall(): void {
    const { output, recall } = this.#deps;
    if (!output.canChoose) return;
    this.#choice = parseChoice(recall(STORAGE_KEY));
    void this.#route();
  }

  #route(): Promise<void> {
    this.#routing = this.#routing.then(() => this.#follow());
    return this.#routing;
  }

  async #follow(): Promise<void> {
    const { output, sound } = this.#deps;
    const devices = await output.devices().catch(() => []);
    const choice = this.#choice;
    // Without a list it is unknown, so it is tried, from the default: a device in use is not looked up again.
    const isUnknown = devices.length === 0;
    if (isUnknown) await output.route({ main: '', second: null });
    const isThere = (device: OutputDevice) => isUnknown || devices.some(({ id }) => id === device.id);
    const idOf = (device: OutputDevice | null) => (device && isThere(device) ? device.id : null);
    const route = await output.route({ main: idOf(choice.main) ?? '', second: idOf(choice.second) });
    const missing = [
      choice.main && choice.main.id !== route.main ? choice.main : null,
      choice.second && choice.second.id !== route.second ? choice.second : null,
    ].flatMap((device) => (device ? [device.label] : []));
    sound.update({ output: { canChoose: true, devices, ...choice, missing } });
  }
}

/** Parses the stored choice; anything malformed counts as no choice. */
function parseChoice(remembered: string | null): Choice {
  try {
    const { main, second } = JSON.parse(remembered ?? '{}') as Record<string, unknown>;
    return { main: deviceOf(main), second: deviceOf(second) };
  } catch {
    return { main: null, second: null };
  }
}

function deviceOf(value: unknown): OutputDevice | null {
  if (typeof value !== 'object' || value === null) return null;
  const { id, label } = value as Readonly<Record<string, unknown>>;
  const isName = (name: unknown): name is string =>
    typeof name === 'string' && name.length <= MAX_NAME_LENGTH;
  return isName(id) && isName(label) && id !== '' ? { id, label } : null;
}
