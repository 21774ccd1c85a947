import type { Id } from '../../domain/values.ts';
import { PanelError } from '../../errors.ts';
import { ProblemEvent } from '../../events/facts.ts';
import type { ConfigurationStore } from '../../stores/configuration.ts';
import type { ConnectionStore } from '../../stores/connection.ts';
import type { FlightRecord } from '../../stores/flight-record.ts';
import type { PresenceStore } from '../../stores/presence.ts';
import type { SoundStore } from '../../stores/sound.ts';
import type { WorkStore } from '../../stores/work.ts';
import type { Store } from '../../stores/store.ts';
import type { Commands } from '../connection/commands.ts';

interface Dependencies {
  readonly record: FlightRecord;
  readonly connection: ConnectionStore;
  readonly presence: PresenceStore;
  readonly configuration: ConfigurationStore;
  readonly work: WorkStore;
  readonly sound: SoundStore;
}

/** Writes changes in the stores to the flight record; call the returned function to stop. */
export function recordFlight(deps: Dependencies): () => void {
  const { record, connection, presence, configuration, work, sound } = deps;
  const stops = [
    onChange(connection, ['status', 'alarm', 'returned'], ({ status, alarm, returned, clockOffset }, was) => {
      if (status !== was.status) record.note('connection', status, { clockOffset });
      if (alarm !== was.alarm) record.note('alert', alarm ? `alarm ${alarm}` : 'alarm over');
      if (returned && returned !== was.returned) {
        const { awayFor, missed, slept, setOfflineByServer } = returned;
        record.note('connection', 'returned', { awayFor, missed, slept, setOfflineByServer });
      }
    }),
    onChange(presence, ['confirmed', 'statusAfterAcw', 'outboundEndsAt'], ({ confirmed, ...state }) =>
      record.note('presence', confirmed?.status.id ?? 'unknown', {
        cause: confirmed?.cause ?? null,
        statusAfterAcw: state.statusAfterAcw?.id ?? null,
        outboundEndsAt: state.outboundEndsAt,
      }),
    ),
    onChange(configuration, ['version', 'cached'], ({ version, cached }) =>
      record.note('connection', 'configuration', { version, cached }),
    ),
    onChange(sound, ['ringing', 'status', 'fallback'], (now, was) => {
      if (now.ringing !== was.ringing) {
        const agentWorkId = now.ringing ?? was.ringing;
        record.note('alert', now.ringing === null ? 'ring ended' : 'ring started', { agentWorkId });
      }
      if (now.status !== was.status) record.note('alert', `sound ${now.status}`);
      if (now.fallback && now.fallback !== was.fallback) record.note('alert', 'default sound instead');
    }),
    work.follow(({ id: agentWorkId, status, cancelReason }, before) => {
      if (before?.status !== status) record.note('work', status, { agentWorkId, cancelReason });
    }),
  ];
  return () => stops.forEach((stop) => stop());
}

/** Wraps the commands so that each is recorded with its outcome. */
export function recorded(commands: Commands, record: FlightRecord): Commands {
  return {
    async send(command, options) {
      const { type, ...rest } = command;
      const about: Record<string, Id | null> = {};
      for (const [name, value] of Object.entries<unknown>(rest)) {
        // Ids only: a message may be about a customer.
        if (name.endsWith('Id') && (typeof value === 'string' || value === null)) about[name] = value;
        // A destination.
        else if (typeof value === 'object' && value !== null && 'id' in value) about[name] = String(value.id);
      }
      record.note('command', type, about);
      try {
        await commands.send(command, options);
        record.note('command', `${type} done`, about);
      } catch (error) {
        const code = error instanceof PanelError ? error.code : 'failed';
        record.note('command', `${type} ${code}`, about);
        throw error;
      }
    },
  };
}

/**
 * Records a problem that is reported to the host. An error thrown by the host's own code may contain anything, such
 * as a token or a customer's name, so only its name is recorded.
 */
export function recordProblem(event: Event, record: FlightRecord): void {
  if (!(event instanceof ProblemEvent)) return;
  const { problem, detail } = event;
  const isOurs = problem !== 'token' && problem !== 'workspace';
  record.note('problem', problem, isOurs ? { detail: withoutSecrets(detail).slice(0, 300) } : {});
}

/** Redacts anything that looks like a token, whoever put it into the sentence; a sound's hash may stay. */
function withoutSecrets(sentence: string): string {
  return sentence.replace(/[\w+=.~-]{20,}/g, (run) => (/^[0-9a-f]{64}$|^\D+$/.test(run) ? run : '…'));
}

/** Calls `changed` with the previous state when one of these parts of a store's state changes. */
function onChange<State>(
  store: Store<State>,
  keys: readonly (keyof State)[],
  changed: (now: State, was: State) => void,
): () => void {
  let was = store.state;
  return store.subscribe((now) => {
    const before = was;
    was = now;
    if (keys.some((key) => now[key] !== before[key])) changed(now, before);
  });
}

/** The flight record as a file for support. */
export function flightRecordFile(
  record: FlightRecord,
  repId: Id,
): { readonly name: string; readonly file: Blob } {
  const entries = record.entries.map((entry) => ({ ...entry, at: new Date(entry.at).toISOString() }));
  const made = new Date().toISOString();
  const json = JSON.stringify({ made, repId, browser: navigator.userAgent, entries }, null, 1);
  return {
    name: `omni-channel-flight-record-${made.slice(0, 19).replaceAll(':', '')}.json`,
    file: new Blob([json], { type: 'application/json' }),
  };
}
