import type { Setup } from '../../../src/setup/setup.ts';
import { SettingChangeEvent } from '../shared/events.ts';

type Handlers = Setup['handlers'];
type Events = Pick<
  HTMLElementEventMap,
  | 'omni-setting-change'
  | 'omni-setting-leave'
  | 'omni-people-change'
  | 'omni-find-users'
  | 'omni-more-users'
  | 'omni-retry-users'
  | 'omni-retry-nameless'
  | 'omni-play-sound'
  | 'omni-upload-sound'
  | 'omni-retry-sound'
  | 'omni-retry-list'
  | 'omni-find-records'
  | 'omni-more-records'
>;

/** Handles the events of Setup's elements that need just one step. */
export function answerEvents(root: HTMLElement, handlers: Handlers): void {
  const on = <Type extends keyof Events>(type: Type, answer: (event: Events[Type]) => unknown) =>
    root.addEventListener(type, (event) => {
      // It stays within Setup. Failures are shown where the request was made, from the stores.
      event.stopPropagation();
      void answer(event as Events[Type]);
    });

  on('omni-setting-change', ({ pointer, value }) => handlers.change(pointer, value));
  on('omni-setting-leave', ({ pointer }) => handlers.leave(pointer));
  on('omni-people-change', ({ people }) => handlers.changePeople(people));
  on('omni-find-users', ({ search }) => handlers.findUsers(search));
  on('omni-more-users', () => handlers.moreUsers());
  on('omni-retry-users', () => handlers.retryUsers());
  on('omni-retry-nameless', () => handlers.retryNameless());
  on('omni-play-sound', ({ sound }) => handlers.playSound(sound));
  on('omni-retry-list', () => handlers.retryList());
  on('omni-find-records', ({ search }) => handlers.search(search));
  on('omni-more-records', () => handlers.more());
  const choose = (pointer: string, sound: { readonly sha256: string } | null) =>
    sound && root.dispatchEvent(new SettingChangeEvent(pointer, sound.sha256));
  on('omni-upload-sound', async ({ file, pointer }) => choose(pointer, await handlers.uploadSound(file)));
  on('omni-retry-sound', async ({ pointer }) => choose(pointer, await handlers.retrySound()));
}
