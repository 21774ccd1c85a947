import { en } from '../../../assets/locales/en.ts';
import { defaultShortcuts } from '../../shared/shortcuts.ts';

/** What a host's properties are until they are set. */
const defaults = {
  apiAddress: '',
  rep: '',
  token: '',
  workspace: null,
  notificationRegistration: null,
  layout: 'docked',
  watchdog: null,
  words: en,
  shortcuts: defaultShortcuts,
} as const;

/**
 * Gives every property that was set to `null` or `undefined` its default: frameworks set what they do not know yet, in
 * any order and at any time, and that must never stop the panel.
 */
export function replaceNothing(panel: Partial<Record<keyof typeof defaults, unknown>>): void {
  for (const name of Object.keys(defaults) as (keyof typeof defaults)[])
    if ((panel[name] ?? null) === null && panel[name] !== defaults[name]) panel[name] = defaults[name];
}
