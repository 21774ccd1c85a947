import { expect } from '@open-wc/testing';
import { MAX_ENTRIES, RECORD_LENGTH } from '../../../src/domain/alerts/flight-entry.ts';
import { PanelError } from '../../../src/errors.ts';
import { ProblemEvent } from '../../../src/events/facts.ts';
import {
  flightRecordFile,
  recorded,
  recordFlight,
  recordProblem,
} from '../../../src/services/diagnostics/flight-recording.ts';
import { ConfigurationStore } from '../../../src/stores/configuration.ts';
import { ConnectionStore } from '../../../src/stores/connection.ts';
import { FlightRecord } from '../../../src/stores/flight-record.ts';
import { PresenceStore } from '../../../src/stores/presence.ts';
import { SoundStore } from '../../../src/stores/sound.ts';
import { WorkStore } from '../../../src/stores/work.ts';
import { aRequest, REP, statuses } from '../../fake-backend/records.ts';

describe('the flight record', () => {
  let now: number;
  let record: FlightRecord;

  beforeEach(() => {
    now = 1_700_000_000_000;
    record = new FlightRecord(() => now);
  });
  const told = () => record.entries.map(({ kind, what }) => `${kind}: ${what}`);

  it('covers an hour', () => {
    record.note('work', 'old');
    now += RECORD_LENGTH;
    record.note('work', 'an hour later');
    now += 1;
    expect(told()).to.deep.equal(['work: an hour later']);
  });

  it('has the latest 2,000 entries', () => {
    for (let entry = 0; entry < 10_000; entry++) record.note('work', String(entry));
    expect(record.entries).to.have.length(MAX_ENTRIES);
    expect(record.entries.at(-1)?.what).to.equal('9999');
  });

  it('records what happens in the stores, by ids, and nothing about the customer', async () => {
    const stores = {
      connection: new ConnectionStore(now),
      presence: new PresenceStore(),
      configuration: new ConfigurationStore(),
      work: new WorkStore(),
      sound: new SoundStore(),
    };
    const stop = recordFlight({ ...stores, record });
    stores.connection.update({ status: 'connected' });
    stores.presence.confirm({ status: statuses[0]!, since: now, cause: 'rep' });
    const work = aRequest({ subject: 'Secret subject', customerName: 'Ines Secret' });
    stores.work.put(work);
    stores.sound.update({ ringing: work.id });
    stores.sound.update({ ringing: null, status: 'blocked' });
    stores.work.put({ ...work, status: 'declinedOnPushTimeout' });
    stores.connection.update({ status: 'lost', alarm: 'sounding' });
    expect(told()).to.deep.equal([
      'connection: connected',
      'presence: available',
      'work: assigned',
      'alert: ring started',
      'alert: ring ended',
      'alert: sound blocked',
      'work: declinedOnPushTimeout',
      'connection: lost',
      'alert: alarm sounding',
    ]);
    const { name, file } = flightRecordFile(record, REP.id);
    expect(name).to.match(/^omni-channel-flight-record-[\dT-]+\.json$/);
    const written = await file.text();
    expect(written).to.contain(work.id);
    expect(written).not.to.match(/secret|Business|Rosa Almeida/i);
    stop();
    stores.connection.update({ status: 'connected' });
    expect(record.entries).to.have.length(9);
  });

  it('records commands and their outcomes', async () => {
    let refuses = false;
    const commands = recorded(
      {
        send: () =>
          refuses ? Promise.reject(new PanelError('noLongerOpen', 'Ines was faster.')) : Promise.resolve(),
      },
      record,
    );
    await commands.send({ type: 'accept', agentWorkId: 'w1' }, { keep: true });
    refuses = true;
    await commands.send({ type: 'accept', agentWorkId: 'w1' }, { keep: true }).catch(() => undefined);
    expect(told()).to.deep.equal([
      'command: accept',
      'command: accept done',
      'command: accept',
      'command: accept noLongerOpen',
    ]);
    expect(record.entries[0]?.about).to.deep.equal({ agentWorkId: 'w1' });
  });

  it('records no message of a flag', async () => {
    const commands = recorded({ send: () => Promise.resolve() }, record);
    const flag = { type: 'raise-flag', agentWorkId: 'w1', message: 'Mrs Carvalho is angry' } as const;
    await commands.send(flag, { keep: true });
    expect(record.entries.map(({ about }) => about)).to.deep.equal([
      { agentWorkId: 'w1' },
      { agentWorkId: 'w1' },
    ]);
  });

  it('records problems without anything that the host wrote or that looks like a token', () => {
    const token = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJyb3NhIn0.c2lnbmF0dXJlLW9mLXRoaXM';
    recordProblem(new ProblemEvent('workspace', 'No tab for Ines Carvalho.'), record);
    recordProblem(new ProblemEvent('token', `No: ${token}`), record);
    recordProblem(new ProblemEvent('configuration', `Refused: ${token}`), record);
    recordProblem(new ProblemEvent('sound', `The sound ${'a1'.repeat(32)} cannot be used.`), record);
    expect(record.entries.map(({ what, about }) => [what, about.detail ?? null])).to.deep.equal([
      ['workspace', null],
      ['token', null],
      ['configuration', 'Refused: …'],
      ['sound', `The sound ${'a1'.repeat(32)} cannot be used.`],
    ]);
  });
});
