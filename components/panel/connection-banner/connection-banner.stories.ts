import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ar } from '../../../assets/locales/ar.ts';
import { withContexts, type StoryContext } from '../../shared/stories/story-contexts.ts';
import { ago, NOW, statuses } from '../../shared/stories/story-fixtures.ts';
import './connection-banner.ts';

const meta: Meta = {
  title: 'Rep/Connection banner',
  component: 'omni-connection-banner',
  decorators: [withContexts],
  render: () => html`<omni-connection-banner></omni-connection-banner>`,
};
export default meta;

const story = (connection: NonNullable<StoryContext['connection']>, more: StoryContext = {}): StoryObj => ({
  parameters: { context: { connection, ...more } },
});
const lost = { status: 'lost', since: ago(0, 19), nextAttemptAt: NOW + 6_000 } as const;
const returned = (
  change: Partial<NonNullable<NonNullable<StoryContext['connection']>['returned']>> = {},
): NonNullable<StoryContext['connection']> => ({
  returned: {
    at: NOW,
    awayFor: 48_000,
    missed: 0,
    setOfflineByServer: false,
    statusBefore: null,
    slept: false,
    ...change,
  },
});
const statusBefore = { id: statuses.available.id, name: statuses.available.name };
const setOffline: StoryContext = {
  presence: { confirmed: { status: statuses.offline, since: ago(0, 18), cause: 'grace' } },
};

export const Lost = story({ ...lost, alarm: 'sounding' });
export const LostAndSilenced = story({ ...lost, alarm: 'silenced' });
export const LostForLong = story({ status: 'lost', since: ago(74), nextAttemptAt: null });
export const LostWhileRestarting = story({ ...lost, detail: 'The server is restarting.' });
export const LostWhileOffline = story(lost, setOffline);
export const RefusedFromTheStart = story({ ...lost, status: 'refused', grace: null });
export const Refused = story({ ...lost, status: 'refused', detail: 'Your sign-in could not be renewed.' });
export const Replaced = story({ status: 'replaced' });
export const NothingMissed = story(returned());
export const SomeMissed = story(returned({ missed: 2 }));
export const SetOffline = story(returned({ missed: 1, setOfflineByServer: true, statusBefore }), setOffline);
export const GoingBackIsChecked = story(returned({ setOfflineByServer: true, statusBefore }), {
  presence: { ...setOffline.presence, pendingStatusId: statusBefore.id },
});
export const Slept = story(returned({ slept: true, awayFor: 14 * 60_000, missed: 2 }));
export const SleptAndSetOffline = story(
  returned({ slept: true, awayFor: 14 * 60_000, missed: 2, setOfflineByServer: true, statusBefore }),
  setOffline,
);
export const RightToLeft = story({ ...lost, alarm: 'sounding' }, { strings: ar });
export const RightToLeftBack = story(returned({ missed: 3, setOfflineByServer: true, statusBefore }), {
  ...setOffline,
  strings: ar,
});
