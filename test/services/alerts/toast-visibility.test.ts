import { expect } from '@open-wc/testing';
import type { RequestsObstructedEvent } from '../../../src/events/facts.ts';
import { ToastVisibility } from '../../../src/services/alerts/toast-visibility.ts';
import { WorkStore } from '../../../src/stores/work.ts';
import { aRequest } from '../../fake-backend/records.ts';

describe('toast visibility', () => {
  let work: WorkStore;
  let shown: string[];
  let isInert: boolean;
  let isHidden: boolean;
  let visibilityChanged: () => void;
  let covered: () => void;
  /** Callbacks for the next frame. */
  let frames: { readonly read: () => unknown; readonly painted: (read: never) => void }[];
  let painted: (readonly string[])[];
  let told: boolean[];
  let toastVisibility: ToastVisibility;
  let stop: () => void;

  beforeEach(() => {
    work = new WorkStore((tell) => tell());
    shown = [];
    isInert = false;
    isHidden = false;
    frames = [];
    painted = [];
    told = [];
    toastVisibility = new ToastVisibility({
      work,
      toasts: { shown: () => shown, isInert: () => isInert },
      isHidden: () => isHidden,
      onVisibility(call) {
        visibilityChanged = call;
        return () => (visibilityChanged = () => undefined);
      },
      onPossibleCover(call) {
        covered = call;
        return () => (covered = () => undefined);
      },
      inNextFrame(read, painted) {
        const frame = { read, painted };
        frames.push(frame);
        return () => (frames = frames.filter((other) => other !== frame));
      },
      painted: (ids) => painted.push(ids),
      dispatch: (event) => told.push((event as RequestsObstructedEvent).obstructed) > 0,
    });
    stop = toastVisibility.start();
  });
  afterEach(() => stop());

  function frame(between: () => void = () => undefined): void {
    const due = frames;
    frames = [];
    for (const { read, painted } of due) {
      const seen = read();
      between();
      painted(seen as never);
    }
  }
  const arrives = () => {
    const request = aRequest();
    work.put(request);
    return request;
  };

  it('reports what was painted: the state of the page at the frame', () => {
    arrives();
    shown = ['one'];
    frame(() => (shown = ['one', 'two']));
    expect(painted).to.deep.equal([['one']]);
  });

  it('checks once per frame, and not at all without requests', () => {
    covered();
    expect(frames).to.have.length(0);
    arrives();
    arrives();
    covered();
    expect(frames).to.have.length(1);
  });

  it('reports nothing as painted if the page was hidden in the meantime', () => {
    arrives();
    frame(() => (isHidden = true));
    expect(painted).to.deep.equal([]);
  });

  it('detects a modal dialog that opens before the toasts and closes again, and notifies the host', () => {
    let changes = 0;
    toastVisibility.subscribe(() => (changes += 1));
    arrives();
    frame();
    expect(toastVisibility.isOut).to.equal(false);
    isInert = true;
    covered();
    frame();
    expect(toastVisibility.isOut).to.equal(true);
    isInert = false;
    covered();
    frame();
    expect(toastVisibility.isOut).to.equal(false);
    expect(told).to.deep.equal([true, false]);
    expect(changes).to.equal(2);
  });

  it('reports no obstruction once no request waits', () => {
    const request = arrives();
    isInert = true;
    frame();
    work.put({ ...request, status: 'canceled', cancelReason: 'withdrawn' });
    expect(told).to.deep.equal([true, false]);
  });

  it('is off in a hidden page', () => {
    let changes = 0;
    toastVisibility.subscribe(() => (changes += 1));
    isHidden = true;
    visibilityChanged();
    expect(toastVisibility.isOut).to.equal(true);
    expect(changes).to.equal(1);
  });

  it('leaves no frame callback behind', () => {
    arrives();
    stop();
    expect(frames).to.have.length(0);
  });
});
