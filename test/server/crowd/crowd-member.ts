import { randomUUID } from 'node:crypto';
import type { AgentWork } from '../../../src/domain/work/agent-work.ts';
import type { Timers } from '../../../src/domain/time.ts';
import type { Id } from '../../../src/domain/values.ts';
import { Connection, type SocketListener } from '../../../src/protocol/connection.ts';
import {
  SUBPROTOCOL,
  type Command,
  type CommandOutcome,
  type ServerUpdate,
} from '../../../src/protocol/messages.ts';

/** Real timers for the panel's connection. */
const timers: Timers = {
  now: () => performance.now(),
  after(delay, call) {
    const timeout = setTimeout(call, delay);
    return () => clearTimeout(timeout);
  },
};

/** One rep of a crowd: the panel's own connection code, with its back-off, on a Node socket. No page, no sound. */
export class CrowdMember {
  readonly connection: Connection;
  readonly works = new Map<Id, AgentWork>();
  statusId: Id | null = null;
  isConnected = false;
  /** How often a socket of this member has been opened. */
  attempts = 0;

  constructor(
    apiAddress: string,
    token: string,
    heard: {
      readonly update?: (update: ServerUpdate, arrivedAt: number) => void;
      readonly changed?: () => void;
    } = {},
  ) {
    const sessionId = randomUUID();
    this.connection = new Connection({
      timers,
      random: Math.random,
      sessionId: () => sessionId,
      openSocket: (listener) => {
        this.attempts += 1;
        return openSocket(apiAddress, listener);
      },
      token: () => Promise.resolve(token),
      received: (update) => {
        const arrivedAt = performance.now();
        this.#take(update);
        heard.update?.(update, arrivedAt);
      },
      changed: ({ status }) => {
        this.isConnected = status === 'connected';
        heard.changed?.();
      },
      clockOffset: () => undefined,
      problem: (about, detail) => {
        throw new Error(`${about}: ${detail}`);
      },
    });
  }

  command(command: DistributiveOmit<Command, 'id'>): Promise<CommandOutcome> {
    return this.connection.send({ ...command, id: randomUUID() } as Command, { keep: true });
  }

  #take(update: ServerUpdate): void {
    switch (update.type) {
      case 'welcome':
      case 'snapshot':
        this.works.clear();
        for (const work of update.snapshot.agentWorks) this.works.set(work.id, work);
        this.statusId = update.snapshot.presence.status.id;
        return;
      case 'agent-work-changed':
        this.works.set(update.agentWork.id, update.agentWork);
        return;
      case 'presence-changed':
        this.statusId = update.presence.status.id;
        return;
    }
  }
}

type DistributiveOmit<Union, Key extends PropertyKey> = Union extends unknown ? Omit<Union, Key> : never;

function openSocket(apiAddress: string, listener: SocketListener) {
  const socket = new WebSocket(`${apiAddress.replace(/^http/, 'ws')}/v1/connection`, SUBPROTOCOL);
  let isLeft = false;
  socket.addEventListener('open', () => !isLeft && listener.opened());
  socket.addEventListener('message', ({ data }) => !isLeft && listener.received(data));
  socket.addEventListener('close', ({ code }) => {
    if (isLeft) return;
    isLeft = true;
    listener.closed(code);
  });
  return {
    send(data: string) {
      if (socket.readyState === WebSocket.OPEN) socket.send(data);
    },
    close() {
      isLeft = true;
      socket.close(1000);
    },
  };
}
