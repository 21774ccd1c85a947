import { expect } from '@open-wc/testing';
import { en } from '../../../assets/locales/en.ts';
import type { AgentWork } from '../../../src/domain/work/agent-work.ts';
import type { NotificationRequestEvent } from '../../../src/events/requests.ts';
import type { Notice } from '../../../src/platform/notifications.ts';
import { answerNotification, Notifying, testNotification } from '../../../src/services/alerts/notifying.ts';
import { SoundStore } from '../../../src/stores/sound.ts';
import { WorkStore } from '../../../src/stores/work.ts';
import { aRequest } from '../../fake-backend/records.ts';

describe('the test of a notification', () => {
  it('asks for permission first, within the click, and shows it in the language of the panel', async () => {
    const done: string[] = [];
    await testNotification(
      {
        ask: () => Promise.resolve(void done.push('ask')),
        test: ({ title, body, language, direction }) => {
          done.push(`${title}. ${body} ${language} ${direction}`);
          return Promise.resolve(true);
        },
      },
      en,
    );
    expect(done).to.deep.equal(['ask', `${en.testTitle}. ${en.testBody} en-GB ltr`]);
  });
});

describe('notifying', () => {
  let work: WorkStore;
  let sound: SoundStore;
  let isOut: boolean;
  let sightChanged: () => void;
  let notifications: {
    canAct: boolean;
    allowed: boolean;
    shown: string[];
    notices: Notice[];
    show(notice: Notice): Promise<boolean>;
    close(id: string): void;
  };
  let asked: NotificationRequestEvent[];
  let hostCancels: boolean;
  let notified: string[];
  let stop: () => void;

  beforeEach(() => {
    work = new WorkStore((tell) => tell());
    sound = new SoundStore();
    isOut = true;
    notifications = {
      canAct: false,
      allowed: true,
      shown: [],
      notices: [],
      show(notice) {
        this.notices.push(notice);
        if (this.allowed) this.shown = [...this.shown, notice.workId];
        return Promise.resolve(this.allowed);
      },
      close(id) {
        this.shown = this.shown.filter((other) => other !== id);
      },
    };
    asked = [];
    // A separate list for each test: unfinished work of an earlier test may still report.
    const mine: string[] = [];
    notified = mine;
    hostCancels = false;
    const notifying = new Notifying({
      work,
      sound,
      notifications,
      words: () => en,
      toastVisibility: {
        get isOut() {
          return isOut;
        },
        subscribe(listener) {
          sightChanged = listener;
          return () => (sightChanged = () => undefined);
        },
      },
      dispatch(event) {
        asked.push(event as NotificationRequestEvent);
        return !hostCancels;
      },
      notified: (id) => mine.push(id),
    });
    stop = notifying.start();
  });
  afterEach(() => stop());

  const arrives = (change: Partial<AgentWork> = {}): AgentWork => {
    const request = aRequest(change);
    work.put(request);
    return request;
  };
  const comesToSight = (comes: boolean) => {
    isOut = !comes;
    sightChanged();
  };

  it('shows what the toast shows: kind, subject, customer, channel, queue, highlights', () => {
    arrives({
      subject: 'Refund',
      customerName: 'Ines Carvalho',
      highlights: [{ label: 'Plan', value: 'Business' }],
      channel: { id: 'voice', name: 'Voice', type: 'voice' },
      queue: { id: 'billing', name: 'Billing' },
    });
    expect(notifications.notices[0]?.title).to.equal('Incoming call: Refund');
    expect(notifications.notices[0]?.body).to.equal('Ines Carvalho\nVoice · Billing\nPlan: Business');
  });

  it('does nothing while the page is visible', () => {
    isOut = false;
    arrives();
    expect(asked).to.deep.equal([]);
    expect(notifications.shown).to.deep.equal([]);
  });

  it('notifies of each request once, even when the page is hidden again', async () => {
    const { id } = arrives();
    work.put({ ...work.state.works.get(id)!, subject: 'Changed' });
    comesToSight(true);
    expect(notifications.shown).to.deep.equal([]);
    comesToSight(false);
    expect(asked.map(({ agentWork }) => agentWork.id)).to.deep.equal([id]);
    await Promise.resolve();
    expect(notified).to.deep.equal([id]);
  });

  it('notifies of a waiting request when the page is hidden', () => {
    isOut = false;
    const { id } = arrives();
    comesToSight(false);
    expect(notifications.shown).to.deep.equal([id]);
  });

  for (const change of [
    { status: 'declinedOnPushTimeout' },
    { status: 'canceled', cancelReason: 'customerLeft' },
    { status: 'opened', openedBy: 'rep' },
  ] as const)
    it(`closes the notification when the request is ${change.status}`, () => {
      const request = arrives();
      work.put({ ...request, ...change });
      expect(notifications.shown).to.deep.equal([]);
    });

  it('closes all notifications when the panel stops', () => {
    arrives();
    stop();
    expect(notifications.shown).to.deep.equal([]);
  });

  it('keeps the notification of automatically accepted work until the rep looks, and its click opens the record', () => {
    const request = arrives();
    work.put({ ...request, status: 'opened', openedBy: 'automatic' });
    expect(notifications.shown).to.deep.equal([request.id]);
    comesToSight(true);
    expect(notifications.shown).to.deep.equal([]);
  });

  it('asks the host first, which may notify instead or forbid it', async () => {
    hostCancels = true;
    const { id } = arrives();
    expect(asked[0]).to.deep.include({ type: 'omni-notification-request', cancelable: true });
    expect(asked[0]?.agentWork.id).to.equal(id);
    expect(notifications.notices).to.deep.equal([]);
    await Promise.resolve();
    expect(notified).to.deep.equal([]);
  });

  it('does not claim to have notified if the system refuses', async () => {
    notifications.allowed = false;
    arrives();
    await Promise.resolve();
    expect(notified).to.deep.equal([]);
  });

  it('shows at most five, and the next one when one closes', () => {
    const requests = Array.from({ length: 8 }, () => arrives());
    expect(notifications.shown).to.have.length(5);
    work.put({ ...requests[0]!, status: 'canceled', cancelReason: 'withdrawn' });
    expect(notifications.shown).to.have.length(5);
    expect(notifications.notices).to.have.length(6);
  });

  it('has an accept button if the platform supports it, unless the request is accepted automatically', () => {
    arrives();
    notifications.canAct = true;
    arrives();
    const { stamp } = aRequest();
    arrives({ stamp: { ...stamp, automatic: true } });
    expect(notifications.notices.map(({ accept }) => accept)).to.deep.equal([null, 'Accept', null]);
    expect(asked.map(({ canAccept }) => canAccept)).to.deep.equal([false, true, true]);
  });

  it('is silent if the panel can be heard, or if no sound is configured', () => {
    arrives();
    sound.update({ status: 'running' });
    arrives();
    sound.update({ status: 'blocked' });
    arrives({ stamp: { ...aRequest().stamp, ring: null } });
    expect(notifications.notices.map(({ silent }) => silent)).to.deep.equal([false, true, true]);
  });
});

