import { say } from '../../../../server/sounds/child-messages.ts';

say({ kind: 'ready' });
throw new Error('memory access out of bounds');
