import { Subscribable } from '../domain/subscribable.ts';

/**
 * Whether this page may show notifications of the operating system. `default`: the person was not asked. `unsupported`:
 * it never may, whoever is asked: no such browser, no secure page, or a frame of another site.
 */
export type NotificationStatus = NotificationPermission | 'unsupported';

/** What a click on a notification asks for. */
export type NotificationAction = 'show' | 'accept';

/** What a notification says. Plain text: the system shows no markup. */
export interface Notice {
  readonly agentWorkId: string;
  readonly title: string;
  readonly body: string;
  /** A BCP 47 tag. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** Whether the system adds no sound of its own. */
  readonly silent: boolean;
  /** The words on the button that accepts; `null`: none. Only where `canAct`. */
  readonly accept: string | null;
}

/** What the host's service worker posts to the page when a notification was clicked. */
const CLICKED = 'omni-notification-click';

interface WithActions extends NotificationOptions {
  readonly actions?: readonly { readonly action: NotificationAction; readonly title: string }[];
}

/**
 * Notifications of the operating system, one for each work at most. The browser allows buttons on them only where a
 * service worker shows them: then the host's worker says what was clicked. Its listeners hear when the person has
 * decided anew.
 */
export class Notifications extends Subscribable {
  readonly #registration: () => ServiceWorkerRegistration | null;
  readonly #clicked: (agentWorkId: string, action: NotificationAction) => void;
  /** How to close each that is shown, or will be in a moment. */
  readonly #shown = new Map<string, () => void>();
  // Each look at it asks the browser's own process, which takes milliseconds: too long to do for every message.
  #permission: NotificationPermission | null = null;

  /** `clicked` hears of clicks from `start()` on, also on what an earlier page showed. */
  constructor(deps: {
    readonly registration: () => ServiceWorkerRegistration | null;
    readonly clicked: (agentWorkId: string, action: NotificationAction) => void;
  }) {
    super();
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

  /** Which works have one now. */
  get shown(): readonly string[] {
    return [...this.#shown.keys()];
  }

  /** Listens for clicks and for another decision of the person; the returned function ends it and closes all. */
  start(): () => void {
    const listening = new AbortController();
    const { signal } = listening;
    this.#permission = null;
    // Where the browser does not tell of a change, the person comes back from its settings.
    window.addEventListener('focus', () => this.#lookAgain(), { signal });
    // Both are absent where the page is not secure.
    const worker = navigator.serviceWorker as ServiceWorkerContainer | undefined;
    worker?.addEventListener('message', ({ data }) => this.#hear(data), { signal });
    // A page that goes takes what it showed with it.
    window.addEventListener('pagehide', () => this.closeAll(), { signal });
    const permissions = navigator.permissions as Permissions | undefined;
    permissions
      ?.query({ name: 'notifications' })
      .then((permission) => permission.addEventListener('change', () => this.#lookAgain(), { signal }))
      // Some browsers do not tell of it: the person is asked through this page anyway.
      .catch(() => undefined);
    return () => {
      listening.abort();
      this.closeAll();
    };
  }

  /** Asks the person. Called within their click, or the browser refuses. */
  async ask(): Promise<void> {
    if (this.status !== 'default') return;
    await Notification.requestPermission();
    this.#lookAgain();
  }

  /** Shows one, in place of any other of this work; `false`: it is not shown, or was closed meanwhile. */
  async show(notice: Notice): Promise<boolean> {
    const { agentWorkId } = notice;
    this.close(agentWorkId);
    if (this.status !== 'granted') return false;
    const registration = this.#registration();
    const close = registration ? () => this.#closeOf(registration, agentWorkId) : () => undefined;
    this.#shown.set(agentWorkId, close);
    try {
      if (registration) await registration.showNotification(notice.title, optionsOf(notice));
      else this.#shown.set(agentWorkId, this.#showOfPage(notice));
    } catch {
      // Without a service worker some systems refuse it (Chrome on Android): the page's own sound and mark remain.
      this.#shown.delete(agentWorkId);
      return false;
    }
    if (this.#shown.has(agentWorkId)) return true;
    close();
    return false;
  }

  close(agentWorkId: string): void {
    const close = this.#shown.get(agentWorkId);
    this.#shown.delete(agentWorkId);
    close?.();
  }

  closeAll(): void {
    for (const agentWorkId of this.shown) this.close(agentWorkId);
  }

  #showOfPage(notice: Notice): () => void {
    const notification = new Notification(notice.title, optionsOf({ ...notice, accept: null }));
    notification.onclick = () => {
      window.focus();
      this.#shown.delete(notice.agentWorkId);
      notification.close();
      this.#clicked(notice.agentWorkId, 'show');
    };
    return () => {
      notification.onclick = null;
      notification.close();
    };
  }

  #closeOf(registration: ServiceWorkerRegistration, agentWorkId: string): void {
    registration
      .getNotifications({ tag: tagOf(agentWorkId) })
      .then((found) => found.forEach((notification) => notification.close()))
      // The registration is gone, and with it what it showed.
      .catch(() => undefined);
  }

  #hear(data: unknown): void {
    if (!this.#registration() || typeof data !== 'object' || data === null) return;
    const { type, agentWorkId, action } = data as Readonly<Record<string, unknown>>;
    if (type !== CLICKED || typeof agentWorkId !== 'string') return;
    this.close(agentWorkId);
    this.#clicked(agentWorkId, action === 'accept' ? 'accept' : 'show');
  }

  #lookAgain(): void {
    const before = this.#permission;
    this.#permission = null;
    if (this.status === before) return;
    this.notify();
  }
}

const tagOf = (agentWorkId: string) => `omni-channel ${agentWorkId}`;

function optionsOf({ agentWorkId, body, language, direction, silent, accept }: Notice): WithActions {
  return {
    body,
    silent,
    lang: language,
    dir: direction,
    tag: tagOf(agentWorkId),
    // A request waits for an answer: it is not for the system to put away.
    requireInteraction: true,
    data: { agentWorkId, page: location.href },
    ...(accept !== null && { actions: [{ action: 'accept', title: accept }] }),
  };
}

/** Frames of another site may neither ask nor show. */
function isInForeignFrame(): boolean {
  try {
    return window.top?.location.origin !== location.origin;
  } catch {
    return true;
  }
}
