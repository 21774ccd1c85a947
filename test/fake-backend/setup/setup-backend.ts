import type { AnyHandler } from 'msw';
import { FakeAssignments } from './assignments.ts';
import { FakeAuditLog } from './audit-log.ts';
import { FakeConfigurations } from './presence-configurations.ts';
import { FakeRecords } from './records.ts';
import { FakeExplanations } from './explanations.ts';
import { FakeImports } from './imports.ts';
import { FakeSoundLibrary } from './sounds.ts';
import { somePeople, someRecords } from './some-records.ts';

/** `/v1/setup` in the page: a small contact centre that answers as the real server does. */
export class FakeSetupBackend {
  readonly address: string;
  readonly audit = new FakeAuditLog();
  readonly people = somePeople();
  readonly configurations: FakeConfigurations;
  readonly assignments: FakeAssignments;
  readonly sounds = new FakeSoundLibrary();
  readonly records: FakeRecords;
  readonly explanations: FakeExplanations;
  readonly imports = new FakeImports();

  constructor(address = 'https://setup.example.test') {
    this.address = address;
    this.configurations = new FakeConfigurations(this.people, this.audit);
    this.assignments = new FakeAssignments(this.people, this.configurations, this.audit);
    this.records = new FakeRecords(someRecords(), this.people, this.audit);
    this.audit.named = () => [
      ...this.records.named(),
      ...this.sounds.sounds.map(({ sha256, name }) => ({ resource: 'sounds', id: sha256, name })),
    ];
    this.explanations = new FakeExplanations(this.people, this.configurations);
  }

  get handlers(): AnyHandler[] {
    const base = `${this.address}/v1/setup`;
    return [
      ...this.assignments.handlers(base),
      ...this.configurations.handlers(base),
      ...this.sounds.handlers(this.address),
      ...this.audit.handlers(base),
      ...this.explanations.handlers(base),
      ...this.imports.handlers(base),
      ...this.records.handlers(base),
    ];
  }
}
