import { expect } from '@open-wc/testing';
import { ProblemEvent } from '../../../src/events/facts.ts';
import { OpenWorkRequestEvent } from '../../../src/events/requests.ts';
import { OpeningWork } from '../../../src/services/work/opening-work.ts';
import { WorkStore } from '../../../src/stores/work.ts';
import { aRequest } from '../../fake-backend/records.ts';

describe('opening work', () => {
  let work: WorkStore;
  let open: string[];
  let done: string[];
  let events: Event[];
  let shown: string[];
  let isVetoed: boolean;
  let fails: (() => void | Promise<void>) | null;
  let opening: OpeningWork;
  let stop: () => void;

  beforeEach(() => {
    work = new WorkStore();
    open = [];
    done = [];
    events = [];
    shown = [];
    isVetoed = false;
    fails = null;
    opening = new OpeningWork({
      work,
      openSomewhere: (id) => opening.open(id, 'automatic'),
      shown: (id) => shown.push(work.state.works.get(id)?.recordId ?? ''),
      workspace: () => ({
        openRecordIds: () => open,
        open: (id, { focus }) => {
          done.push(`${id} ${focus ? 'focus' : 'background'}`);
          return fails?.();
        },
        bringForward: (id) => void done.push(`${id} forward`),
      }),
      dispatch: (event) => {
        events.push(event);
        return !(isVetoed && event instanceof OpenWorkRequestEvent);
      },
    });
    stop = opening.start();
  });
  afterEach(() => stop());

  const automatic = (recordId: string) => {
    const request = aRequest({ recordId });
    work.put(request);
    work.put({ ...request, status: 'opened', openedBy: 'automatic' });
  };
  const accepted = (recordId: string) => {
    const request = aRequest({ recordId, status: 'opened', openedBy: 'rep' });
    work.put(request);
    opening.show(request.id);
  };

  it('says which records are in front now', () => {
    automatic('first');
    open = ['first'];
    automatic('background');
    automatic('first');
    accepted('chosen');
    isVetoed = true;
    accepted('by the host');
    expect(shown).to.deep.equal(['first', 'first', 'chosen']);
  });

  it('takes the rep who accepted to the record: its tab, or else a new focused one', () => {
    open = ['r1', 'r2'];
    accepted('r2');
    accepted('r3');
    expect(done).to.deep.equal(['r2 forward', 'r3 focus']);
  });

  it('opens automatic acceptances by their rules, without leaving an open tab', () => {
    automatic('r1');
    open = ['r1'];
    automatic('r2');
    automatic('r1');
    expect(done).to.deep.equal(['r1 focus', 'r2 background', 'r1 forward']);
  });

  it('opens nothing that was accepted before the page knew of it', () => {
    work.put(aRequest({ status: 'opened', openedBy: 'automatic' }));
    expect(done).to.deep.equal([]);
  });

  it('leaves it to a host that takes over, with how it would have been opened', () => {
    isVetoed = true;
    open = ['r1'];
    accepted('r2');
    expect(done).to.deep.equal([]);
    expect((events[0] as OpenWorkRequestEvent).opening).to.equal('newTabInFocus');
  });

  it('notifies the host that its workspace failed', async () => {
    fails = () => {
      throw new Error('No room.');
    };
    accepted('r1');
    fails = () => Promise.reject(new Error('No room either.'));
    accepted('r2');
    await new Promise((resolve) => setTimeout(resolve));
    const problems = events.filter((event) => event instanceof ProblemEvent);
    expect(problems.map(({ detail }) => detail.split(': ')[1])).to.deep.equal([
      'No room.',
      'No room either.',
    ]);
  });
});
