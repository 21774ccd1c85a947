import type { AnyHandler } from 'msw';
import type { EffectiveConfiguration } from '../../src/domain/configuration/effective-configuration.ts';
import { FakeConnection } from './connection.ts';
import { FakePresenceConfiguration } from './presence-configuration.ts';
import { aConfiguration } from './records.ts';
import { FakeSounds } from './sounds.ts';
import { FakeTransferDestinations } from './transfer-destinations.ts';

/** A whole back end for one rep, in the page: `handlers` is what msw puts in front of the network. */
export class FakeBackend {
  readonly address: string;
  readonly presenceConfiguration: FakePresenceConfiguration;
  readonly sounds = new FakeSounds();
  readonly transferDestinations = new FakeTransferDestinations();
  readonly connection: FakeConnection;

  constructor(
    configuration: EffectiveConfiguration = aConfiguration(),
    address = 'https://api.example.test',
  ) {
    this.address = address;
    this.presenceConfiguration = new FakePresenceConfiguration(configuration);
    this.connection = new FakeConnection({
      rep: configuration.rep,
      statuses: () => this.presenceConfiguration.configuration.statuses,
      configurationVersion: this.presenceConfiguration.version,
    });
  }

  get handlers(): AnyHandler[] {
    return [
      this.presenceConfiguration.handler(this.address),
      this.sounds.handler(this.address),
      this.transferDestinations.handler(this.address),
      this.connection.handler(this.address),
    ];
  }

  /** Sets another configuration and notifies the panels. */
  configure(configuration: EffectiveConfiguration, version: string): void {
    this.presenceConfiguration.configuration = configuration;
    this.presenceConfiguration.version = version;
    this.connection.configurationVersion = version;
    this.connection.tell({ type: 'configuration-changed', configurationVersion: version });
  }
}
