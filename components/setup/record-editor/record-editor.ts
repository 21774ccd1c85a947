import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { SetupResource } from '../../../src/domain/setup/setup-api.ts';
import { recordName } from '../shared/describe.ts';
import { RecordForm } from '../shared/record-form.ts';
import { recordFields } from './record-fields.ts';

/**
 * The editor of any other record of Setup: a channel, a routing configuration, a queue, a status, a reason, a user, a
 * profile. Its fields come from one table.
 *
 * @fires omni-record-action - The person wants the record saved, discarded, deleted, or its history.
 */
@customElement('omni-record-editor')
export class OmniRecordEditor extends RecordForm {
  /** What kind of record it is. */
  @property() resource: SetupResource = 'queues';

  protected override get name(): string {
    return recordName(this.form.draft);
  }

  protected override renderBody() {
    return html`<section aria-labelledby="record-title">
      <header><h2 id="record-title">${this.words.sections.record.title}</h2></header>
      <div class="body">${recordFields[this.resource].map((field) => this.field(field))}</div>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'omni-record-editor': OmniRecordEditor;
  }
}
