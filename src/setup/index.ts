/**
 * Setup for administrators, apart from the panel: `import 'omni-channel-panel/setup'` defines `<omni-presence-setup>`.
 */
export { OmniPresenceSetup } from '../../components/setup/omni-presence-setup/omni-presence-setup.ts';
