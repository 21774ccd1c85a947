import { sendMessage } from '../../../../server/sounds/child-messages.ts';

// A decoder that never comes to an end, and never lets anything else run.
sendMessage({ kind: 'ready' });
for (;;);
