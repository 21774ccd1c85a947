import type { PlatformOverrides } from '../console/platform-overrides.ts';
import { newId } from '../platform/ids.ts';

type PreviewOverrides = Pick<
  PlatformOverrides,
  'archive' | 'memory' | 'notifications' | 'sessionId' | 'tabs'
>;

const nothing = () => undefined;

/**
 * Platform replacements for a panel that leaves no trace: what it stores is gone with it, and it shows no
 * notifications.
 */
export function previewOverrides(): PreviewOverrides {
  const sessionId = newId();
  const remembered = new Map<string, string>();
  return {
    sessionId: () => sessionId,
    tabs: null,
    archive: {
      start: nothing,
      close: nothing,
      read: () => Promise.resolve(undefined),
      write: () => Promise.resolve(undefined),
    },
    memory: {
      recall: (name) => remembered.get(name) ?? null,
      remember(name, value) {
        if (value === null) remembered.delete(name);
        else remembered.set(name, value);
      },
    },
    notifications: {
      status: 'unsupported',
      canAct: false,
      shown: [],
      failed: false,
      subscribe: () => nothing,
      start: () => nothing,
      ask: () => Promise.resolve(),
      test: () => Promise.resolve(false),
      show: () => Promise.resolve(false),
      close: nothing,
      closeAll: nothing,
    },
  };
}
