import { http, HttpResponse, type HttpHandler } from 'msw';
import type { Assignments, Move } from '../../../src/domain/setup/setup-api.ts';
import { problem, versioned } from './answers.ts';
import type { FakeAuditLog } from './audit-log.ts';
import type { FakeConfigurations } from './presence-configurations.ts';
import type { People } from './some-records.ts';

/** `.../assignments` and the undoing of their changes. */
export class FakeAssignments {
  readonly received: Assignments[] = [];
  readonly undone: string[] = [];
  /** Whether nothing can be undone. */
  refusesUndo = false;
  readonly #changes = new Map<string, Move[]>();
  readonly #people: People;
  readonly #configurations: FakeConfigurations;
  #version = 1;

  readonly #audit: FakeAuditLog;

  constructor(people: People, configurations: FakeConfigurations, audit: FakeAuditLog) {
    this.#audit = audit;
    this.#people = people;
    this.#configurations = configurations;
  }

  /** Simulates an assignment by somebody else. */
  changeElsewhere(): void {
    this.#version += 1;
  }

  handlers(base: string): HttpHandler[] {
    const path = `${base}/presence-configurations/:id/assignments`;
    return [
      http.get<{ id: string }>(path, ({ params }) => {
        const here = ({ assignedTo }: { assignedTo: { id: string } | null }) => assignedTo?.id === params.id;
        const { users, profiles } = this.#people;
        return versioned({ users: users.filter(here), profiles: profiles.filter(here) }, this.#version);
      }),
      http.put<{ id: string }>(path, async ({ params, request }) => {
        if (request.headers.get('if-match') !== `"${this.#version}"`)
          return problem(412, 'Somebody has changed these assignments meanwhile.');
        const wanted = (await request.json()) as Assignments;
        this.received.push(wanted);
        const moved = [
          ...this.#place('user', this.#people.users, params.id, wanted.userIds),
          ...this.#place('profile', this.#people.profiles, params.id, wanted.profileIds),
        ];
        const id = `change-${this.#changes.size}`;
        this.#changes.set(id, moved);
        this.#note(id, moved, 'assigned');
        this.#version += 1;
        return HttpResponse.json({ id, moved } as never);
      }),
      http.post<{ id: string }>(`${base}/assignment-changes/:id/undo`, ({ params }) => {
        this.undone.push(params.id);
        if (this.refusesUndo) return problem(409, 'This cannot be undone: Priya Nair was moved again since.');
        const moves = this.#changes.get(params.id) ?? [];
        for (const { id, kind, from } of moves) this.#put(kind, id, from);
        this.#audit.markUndone(params.id);
        this.#note(
          `${params.id}-undone`,
          moves.map(({ from, to, ...move }) => ({ ...move, from: to, to: from })),
          'undone',
        );
        this.#version += 1;
        return HttpResponse.json({ id: `${params.id}-undone`, moved: [] });
      }),
    ];
  }

  #note(change: string, moves: readonly Move[], action: 'assigned' | 'undone'): void {
    for (const { kind, id, name, from, to } of moves)
      this.#audit.note({
        by: 'Root Admin',
        action,
        resource: `${kind}s`,
        record: { id, name },
        changes: [{ pointer: '/assignedTo', from, to }],
        assignmentChange: { id: change, isUndone: false },
      });
  }

  #place(
    kind: Move['kind'],
    rows: readonly { id: string; name: string; assignedTo: Move['from'] }[],
    here: string,
    ids: readonly string[],
  ): Move[] {
    const name = this.#configurations.stored.get(here)?.configuration.name ?? here;
    return rows.flatMap((row) => {
      const isWanted = ids.includes(row.id);
      if (isWanted === (row.assignedTo?.id === here)) return [];
      const to = isWanted ? { id: here, name } : null;
      this.#put(kind, row.id, to);
      return [{ kind, id: row.id, name: row.name, from: row.assignedTo, to }];
    });
  }

  #put(kind: Move['kind'], id: string, assignedTo: Move['from']): void {
    const put = <Row extends { id: string }>(rows: Row[]) =>
      rows.map((row) => (row.id === id ? { ...row, assignedTo } : row));
    if (kind === 'user') this.#people.users = put(this.#people.users);
    else this.#people.profiles = put(this.#people.profiles);
  }
}
