import type { OutputDevice } from '../../domain/alerts/output-device.ts';

/** Where sound goes: ids of devices. `main` empty: the system's default. `second` `null`: nowhere else. */
export interface Route {
  readonly main: string;
  readonly second: string | null;
}

/** What has the sound that can be sent to a device: not every browser lets a context have it. */
interface Routable {
  readonly sinkId?: unknown;
  readonly setSinkId?: (id: string) => Promise<void>;
}
/** Firefox asks for a device by a picker of its own. */
interface Picking {
  selectAudioOutput?(): Promise<MediaDeviceInfo>;
}
/** What is played, and the node that all of it goes through. */
interface Graph {
  readonly context: AudioContext;
  readonly master: AudioNode;
}

/** The devices that the rep's sound comes out of, and the way to them. */
export class AudioOutput {
  readonly #graph: (make: boolean) => Graph | null;
  /** What the person picked by the browser's picker: it may not be among those that are listed. */
  #picked: OutputDevice | null = null;

  /** `graph` gives the one of the page, or `null`: there is none, and none was to be made. */
  constructor(graph: (make: boolean) => Graph | null) {
    this.#graph = graph;
  }

  /** Whether this browser lets a page choose. */
  get canChoose(): boolean {
    return 'setSinkId' in AudioContext.prototype && mediaDevices()?.enumerateDevices !== undefined;
  }

  /** The devices that the browser names, beside the default; none before the person allowed it. */
  async devices(): Promise<readonly OutputDevice[]> {
    const found = await mediaDevices()?.enumerateDevices();
    const named = (found ?? [])
      .filter(({ kind, deviceId, label }) => kind === 'audiooutput' && label !== '' && !isDefault(deviceId))
      .map(({ deviceId, label }) => ({ id: deviceId, label }));
    const picked = this.#picked;
    return picked && !named.some(({ id }) => id === picked.id) ? [...named, picked] : named;
  }

  /**
   * Asks the person to let this page know their devices. Called within their click. Where the browser has no question
   * of its own for that, it is the one for the microphone, which is let go at once.
   * @throws {DOMException} (by the promise) where they refuse.
   */
  async ask(): Promise<void> {
    const media = mediaDevices();
    if (media?.selectAudioOutput) {
      const { deviceId, label } = await media.selectAudioOutput();
      this.#picked = isDefault(deviceId) ? null : { id: deviceId, label };
      return;
    }
    const stream = await media?.getUserMedia({ audio: true });
    for (const track of stream?.getTracks() ?? []) track.stop();
  }

  /** Calls `call` when a device came or went; the returned function ends it. */
  onChange(call: () => void): () => void {
    const media = mediaDevices();
    media?.addEventListener('devicechange', call);
    return () => media?.removeEventListener('devicechange', call);
  }

  /** Sends sound there, and gives where it goes now: to the default, and nowhere else, where a device is refused. */
  async route({ main, second }: Route): Promise<Route> {
    const isDefault = main === '' && second === null;
    const graph = this.#graph(!isDefault);
    if (!graph) return { main: '', second: null };
    users.add(this);
    const taken = (await sendTo(graph.context, main)) ? main : '';
    if (taken !== main) await sendTo(graph.context, '');
    return { main: taken, second: await routeSecond(graph, second) };
  }

  /** This panel chooses no device any more: with the last one that did everything plays on the default again. */
  async release(): Promise<void> {
    if (!users.delete(this) || users.size > 0) return;
    const graph = this.#graph(false);
    if (!graph) return;
    await routeSecond(graph, null);
    await sendTo(graph.context, '');
  }
}

/** The page has one sound, and so one second output, however many panels are on it. */
const users = new Set<AudioOutput>();
let secondOutput: SecondOutput | null = null;

async function routeSecond(graph: Graph, id: string | null): Promise<string | null> {
  if (id !== null) {
    // The page's audio may have been made anew.
    if (secondOutput?.master !== graph.master) {
      secondOutput?.end();
      secondOutput = new SecondOutput(graph);
    }
    if (await secondOutput.sendTo(id)) return id;
  }
  secondOutput?.end();
  secondOutput = null;
  return null;
}

/** The same sound on another device: a context has one destination, so an element plays what it is given as a stream. */
class SecondOutput {
  readonly #graph: Graph;
  readonly #stream: MediaStreamAudioDestinationNode;
  readonly #element = new Audio();
  readonly #listening = new AbortController();

  constructor(graph: Graph) {
    this.#graph = graph;
    this.#stream = graph.context.createMediaStreamDestination();
    this.#element.srcObject = this.#stream.stream;
    graph.master.connect(this.#stream);
    const { signal } = this.#listening;
    graph.context.addEventListener('statechange', () => this.#follow(), { signal });
  }

  /** What it is heard of. */
  get master(): AudioNode {
    return this.#graph.master;
  }

  async sendTo(id: string): Promise<boolean> {
    const isSent = await sendTo(this.#element, id);
    if (isSent) this.#follow();
    return isSent;
  }

  end(): void {
    this.#listening.abort();
    this.#graph.master.disconnect(this.#stream);
    this.#element.pause();
    this.#element.srcObject = null;
    for (const track of this.#stream.stream.getTracks()) track.stop();
  }

  // A device is held only while there may be something to hear.
  #follow(): void {
    if (this.#graph.context.state !== 'running') return this.#element.pause();
    // Refused before the person's first click, as the context is: it is tried again when that runs.
    this.#element.play().catch(() => undefined);
  }
}

async function sendTo(what: AudioContext | HTMLAudioElement, id: string): Promise<boolean> {
  const where: Routable = what as AudioContext & Routable;
  if (where.sinkId === id || (id === '' && where.sinkId === undefined)) return true;
  try {
    await where.setSinkId?.(id);
    return where.setSinkId !== undefined;
  } catch {
    // It is gone, or not for this page.
    return false;
  }
}

const isDefault = (id: string) => id === '' || id === 'default';

/** Absent where the page is not secure. */
function mediaDevices(): (MediaDevices & Picking) | undefined {
  return navigator.mediaDevices as (MediaDevices & Picking) | undefined;
}
