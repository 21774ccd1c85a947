import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import 'omni-channel-panel';
import type { OpenWorkRequestEvent } from 'omni-channel-panel';
import { apiAddress, tokenOf } from './api';

@Component({
  selector: 'app-root',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <h1>{{ subject() }}</h1>
    <omni-channel-panel
      [apiAddress]="apiAddress"
      [rep]="rep"
      [token]="token"
      (omni-open-work-request)="show($event)"
    ></omni-channel-panel>
  `,
})
export class Console {
  protected readonly apiAddress = apiAddress;
  protected readonly rep = 'sofia';
  protected readonly token = tokenOf(this.rep);
  protected readonly subject = signal('Nothing is open');

  protected show({ agentWork }: OpenWorkRequestEvent): void {
    this.subject.set(agentWork.subject);
  }
}
