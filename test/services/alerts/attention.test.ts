import { expect } from '@open-wc/testing';
import type { Attention, AttentionChangedEvent } from '../../../src/events/facts.ts';
import { reportAttention } from '../../../src/services/alerts/attention.ts';
import { ConnectionStore } from '../../../src/stores/connection.ts';
import { SoundStore } from '../../../src/stores/sound.ts';
import { WorkStore } from '../../../src/stores/work.ts';
import { aRequest } from '../../fake-backend/records.ts';

describe('what asks for attention', () => {
  let work: WorkStore;
  let sound: SoundStore;
  let connection: ConnectionStore;
  let told: Attention[];
  let stop: () => void;

  beforeEach(() => {
    work = new WorkStore((tell) => tell());
    sound = new SoundStore();
    connection = new ConnectionStore(0);
    told = [];
    stop = reportAttention({
      work,
      sound,
      connection,
      dispatch(event) {
        const { requests, ringing, lost } = event as AttentionChangedEvent;
        return told.push({ requests, ringing, lost }) > 0;
      },
    });
  });
  afterEach(() => stop());

  it('is reported when it changes, and only then', () => {
    const request = aRequest();
    work.put(request);
    work.put({ ...request, subject: 'Changed' });
    sound.update({ ringing: request.id });
    sound.update({ volumePercent: 50 });
    work.put({ ...request, status: 'opened', openedBy: 'rep' });
    sound.update({ ringing: null });
    expect(told).to.deep.equal([
      { requests: 1, ringing: false, lost: false },
      { requests: 1, ringing: true, lost: false },
      { requests: 0, ringing: true, lost: false },
      { requests: 0, ringing: false, lost: false },
    ]);
  });

  it('counts requests that the rep must answer, not those accepted automatically', () => {
    work.put(aRequest({ stamp: { ...aRequest().stamp, automatic: true } }));
    work.put(aRequest());
    expect(told.map(({ requests }) => requests)).to.deep.equal([1]);
  });

  it('includes a lost or refused connection, but not an interruption or a deliberate end', () => {
    for (const status of ['interrupted', 'lost', 'connected', 'refused', 'replaced', 'signedOut'] as const)
      connection.update({ status });
    expect(told.map(({ lost }) => lost)).to.deep.equal([true, false, true, false]);
  });

  it('leaves the host’s title clean when the panel is removed', () => {
    work.put(aRequest());
    stop();
    expect(told.at(-1)).to.deep.equal({ requests: 0, ringing: false, lost: false });
    work.put(aRequest());
    expect(told).to.have.length(2);
  });
});
