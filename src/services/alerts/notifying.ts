import { isWorkRequest, type AgentWork } from '../../domain/work/agent-work.ts';
import type { ChannelType } from '../../domain/configuration/service-channel.ts';
import type { Id, Open } from '../../domain/values.ts';
import { NotificationRequestEvent } from '../../events/requests.ts';
import type { Notice, NotificationAction, Notifications } from '../../platform/notifications.ts';
import type { SoundStore } from '../../stores/sound.ts';
import { requestsToShow, type WorkStore } from '../../stores/work.ts';
import type { ToastVisibility } from './toast-visibility.ts';

/** As many at once as there are toasts. */
const MAX_NOTIFICATIONS = 5;

/** The texts of a notification, with their language and direction. */
interface NotificationWords {
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  readonly request: Readonly<Record<Open<ChannelType>, string>>;
  readonly about: (request: string, subject: string) => string;
  readonly accept: string;
}

interface Dependencies {
  readonly work: WorkStore;
  readonly sound: SoundStore;
  readonly toastVisibility: Pick<ToastVisibility, 'isOut' | 'subscribe'>;
  readonly notifications: Pick<Notifications, 'canAct' | 'shown' | 'show' | 'close'>;
  readonly words: () => NotificationWords;
  /** Dispatches an event to the host; `false` if the host canceled it. */
  readonly dispatch: (event: Event) => boolean;
  /** The operating system is showing a notification for this request. */
  readonly notified: (agentWorkId: Id) => void;
}

/**
 * Notifies the rep of requests that they cannot see on the page. Each gets one system notification with the toast's
 * content, which stays until the request is settled or the page is seen. The host may take this over, or prevent it.
 */
export class Notifying {
  readonly #deps: Dependencies;
  /** Requests for which the event was already dispatched to the host. */
  #announced = new Set<Id>();

  constructor(deps: Dependencies) {
    this.#deps = deps;
  }

  start(): () => void {
    const { work, toastVisibility, notifications } = this.#deps;
    const follow = () => this.#follow();
    const stops = [work, toastVisibility].map((source) => source.subscribe(follow));
    this.#follow();
    return () => {
      for (const stop of stops) stop();
      for (const id of notifications.shown) notifications.close(id);
      this.#announced.clear();
    };
  }

  #follow(): void {
    const { work, toastVisibility, notifications } = this.#deps;
    const { works } = work.state;
    const isOut = toastVisibility.isOut;
    for (const id of notifications.shown) if (!isOut || !concerns(works.get(id))) notifications.close(id);
    if (this.#announced.size > 0)
      this.#announced = new Set([...this.#announced].filter((id) => works.has(id)));
    if (!isOut) return;
    const fresh = requestsToShow(work.state).filter(
      ({ id, status }) => isWorkRequest(status) && !this.#announced.has(id),
    );
    const places = MAX_NOTIFICATIONS - notifications.shown.length;
    for (const request of fresh.slice(0, Math.max(0, places))) this.#notify(request);
  }

  #notify(request: AgentWork): void {
    const { notifications, dispatch, notified } = this.#deps;
    this.#announced.add(request.id);
    if (!dispatch(new NotificationRequestEvent(request, notifications.canAct))) return;
    void notifications.show(this.#noticeOf(request)).then((isShown) => {
      if (isShown) notified(request.id);
    });
  }

  #noticeOf({ id, subject, customerName, highlights, channel, queue, stamp }: AgentWork): Notice {
    const { sound, notifications } = this.#deps;
    const words = this.#deps.words();
    const details = highlights.map(({ label, value }) => `${label}: ${value}`);
    return {
      workId: id,
      title: words.about(words.request[channel.type], subject),
      body: [customerName, `${channel.name} · ${queue.name}`, ...details].join('\n'),
      language: words.locale,
      direction: words.direction,
      // The panel rings by itself where it can; if no ring is configured, the notification must be silent too.
      silent: stamp.ring === null || sound.state.status === 'running',
      accept: notifications.canAct && !stamp.automatic ? words.accept : null,
    };
  }
}

/** Whether a notification is still useful: the request is waiting, or was opened while the rep was not looking. */
function concerns(work: AgentWork | undefined): boolean {
  if (!work) return false;
  return isWorkRequest(work.status) || (work.status === 'opened' && work.openedBy === 'automatic');
}

/** Shows a notification for the rep to see that it works, and asks for permission before that if it is missing. */
export async function testNotification(
  notifications: Pick<Notifications, 'ask' | 'test'>,
  { locale, direction, testTitle, testBody }: Pick<NotificationWords, 'locale' | 'direction'> & TestWords,
): Promise<void> {
  await notifications.ask();
  await notifications.test({ title: testTitle, body: testBody, language: locale, direction });
}

interface TestWords {
  readonly testTitle: string;
  readonly testBody: string;
}

/**
 * Handles a click on a notification: accepts the request, or brings the work into view. Returns whether there is such
 * a work.
 */
export function answerNotification(deps: {
  readonly work: WorkStore;
  readonly accept: (agentWorkId: Id) => Promise<void>;
  readonly showRecord: (agentWorkId: Id) => void;
  readonly raise: () => void;
}): (agentWorkId: Id, action: NotificationAction) => boolean {
  const { work, accept, showRecord, raise } = deps;
  return (agentWorkId, action) => {
    const clicked = work.state.works.get(agentWorkId);
    if (!clicked) return false;
    if (!isWorkRequest(clicked.status)) {
      if (clicked.status === 'opened') showRecord(agentWorkId);
      return true;
    }
    raise();
    // If it is not accepted, its toast shows why.
    if (action === 'accept') accept(agentWorkId).catch(() => undefined);
    return true;
  };
}
