import type { AgentWork } from '../../src/domain/work/agent-work.ts';
import type { Socket } from '../../src/protocol/connection.ts';
import type { Command, PanelMessage, ServerMessage } from '../../src/protocol/messages.ts';
import { Preview, referencesOf, type ReferenceLists } from '../../src/preview/preview.ts';
import { newId } from '../../src/platform/ids.ts';
import { draft, lists } from '../fake-backend/setup/preview-lists.ts';
import { FakeTimers } from '../helpers/fake-timers.ts';

/** A preview with a minimal panel, on a clock that the test controls. */
export class APreview {
  readonly timers = new FakeTimers();
  readonly preview = new Preview(() => ({ apiAddress: 'https://api.example.test', token: 't' }), {
    timers: this.timers,
  });
  readonly heard: ServerMessage[] = [];
  /** The close codes of sockets. */
  readonly closed: number[] = [];
  #socket: Socket | null = null;

  configure(change: Record<string, unknown> = {}, others: ReferenceLists = lists): void {
    this.preview.configure({ ...draft, ...change }, referencesOf(others));
    this.pass(0);
  }

  connect(): void {
    this.#socket =
      this.preview.overrides.openSocket?.({
        opened: () => this.send({ type: 'hello', token: 't', sessionId: newId() }),
        received: (data) => this.heard.push(JSON.parse(String(data)) as ServerMessage),
        closed: (code) => this.closed.push(code),
      }) ?? null;
    this.pass(0);
  }

  send(message: PanelMessage): void {
    this.#socket?.send(JSON.stringify(message));
  }

  /** Executes a command of the rep, and returns its outcome. */
  do(command: Command extends infer One ? (One extends Command ? Omit<One, 'id'> : never) : never) {
    const id = newId();
    this.send({ ...command, id } as Command);
    this.pass(0);
    const result = this.heard.find((message) => message.type === 'result' && message.id === id);
    return result?.type === 'result' ? result.outcome : null;
  }

  raise(channelId: string, routingId = 'hasty'): AgentWork {
    const before = this.works.length;
    this.preview.raise(channelId, routingId, {
      subject: 'Subject',
      customerName: 'Ines',
      highlights: [],
      recordId: 'record',
      queue: { id: 'queue', name: 'Queue' },
    });
    this.pass(0);
    const work = this.works[before];
    if (!work) throw new Error('Nothing was raised.');
    return work;
  }

  /** A call that the rep has accepted. */
  opened(channelId = 'voice'): AgentWork {
    const { id } = this.raise(channelId);
    this.do({ type: 'accept', agentWorkId: id });
    return this.work(id);
  }

  get works(): readonly AgentWork[] {
    return this.preview.store.state.works;
  }

  /** An agent work as last sent to the panel. */
  work(id: string): AgentWork {
    const told = this.heard.findLast(
      (message) => message.type === 'agent-work-changed' && message.agentWork.id === id,
    );
    if (told?.type !== 'agent-work-changed') throw new Error(`Nothing was told of ${id}.`);
    return told.agentWork;
  }

  get status(): string | undefined {
    const told = this.heard.findLast((message) => message.type === 'presence-changed');
    return told?.type === 'presence-changed' ? told.presence.status.id : undefined;
  }

  pass(milliseconds: number): void {
    this.timers.advance(milliseconds);
    // Answers are sent asynchronously.
    for (let turn = 0; turn < 4; turn += 1) this.timers.advance(0);
  }
}
