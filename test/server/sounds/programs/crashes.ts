import { sendMessage } from '../../../../server/sounds/child-messages.ts';

sendMessage({ kind: 'ready' });
throw new Error('memory access out of bounds');
