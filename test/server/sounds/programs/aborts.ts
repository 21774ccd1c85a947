import { sendMessage } from '../../../../server/sounds/child-messages.ts';

// Simulates a full Node heap.
sendMessage({ kind: 'ready' });
const eaten: string[][] = [];
for (;;) eaten.push(Array.from({ length: 10_000 }, (_, index) => `${eaten.length} ${index}`));
