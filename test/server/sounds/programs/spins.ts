import { sendMessage } from '../../../../server/sounds/child-messages.ts';

// A decoder that never ends, and never yields.
sendMessage({ kind: 'ready' });
for (;;);
