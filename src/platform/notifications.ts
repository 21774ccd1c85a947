import type { Milliseconds, Timers } from '../domain/time.ts';
import { Subscribable } from '../domain/subscribable.ts';
import { newId } from './ids.ts';

/**
 * Whether this page may show system notifications. `default`: the user has not been asked. `unsupported`: it can
 * never show any, because the browser lacks them, the context is insecure, or the page is in a cross-origin frame.
 */
export type NotificationStatus = NotificationPermission | 'unsupported';

/** What a click on a notification does. */
export type NotificationAction = 'show' | 'accept';

/** The content of a notification. Plain text: the system renders no markup. */
export interface Notice {
  readonly workId: string;
  readonly title: string;
  readonly body: string;
  /** A BCP 47 tag. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** Whether the system plays no sound of its own. */
  readonly silent: boolean;
  /** The label of the accept button; `null` for none. Only where `canAct`. */
  readonly accept: string | null;
}

/** How long the system may take to show one. */
export const SHOW_TIMEOUT: Milliseconds = 5000;

/** The id of the one that the rep shows to try it out: no work has it. */
const TEST = 'test';

/** By this type `notification-worker.js` knows the panel's notifications, which have a `NotificationData`. */
const NOTIFICATION = 'omni-notification';
interface NotificationData {
  readonly type: typeof NOTIFICATION;
  readonly workId: string;
  /** The id of the page that shows it, which stays the same while the page navigates. */
  readonly page: string;
  /** Where a new page is opened if there is none any more. */
  readonly address: string;
}

/** The type of message that the host's service worker posts to the page when a notification is clicked. */
const CLICKED = 'omni-notification-click';

interface WithActions extends NotificationOptions {
  readonly actions?: readonly { readonly action: NotificationAction; readonly title: string }[];
}

/**
 * System notifications, at most one per work. Browsers allow buttons on them only if a service worker shows them; the
 * host's worker then reports the clicks.
 */
export class Notifications extends Subscribable {
  readonly #registration: () => ServiceWorkerRegistration | null;
  readonly #clicked: (workId: string, action: NotificationAction) => boolean;
  readonly #timers: Pick<Timers, 'after'>;
  #failed = false;
  readonly #page = newId();
  /** How to close each one that is shown, or about to be. */
  readonly #shown = new Map<string, () => void>();
  // Reading it asks the browser process, which takes milliseconds: too slow for every message.
  #permission: NotificationPermission | null = null;

  /**
   * `clicked` is called for clicks after `start()`, including those on notifications of an earlier page, and returns
   * whether there is such a work.
   */
  constructor(deps: {
    readonly registration: () => ServiceWorkerRegistration | null;
    readonly clicked: (workId: string, action: NotificationAction) => boolean;
    readonly timers: Pick<Timers, 'after'>;
  }) {
    super();
    this.#timers = deps.timers;
    this.#registration = deps.registration;
    this.#clicked = deps.clicked;
  }

