import { sendMessage } from '../../../../server/sounds/child-messages.ts';

// A heap of Node's own that is full.
sendMessage({ kind: 'ready' });
const eaten: string[][] = [];
for (;;) eaten.push(Array.from({ length: 10_000 }, (_, index) => `${eaten.length} ${index}`));
