import { expect } from '@open-wc/testing';
import { Notifications, SHOW_TIMEOUT, type Notice } from '../../src/platform/notifications.ts';
import { FakeTimers } from '../helpers/fake-timers.ts';

const notice: Notice = {
  workId: 'work-1',
  title: 'New chat: Refund',
  body: 'Ines Carvalho',
  language: 'ar',
  direction: 'rtl',
  silent: true,
  accept: 'Accept',
};

/** A fake of the browser's notification. */
class FakeNotification extends EventTarget {
  static permission: NotificationPermission = 'granted';
  static answer: NotificationPermission = 'granted';
  static asked = 0;
  static made: FakeNotification[] = [];
  static isIllegal = false;
  /** What the system does with one. */
  static then: 'show' | 'error' | 'nothing' = 'show';
  static requestPermission(): Promise<NotificationPermission> {
    FakeNotification.asked += 1;
    FakeNotification.permission = FakeNotification.answer;
    return Promise.resolve(FakeNotification.permission);
  }

  onclick: (() => void) | null = null;
  onshow: (() => void) | null = null;
  onerror: (() => void) | null = null;
  isClosed = false;
  constructor(
    readonly title: string,
    readonly options: NotificationOptions & { readonly actions?: unknown },
  ) {
    super();
    if (FakeNotification.isIllegal) throw new TypeError('Illegal constructor.');
    FakeNotification.made.push(this);
    queueMicrotask(() => {
      if (FakeNotification.then === 'show') this.onshow?.();
      if (FakeNotification.then === 'error') this.onerror?.();
    });
  }
  get actions(): readonly [] {
    return [];
  }
  close(): void {
    this.isClosed = true;
  }
}

