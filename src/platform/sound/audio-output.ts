import type { OutputDevice } from '../../domain/alerts/output-device.ts';

/** The devices that sound is sent to, by id. `main`: empty for the system default. `second`: `null` for none. */
export interface Route {
  readonly main: string;
  readonly second: string | null;
}

/** An object whose output device can be set: not every browser allows that for an `AudioContext`. */
interface Routable {
  readonly sinkId?: unknown;
  readonly setSinkId?: (id: string) => Promise<void>;
}
/** Firefox has a device picker of its own. */
interface Picking {
  selectAudioOutput?(): Promise<MediaDeviceInfo>;
}
/** The audio context, and the node that all sound passes through. */
interface Graph {
  readonly context: AudioContext;
  readonly master: AudioNode;
}

/** The available output devices, and the routing of the rep's sound to them. */
export class AudioOutput {
  readonly #graph: (make: boolean) => Graph | null;
  /** The device chosen in the browser's picker: it may be missing from the list. */
  #picked: OutputDevice | null = null;

  /** `graph` returns the page's audio graph, or `null` if there is none and none was to be created. */
  constructor(graph: (make: boolean) => Graph | null) {
    this.#graph = graph;
  }

  /** Whether this browser lets a page choose. */
  get canChoose(): boolean {
    return 'setSinkId' in AudioContext.prototype && mediaDevices()?.enumerateDevices !== undefined;
  }

  /** The devices that the browser lists, besides the default; none before the user grants permission. */
  async devices(): Promise<readonly OutputDevice[]> {
    const found = await mediaDevices()?.enumerateDevices();
    const named = (found ?? [])
      .filter(({ kind, deviceId, label }) => kind === 'audiooutput' && label !== '' && !isDefault(deviceId))
      .map(({ deviceId, label }) => ({ id: deviceId, label }));
    const picked = this.#picked;
    return picked && !named.some(({ id }) => id === picked.id) ? [...named, picked] : named;
  }

  /**
   * Asks the user for permission to list output devices. Call it within a click. A browser without a specific
   * permission asks for the microphone, which is released at once.
   * @throws {DOMException} (rejects) if the user refuses.
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

  /** Calls `call` when a device was connected or disconnected; call the returned function to stop. */
  onChange(call: () => void): () => void {
    const media = mediaDevices();
    media?.addEventListener('devicechange', call);
    return () => media?.removeEventListener('devicechange', call);
  }

  /**
   * Routes sound to these devices and returns the actual route: if a device is refused, the default one and no
   * second.
   */
  async route({ main, second }: Route): Promise<Route> {
    const isDefault = main === '' && second === null;
    const graph = this.#graph(!isDefault);
    if (!graph) return { main: '', second: null };
    users.add(this);
    const taken = (await sendTo(graph.context, main)) ? main : '';
    if (taken !== main) await sendTo(graph.context, '');
    return { main: taken, second: await routeSecond(graph, second) };
  }

  /** This panel no longer chooses a device; once the last one has released it, sound plays on the default again. */
  async release(): Promise<void> {
    if (!users.delete(this) || users.size > 0) return;
    const graph = this.#graph(false);
    if (!graph) return;
    await routeSecond(graph, null);
    await sendTo(graph.context, '');
  }
}

/** All panels on a page share one sound, and so one second output. */
const users = new Set<AudioOutput>();
let secondOutput: SecondOutput | null = null;

async function routeSecond(graph: Graph, id: string | null): Promise<string | null> {
  if (id !== null) {
    // The page's audio may have been recreated.
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

/**
 * The same sound on another device. An audio context has only one destination, so an audio element plays it as a
 * stream.
 */
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

  /** The node whose sound it plays. */
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

  // The device is held only while something may play.
  #follow(): void {
    if (this.#graph.context.state !== 'running') return this.#element.pause();
    // Refused before the first click, as the context is: retried when the context runs.
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
    // The device is gone, or this page may not use it.
    return false;
  }
}

const isDefault = (id: string) => id === '' || id === 'default';

/** Missing in insecure contexts. */
function mediaDevices(): (MediaDevices & Picking) | undefined {
  return navigator.mediaDevices as (MediaDevices & Picking) | undefined;
}
