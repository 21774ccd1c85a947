import type { Id } from '../../src/domain/values.ts';
import type { ConnectionView } from '../../src/protocol/connection-state.ts';
import { Connection, type SocketListener } from '../../src/protocol/connection.ts';
import { closeCodes } from '../../src/protocol/close-reasons.ts';
import {
  panelMessageSchema,
  parseMessage,
  type Command,
  type ServerUpdate,
  type ServerMessage,
  type Snapshot,
} from '../../src/protocol/messages.ts';
import { TabGroup } from '../../src/services/tabs/tab-group.ts';
import { RingLease } from '../../src/services/sound/ring-lease.ts';
import { RingTurn } from '../../src/services/sound/ring-turn.ts';
import { SharedConnection } from '../../src/services/connection/shared-connection.ts';
import { SoundStore } from '../../src/stores/sound.ts';
import type { FakePage, FakePartition } from '../helpers/fake-partition.ts';
import { aSnapshot } from '../protocol/a-connection.ts';

interface Panel {
  readonly page: FakePage;
  readonly listener: SocketListener;
  readonly session: string;
}

/** The server side for one rep: a session has one socket, and a command one effect. */
export class OneRepsServer {
  readonly effects = new Map<Id, Command>();
  /** All commands received, including repeated ones. */
  readonly received: Command[] = [];
  /** Leaves commands without an answer. */
  isMute = false;
  /** What it sends as the rep's state. */
  state: (snapshot: Snapshot) => unknown = (snapshot) => snapshot;
  hellos = 0;
  revision = 0;
  #capacity = aSnapshot(0).capacity;
  #panel: Panel | null = null;

  get sockets(): number {
    return this.#panel ? 1 : 0;
  }

