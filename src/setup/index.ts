/**
 * Setup for administrators, separate from the panel: `import 'omni-channel-panel/setup'` defines
 * `<omni-presence-setup>`.
 */
export { OmniPresenceSetup } from '../../components/setup/presence-setup/presence-setup.ts';
