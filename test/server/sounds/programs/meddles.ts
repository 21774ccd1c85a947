import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { sendMessage } from '../../../../server/sounds/child-messages.ts';

// What a decoder that was taken over would try: each success is one channel.
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
    // That is what is hoped for.
    return false;
  }
}

function fail(): never {
  throw new Error('There is nothing.');
}
