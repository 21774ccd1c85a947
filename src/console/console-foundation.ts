import type { ConsoleOptions, PlatformOverrides } from './platform-overrides.ts';
import { ProblemEvent } from '../events/facts.ts';
import { Archive } from '../platform/archive.ts';
import { audioWaker } from '../platform/sound/audio-timer.ts';
import { ServerClock } from '../platform/time/clock.ts';
import { createHttp } from '../platform/network/http.ts';
import { recall, remember } from '../platform/memory.ts';
import { isHidden } from '../platform/page.ts';
import { PunctualTimers } from '../platform/time/punctual-timers.ts';
import { Ringer } from '../platform/sound/ringer.ts';
import { browserTabs, type Tabs } from '../platform/tabs.ts';
import { pageTimers } from '../platform/time/timers.ts';
import { TokenSource } from '../platform/network/token.ts';
import { Watchdog } from '../platform/time/watchdog.ts';
import { ConfigurationCache } from '../services/configuration/configuration-cache.ts';
import { recordProblem } from '../services/diagnostics/flight-recording.ts';
import { ConfigurationStore } from '../stores/configuration.ts';
import { ConnectionStore } from '../stores/connection.ts';
import { FlightRecord } from '../stores/flight-record.ts';
import { PresenceStore } from '../stores/presence.ts';
import { ReceiptsStore } from '../stores/receipts.ts';
import { SoundStore } from '../stores/sound.ts';
import { TransferStore } from '../stores/transfer.ts';
import { WorkStore } from '../stores/work.ts';

export type Foundation = ReturnType<typeof createFoundation>;

/** The foundation of the panel: time, platform overrides, stores, and reporting to the host. */
export function createFoundation(options: ConsoleOptions, overrides: Partial<PlatformOverrides>) {
  const { random = Math.random, wall = Date.now, memory = { recall, remember } } = overrides;
  const ringer = overrides.ringer ?? new Ringer(overrides.timers ?? pageTimers);
  const watchdog = new Watchdog({
    address: () => options.watchdog,
    failed: (detail) => record.note('problem', detail),
  });
  const punctual = new PunctualTimers(pageTimers, isHidden, [
    watchdog,
    audioWaker(() => ringer.runningContext),
  ]);
  const timers = overrides.timers ?? punctual;
  const clock = new ServerClock(timers);
  const stores = {
    connection: new ConnectionStore(clock.now()),
    presence: new PresenceStore(),
    work: new WorkStore(),
    configuration: new ConfigurationStore(),
    sound: new SoundStore(),
    receipts: new ReceiptsStore(),
    transfer: new TransferStore(),
  };
  const record = new FlightRecord(() => clock.now());
  const repId = () => options.repId;
  const apiAddress = () => options.apiAddress;
  const dispatch = (event: Event) => {
    recordProblem(event, record);
    return options.dispatch(event);
  };
  const problem = (about: ProblemEvent['problem'], detail: string) =>
    void dispatch(new ProblemEvent(about, detail));
  const tokens = new TokenSource(
    () => options.token,
    () => clock.now(),
  );
  const http = overrides.http ?? createHttp(apiAddress, (fresh) => tokens.get(fresh), timers);
  const archive =
    overrides.archive ??
    new Archive({ timers, failed: (what) => record.note('problem', `archive: ${what}`) });
  const cache = new ConfigurationCache({ archive, apiAddress, repId });
  const shared = overrides.tabs === undefined ? browserTabs() : overrides.tabs;
  const tabs = shared && wakingBy(shared, () => punctual.catchUp());
  return {
    options,
    random,
    wall,
    memory,
    ringer,
    watchdog,
    punctual,
    timers,
    clock,
    stores,
    record,
    repId,
    apiAddress,
    dispatch,
    problem,
    tokens,
    http,
    archive,
    cache,
    tabs,
  };
}

/**
 * Messages from other pages reach a hidden page whose timers are throttled, so each message runs the timers that are
 * due.
 */
function wakingBy(tabs: Tabs, wake: () => void): Tabs {
  return {
    join: (name, receive) =>
      tabs.join(name, (message) => {
        wake();
        receive(message);
      }),
    lock: (...of) => tabs.lock(...of),
    held: () => tabs.held(),
  };
}
