import { say } from '../../../../server/sounds/child-messages.ts';

// A decoder that never comes to an end, and never lets anything else run.
say({ kind: 'ready' });
for (;;);