  open(page: FakePage, listener: SocketListener) {
    let isOpen = true;
    const say = (message: ServerMessage) =>
      page.later(() => isOpen && listener.received(JSON.stringify(message)));
    page.later(() => isOpen && listener.opened());
    return {
      send: (data: string) => {
        const message = parseMessage(panelMessageSchema, data);
        if (message?.type === 'hello') this.#hello({ page, listener, session: message.sessionId }, say);
        else if (message?.type === 'probe')
          say({ type: 'probe-answer', probe: message.probe, serverTime: this.#now(page) });
        else if (message && 'id' in message) this.#execute(message, say);
      },
      close: () => {
        isOpen = false;
        if (this.#panel?.listener === listener) this.#panel = null;
      },
    };
  }

  /** Sends the next change. */
  tell(total: number): void {
    const panel = this.#panel;
    if (!panel) throw new Error('Nobody is connected.');
    this.revision += 1;
    const capacity = { primary: { used: 0, total }, interruptible: { used: 0, total } };
    this.#capacity = capacity;
    const message = JSON.stringify({ type: 'capacity-changed', revision: this.revision, capacity });
    panel.page.later(() => panel.listener.received(message));
  }

  close(code: number): void {
    const panel = this.#panel;
    this.#panel = null;
    panel?.page.later(() => panel.listener.closed(code));
  }

  #hello(panel: Panel, say: (message: ServerMessage) => void): void {
    this.hellos += 1;
    const before = this.#panel;
    const isSame = before?.session === panel.session;
    before?.page.later(() => before.listener.closed(closeCodes[isSame ? 'takenOver' : 'replaced']));
    this.#panel = panel;
    const snapshot = this.state({ ...aSnapshot(this.revision), capacity: this.#capacity }) as Snapshot;
    say({ type: 'welcome', serverTime: this.#now(panel.page), beatInterval: 4000, grace: 30_000, snapshot });
  }

  #execute(command: Command, say: (message: ServerMessage) => void): void {
    this.received.push(command);
    if (this.isMute) return;
    this.effects.set(command.id, command);
    say({ type: 'result', id: command.id, outcome: { kind: 'done' } });
  }

  // As if server and page shared a clock.
  #now = (page: FakePage) => page.timers.now();
}

interface MemberOptions {
  readonly name?: string;
  readonly session?: string;
  /** Whether its browser supports sharing between pages. */
  readonly isShared?: boolean;
  /** Called when its turn to play starts or ends. */
  readonly turned?: (member: Member) => void;
  /** Called when its sound may go on. */
  readonly soundsOn?: () => void;
}

/** One panel of the tab group, as the others see it. */
export class Member {
  readonly page: FakePage;
  readonly tabGroup: TabGroup;
  readonly connection: SharedConnection;
  readonly turn: RingTurn;
  readonly sound = new SoundStore();
  readonly views: ConnectionView[] = [];
  readonly update: ServerUpdate[] = [];
  readonly surprises: string[] = [];
  readonly problems: string[] = [];
  /** The state of this page's sound in the browser. */
  status: 'asleep' | 'running' | 'blocked' = 'running';
  readonly #partition: FakePartition;
  readonly #lease: RingLease;
  readonly #heard = new Set<() => void>();
  /** When the sound here ends by itself, on the partition's clock: even while the page is frozen. */
  #silentAt = Infinity;
  #stop = (): void => undefined;

  constructor(
    partition: FakePartition,
    server: OneRepsServer,
    {
      name = 'rep',
      session = 'de305d54-75b4-431b-adb2-eb6b9e546014',
      isShared = true,
      turned = () => undefined,
      soundsOn = () => undefined,
    }: MemberOptions = {},
  ) {
    this.#partition = partition;
    const page = (this.page = partition.open());
    const { timers } = page;
    const tabs = isShared ? page.tabs : null;
    const newId = () => crypto.randomUUID();
    this.tabGroup = new TabGroup({
      tabs,
      timers,
      newId,
      name: () => name,
      standing: () => ({ ...this.connection.standing, sounder: this.turn.sounder }),
      serverTime: () => timers.now(),
      malformed: (pointer) => this.surprises.push(pointer),
    });
    this.connection = new SharedConnection({
      tabGroup: this.tabGroup,
      timers,
      newId,
      sessionId: () => session,
      received: (update) => this.update.push(update),
      changed: (view) => this.views.push(view),
      clockOffset: () => undefined,
      open: (ports) =>
        new Connection({
          ...ports,
          timers,
          random: () => 0,
          token: () => Promise.resolve('token'),
          openSocket: (listener) => server.open(page, listener),
          problem: (_, detail) => this.problems.push(detail),
        }),
    });
    const of = () => this.status;
    this.turn = new RingTurn({
      tabGroup: this.tabGroup,
      tabs,
      timers,
      sound: this.sound,
      ringer: {
        get status() {
          return of();
        },
        subscribe: (listener) => {
          this.#heard.add(listener);
          return () => this.#heard.delete(listener);
        },
      },
      changed: () => {
        const { isMine } = this.turn;
        this.#silentAt = Infinity;
        this.sound.update({ ringing: isMine ? 'work' : null });
        turned(this);
      },
    });
    this.#lease = new RingLease({
      tabGroup: this.tabGroup,
      turn: this.turn,
      timers,
      sound: this.sound,
      ringer: {
        limit: (seconds) => {
          this.#silentAt = partition.passed + (seconds ?? Infinity) * 1000;
          soundsOn();
        },
      },
    });
  }

  /** Whether something plays here: it always rings where the turn is. */
  get isHeard(): boolean {
    return !this.page.isGone && this.turn.isMine && this.#partition.passed < this.#silentAt;
  }

  get state(): string | undefined {
    return this.views.at(-1)?.status;
  }

  /** The capacity in the latest message. */
  get capacity(): number | null {
    const [latest] = this.update.slice(-1);
    if (!latest) return null;
    if (latest.type === 'capacity-changed') return latest.capacity.primary.total;
    return 'snapshot' in latest ? latest.snapshot.capacity.primary.total : null;
  }

  start(): void {
    const stops = [this.turn.start(), this.#lease.start()];
    this.#stop = () => {
      for (const stop of stops) stop();
    };
    this.connection.connect();
  }

  leave(): void {
    this.#stop();
    this.connection.leave();
  }

  sounds(status: Member['status']): void {
    this.status = status;
    for (const listener of this.#heard) listener();
  }
}