describe('notifications', () => {
  const real = Object.getOwnPropertyDescriptor(window, 'Notification')!;
  let registration: ServiceWorkerRegistration | null;
  let clicks: string[];
  let notifications: Notifications;
  let timers: FakeTimers;
  let stop: () => void;

  beforeEach(() => {
    Object.defineProperty(window, 'Notification', { configurable: true, value: FakeNotification });
    Object.assign(FakeNotification, {
      permission: 'granted',
      answer: 'granted',
      asked: 0,
      made: [],
      isIllegal: false,
      then: 'show',
    });
    registration = null;
    clicks = [];
    timers = new FakeTimers();
    notifications = new Notifications({
      timers,
      registration: () => registration,
      clicked: (id, action) => {
        clicks.push(`${action} ${id}`);
        return id === 'work-1';
      },
    });
    stop = notifications.start();
  });
  afterEach(() => {
    stop();
    Object.defineProperty(window, 'Notification', real);
  });

  it('ask for permission once, and report the decision', async () => {
    let told = 0;
    notifications.subscribe(() => (told += 1));
    FakeNotification.permission = 'default';
    await notifications.ask();
    expect([notifications.status, told]).to.deep.equal(['granted', 1]);
    await notifications.ask();
    expect(FakeNotification.asked).to.equal(1);
  });

  it('are unsupported in a browser without them, and in a frame of another site', async () => {
    Object.defineProperty(window, 'Notification', { configurable: true, value: undefined });
    delete (window as { Notification?: unknown }).Notification;
    expect(notifications.status).to.equal('unsupported');
    expect(notifications.canAct).to.equal(false);
    expect(await notifications.show(notice)).to.equal(false);
  });

  it('are shown with their text, at most one per work, until they are closed', async () => {
    expect(await notifications.show(notice)).to.equal(true);
    expect(await notifications.show({ ...notice, title: 'Once more' })).to.equal(true);
    const [first, second] = FakeNotification.made;
    expect(first?.isClosed).to.equal(true);
    expect(second?.title).to.equal('Once more');
    expect(second?.options).to.deep.include({
      body: 'Ines Carvalho',
      lang: 'ar',
      dir: 'rtl',
      silent: true,
      requireInteraction: true,
      tag: 'omni-channel work-1',
    });
    expect(notifications.shown).to.deep.equal(['work-1']);
    notifications.close('work-1');
    expect(second?.isClosed).to.equal(true);
    expect(notifications.shown).to.deep.equal([]);
  });

  it('have no button without a service worker: the browser would refuse them', async () => {
    await notifications.show(notice);
    expect(FakeNotification.made[0]?.options.actions).to.equal(undefined);
    expect(notifications.canAct).to.equal(false);
  });

  it('report clicks, and then close', async () => {
    await notifications.show(notice);
    FakeNotification.made[0]?.onclick?.();
    expect(clicks).to.deep.equal(['show work-1']);
    expect(FakeNotification.made[0]?.isClosed).to.equal(true);
    expect(notifications.shown).to.deep.equal([]);
  });

  for (const permission of ['denied', 'default'] as const)
    it(`are not shown while the permission is ${permission}`, async () => {
      FakeNotification.permission = permission;
      expect(await notifications.show(notice)).to.equal(false);
      expect(FakeNotification.made).to.deep.equal([]);
    });

  it('are not shown if the system requires a service worker', async () => {
    FakeNotification.isIllegal = true;
    expect(await notifications.show(notice)).to.equal(false);
    expect(notifications.shown).to.deep.equal([]);
  });

  it('count as shown once the system has shown them, and not before', async () => {
    FakeNotification.then = 'nothing';
    let isShown: boolean | null = null;
    const shown = notifications.show(notice).then((is) => (isShown = is));
    await Promise.resolve();
    expect(isShown).to.equal(null);
    FakeNotification.made[0]?.onshow?.();
    await shown;
    expect([isShown, notifications.failed, timers.count]).to.deep.equal([true, false, 0]);
  });

  it('that the system does not show are reported, until one is shown', async () => {
    let told = 0;
    notifications.subscribe(() => (told += 1));
    FakeNotification.then = 'error';
    expect(await notifications.show(notice)).to.equal(false);
    expect([notifications.failed, told]).to.deep.equal([true, 1]);
    FakeNotification.then = 'nothing';
    const late = notifications.show(notice);
    timers.advance(SHOW_TIMEOUT);
    expect(await late).to.equal(false);
    FakeNotification.then = 'show';
    expect(await notifications.show(notice)).to.equal(true);
    expect([notifications.failed, told]).to.deep.equal([false, 2]);
  });

  it('that are closed before they are shown have not failed', async () => {
    FakeNotification.then = 'nothing';
    const shown = notifications.show(notice);
    notifications.close(notice.workId);
    expect(await shown).to.equal(false);
    expect([notifications.failed, timers.count]).to.deep.equal([false, 0]);
  });

  it('can be tested, which is about no work and goes away by itself', async () => {
    expect(await notifications.test({ ...notice, title: 'This is a test' })).to.equal(true);
    expect(FakeNotification.made[0]?.options).to.include({ requireInteraction: false, silent: false });
    expect(notifications.shown).to.deep.equal([]);
    stop();
    expect(FakeNotification.made[0]?.isClosed).to.equal(true);
  });

  it('are all closed when the page or the panel goes away', async () => {
    await notifications.show(notice);
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    await notifications.show(notice);
    stop();
    expect(FakeNotification.made.map(({ isClosed }) => isClosed)).to.deep.equal([true, true]);
  });

  describe('of a service worker', () => {
    let worked: { readonly title: string; readonly options: NotificationOptions }[];
    let closed: string[];
    let showing: Promise<void>;

    beforeEach(() => {
      worked = [];
      const mine: string[] = [];
      closed = mine;
      showing = Promise.resolve();
      registration = {
        showNotification(title: string, options: NotificationOptions) {
          worked.push({ title, options });
          return showing;
        },
        getNotifications: ({ tag }: { tag: string }) => Promise.resolve([{ close: () => mine.push(tag) }]),
      } as unknown as ServiceWorkerRegistration;
    });
    const says = (data: unknown) =>
      navigator.serviceWorker.dispatchEvent(new MessageEvent('message', { data }));

    it('have a button that accepts', async () => {
      expect(notifications.canAct).to.equal(true);
      expect(await notifications.show(notice)).to.equal(true);
      expect(worked[0]?.options).to.deep.include({
        actions: [{ action: 'accept', title: 'Accept' }],
      });
      expect(worked[0]?.options.data).to.deep.include({
        type: 'omni-notification',
        workId: 'work-1',
        address: location.href,
      });
      expect(FakeNotification.made).to.deep.equal([]);
    });

    it('are closed by tag, even if they appear only afterwards', async () => {
      let appear = (): void => undefined;
      showing = new Promise((resolve) => (appear = resolve));
      const shown = notifications.show(notice);
      notifications.close('work-1');
      await Promise.resolve();
      appear();
      expect(await shown).to.equal(false);
      await Promise.resolve();
      expect(closed).to.deep.equal(['omni-channel work-1', 'omni-channel work-1']);
    });

    it('report clicks through the worker', () => {
      says({ type: 'omni-notification-click', workId: 'work-1', action: 'accept' });
      says({ type: 'omni-notification-click', workId: 'work-1', action: '' });
      says({ type: 'omni-notification-click', workId: 'work-1' });
      expect(clicks).to.deep.equal(['accept work-1', 'show work-1', 'show work-1']);
    });

    /** Whether the page replies to a click. */
    const replies = async (click: object): Promise<boolean> => {
      const { port1, port2 } = new MessageChannel();
      const reply = new Promise<boolean>((resolve) => {
        port1.onmessage = ({ data }) => resolve(data !== 'end');
      });
      const data = { type: 'omni-notification-click', workId: 'work-1', action: '', ...click };
      navigator.serviceWorker.dispatchEvent(new MessageEvent('message', { data, ports: [port2] }));
      // Messages arrive in order: this one is first if the page has not replied.
      port2.postMessage('end');
      return reply;
    };

    it('report clicks to the page that shows them, and to any that has the work once that page is gone', async () => {
      await notifications.show(notice);
      const { page } = worked[0]!.options.data as { page: string };
      expect(await replies({ page: 'another' })).to.equal(false);
      expect(clicks).to.deep.equal([]);
      expect(await replies({ page })).to.equal(true);
      expect(await replies({ page, workId: 'gone' })).to.equal(true);
      expect(await replies({ page: null })).to.equal(true);
      expect(await replies({ page: null, workId: 'gone' })).to.equal(false);
      expect(clicks).to.deep.equal(['show work-1', 'show gone', 'show work-1', 'show gone']);
    });

    it('do not mistake other messages for clicks: those of the host, or without a configured worker', () => {
      for (const data of [null, 'accept', { type: 'sync' }, { type: 'omni-notification-click', workId: 7 }])
        says(data);
      registration = null;
      says({ type: 'omni-notification-click', workId: 'work-1', action: 'accept' });
      expect(clicks).to.deep.equal([]);
    });

    it('report nothing once the panel is gone', () => {
      stop();
      says({ type: 'omni-notification-click', workId: 'work-1', action: 'accept' });
      expect(clicks).to.deep.equal([]);
    });
  });
});
