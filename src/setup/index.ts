/**
 * Setup for administrators, separate from the panel: `import 'omni-channel-panel/setup'` defines
 * `<omni-presence-setup>`.
 */
export { OmniPresenceSetup } from '../../components/setup/presence-setup/presence-setup.ts';
export type { SetupStrings } from '../../assets/locales/setup/setup.en.ts';
export type { PlaceChangedEvent } from '../../components/setup/presence-setup/place-changed-event.ts';
