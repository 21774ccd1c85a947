import type { ChildProcess } from 'node:child_process';
import { constants } from 'node:os';

const children = new Set<ChildProcess>();
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Ends a child process together with this one, however this one ends: normally, by an uncaught error, or by a signal. A
 * server that outlives its test or benchmark would keep its data folder and port in use.
 */
export function endsWithUs(child: ChildProcess): void {
  if (children.size === 0) {
    process.on('exit', killAll);
    for (const signal of signals) process.on(signal, leave);
  }
  children.add(child);
  const forget = () => {
    if (!children.delete(child) || children.size > 0) return;
    process.off('exit', killAll);
    for (const signal of signals) process.off(signal, leave);
  };
  child.once('exit', forget);
  // What could not be started never exits.
  child.once('error', forget);
}

function killAll(): void {
  for (const child of children) child.kill('SIGKILL');
}

function leave(signal: NodeJS.Signals): void {
  process.exit(128 + constants.signals[signal]);
}