describe('a click on a notification', () => {
  let work: WorkStore;
  let done: string[];
  let click: ReturnType<typeof answerNotification>;

  beforeEach(() => {
    work = new WorkStore();
    done = [];
    click = answerNotification({
      work,
      accept: (id) => {
        done.push(`accept ${id}`);
        return Promise.reject(new Error('It came too late.'));
      },
      showRecord: (id) => done.push(`record ${id}`),
      raise: () => done.push('raise'),
    });
  });

  it('brings the toasts into view, and accepts if its accept button was clicked', () => {
    const { id } = aRequest();
    work.put({ ...aRequest(), id });
    click(id, 'show');
    click(id, 'accept');
    expect(done).to.deep.equal(['raise', 'raise', `accept ${id}`]);
  });

  it('brings the record of opened work to the front, and accepts nothing twice', () => {
    const request = aRequest({ status: 'opened', openedBy: 'automatic' });
    work.put(request);
    click(request.id, 'accept');
    expect(done).to.deep.equal([`record ${request.id}`]);
  });

  it('does nothing for work that is unknown or over', () => {
    const request = aRequest({ status: 'canceled', cancelReason: 'withdrawn' });
    work.put(request);
    click(request.id, 'accept');
    click('another', 'accept');
    expect(done).to.deep.equal([]);
  });
});
