import type { MemberBody } from '../../src/protocol/member-messages.ts';
import type { TabGroup } from '../../src/services/tabs/tab-group.ts';

/** The rep's other browser tabs, as a service sees them. */
export class OtherTabs implements Pick<TabGroup, 'on' | 'send' | 'isLeader'> {
  isLeader = true;
  /** What this page told them, in order. */
  readonly told: MemberBody[] = [];
  readonly #handlers = new Map<string, (body: never, from: string) => void>();

  on: TabGroup['on'] = (type, handler) => void this.#handlers.set(type, handler);

  send: TabGroup['send'] = (body) => void this.told.push(body);

  /** One of them says so. */
  say(body: MemberBody): void {
    const handler = this.#handlers.get(body.type);
    if (!handler) throw new Error(`Nobody listens to ${body.type}.`);
    handler(body as never, 'another tab');
  }
}