  get status(): NotificationStatus {
    if (!('Notification' in window) || !window.isSecureContext || isInForeignFrame()) return 'unsupported';
    return (this.#permission ??= Notification.permission);
  }

  /** Whether they may have a button. */
  get canAct(): boolean {
    return (
      this.#registration() !== null && this.status !== 'unsupported' && 'actions' in Notification.prototype
    );
  }

  /** The works that have one now. */
  get shown(): readonly string[] {
    return [...this.#shown.keys()].filter((id) => id !== TEST);
  }

  /** Whether the latest one did not appear although it was permitted. */
  get failed(): boolean {
    return this.#failed;
  }

  /** Listens for clicks and changes of the permission; the returned function stops that and closes all notifications. */
  start(): () => void {
    const listening = new AbortController();
    const { signal } = listening;
    this.#permission = null;
    // Some browsers do not report a change: check when the user comes back from the settings.
    window.addEventListener('focus', () => this.#updatePermission(), { signal });
    // Both are missing in insecure contexts.
    const worker = navigator.serviceWorker as ServiceWorkerContainer | undefined;
    worker?.addEventListener('message', (event) => this.#onMessage(event), { signal });
    // When the page goes away, so do its notifications.
    window.addEventListener('pagehide', () => this.closeAll(), { signal });
    const permissions = navigator.permissions as Permissions | undefined;
    permissions
      ?.query({ name: 'notifications' })
      .then((permission) => permission.addEventListener('change', () => this.#updatePermission(), { signal }))
      // Some browsers do not report it; the panel asks for permission through this page anyway.
      .catch(() => undefined);
    return () => {
      listening.abort();
      this.closeAll();
    };
  }

  /** Asks for permission. Call it within the user's click, or the browser refuses. */
  async ask(): Promise<void> {
    if (this.status !== 'default') return;
    await Notification.requestPermission();
    this.#updatePermission();
  }

  /** Shows one for the rep to see that it works; `false` if the system does not show it. */
  async test(notice: Pick<Notice, 'title' | 'body' | 'language' | 'direction'>): Promise<boolean> {
    if (this.status !== 'granted') {
      this.#report(this.status === 'unsupported');
      return false;
    }
    return this.show({ ...notice, workId: TEST, silent: false, accept: null });
  }

  /**
   * Shows a notification in place of any other of this work; `true` once the system has shown it, `false` if it does not, or
   * it was closed meanwhile.
   */
  async show(notice: Notice): Promise<boolean> {
    const { workId } = notice;
    this.close(workId);
    if (this.status !== 'granted') return false;
    const registration = this.#registration();
    const close = registration ? () => this.#closeOf(registration, workId) : () => undefined;
    this.#shown.set(workId, close);
    try {
      const appeared = registration
        ? registration.showNotification(notice.title, this.#optionsOf(notice)).then(() => true)
        : this.#showOfPage(notice);
      const isShown = await this.#inTime(appeared);
      this.#report(!isShown && this.#shown.has(workId));
      if (!isShown) return false;
    } catch {
      // Some systems refuse it without a service worker (Chrome on Android): the page's own sound and badge remain.
      this.#shown.delete(workId);
      this.#report(true);
      return false;
    }
    if (this.#shown.has(workId)) return true;
    close();
    return false;
  }

  #report(hasFailed: boolean): void {
    if (hasFailed === this.#failed) return;
    this.#failed = hasFailed;
    this.notify();
  }

  /** What is not shown in time counts as not shown; it is closed with the others, should it appear. */
  async #inTime(appeared: Promise<boolean>): Promise<boolean> {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const cancel = this.#timers.after(SHOW_TIMEOUT, () => resolve(false));
    return Promise.race([appeared, promise]).finally(cancel);
  }

  close(workId: string): void {
    const close = this.#shown.get(workId);
    this.#shown.delete(workId);
    close?.();
  }

  closeAll(): void {
    for (const workId of [...this.#shown.keys()]) this.close(workId);
  }

  /** Resolves with whether the system has shown it, once that is known. */
  #showOfPage(notice: Notice): Promise<boolean> {
    const notification = new Notification(notice.title, this.#optionsOf({ ...notice, accept: null }));
    notification.onclick = () => {
      window.focus();
      this.#shown.delete(notice.workId);
      notification.close();
      this.#clicked(notice.workId, 'show');
    };
    const { promise, resolve } = Promise.withResolvers<boolean>();
    notification.onshow = () => resolve(true);
    notification.onerror = () => resolve(false);
    this.#shown.set(notice.workId, () => {
      notification.onclick = null;
      notification.close();
      resolve(false);
    });
    return promise;
  }

  #closeOf(registration: ServiceWorkerRegistration, workId: string): void {
    registration
      .getNotifications({ tag: tagOf(workId) })
      .then((found) => found.forEach((notification) => notification.close()))
      // The registration is gone, and its notifications with it.
      .catch(() => undefined);
  }

  #optionsOf({ workId, body, language, direction, silent, accept }: Notice): WithActions {
    const address = location.href;
    return {
      body,
      silent,
      lang: language,
      dir: direction,
      tag: tagOf(workId),
      // A request waits for an answer: the system must not dismiss it.
      requireInteraction: workId !== TEST,
      data: { type: NOTIFICATION, workId, page: this.#page, address } satisfies NotificationData,
      ...(accept !== null && { actions: [{ action: 'accept', title: accept }] }),
    };
  }

  #onMessage({ data, ports }: MessageEvent<unknown>): void {
    if (!this.#registration() || typeof data !== 'object' || data === null) return;
    const { type, workId, action, page = null } = data as Readonly<Record<string, unknown>>;
    if (type !== CLICKED || typeof workId !== 'string') return;
    // Without a page, the one that showed it is gone, or the worker is the host's own.
    const isForAny = page === null;
    if (!isForAny && page !== this.#page) return;
    this.close(workId);
    const isKnown = this.#clicked(workId, action === 'accept' ? 'accept' : 'show');
    // The worker brings the page that replies to the front.
    if (isKnown || !isForAny) ports[0]?.postMessage(null);
  }

  #updatePermission(): void {
    const before = this.#permission;
    this.#permission = null;
    if (this.status === before) return;
    this.notify();
  }
}

const tagOf = (workId: string) => `omni-channel ${workId}`;

/** Cross-origin frames may neither ask for permission nor show notifications. */
function isInForeignFrame(): boolean {
  try {
    return window.top?.location.origin !== location.origin;
  } catch {
    return true;
  }
}
