import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { sendMessage } from '../../../../server/sounds/child-messages.ts';

// What a compromised decoder would try: each success counts as one channel.
const tries = [
  () => writeFileSync('taken-over', ''),
  () => spawn('true'),
  () => Object.entries(process.env).some(([name]) => name !== 'SystemRoot') || fail(),
];
sendMessage({ kind: 'ready' });
sendMessage({ kind: 'decoded', seconds: 1, channels: tries.filter(succeeds).length });

function succeeds(attempt: () => unknown): boolean {
  try {
    attempt();
    return true;
  } catch {
    // Expected.
    return false;
  }
}

function fail(): never {
  throw new Error('There is nothing.');
}
