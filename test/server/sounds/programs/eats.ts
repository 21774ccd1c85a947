import { sendMessage } from '../../../../server/sounds/child-messages.ts';

// A decoder that takes more and more native memory, which Node's own limits do not count.
sendMessage({ kind: 'ready' });
const eaten: Uint8Array[] = [];
for (;;) eaten.push(new Uint8Array(1024 * 1024).fill(1));
