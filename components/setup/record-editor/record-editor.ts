import { html } from 'lit';
import { property } from 'lit/decorators.js';
import type { SetupResource } from '../../../src/domain/setup/setup-api.ts';
import { recordName } from '../shared/describe.ts';
import { RecordForm } from '../shared/record-form.ts';
import { recordFields } from './record-fields.ts';
import { customElement } from '../../shared/custom-element.ts';

/**
 * The editor of all other records of Setup: a channel, a routing configuration, a queue, a status, a decline reason,
 * a user, a profile. One table defines its fields.
 *
 * @fires omni-record-action - The user saves, discards or deletes the record, or asks for its history.
 */
@customElement('omni-record-editor')
export class OmniRecordEditor extends RecordForm {
  /** The kind of record. */
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
