// Imported first: the panel connects as soon as it runs.
import './link.ts';
import '../../src/index.ts';
import { byId, element, text } from '../dom.ts';
import { applyTheme } from '../theme.ts';
import { watchdogAddress } from '../watchdog.ts';
import { showAttention } from './attention.ts';
import { Desk } from './desk.ts';
import { Memory } from './memory.ts';
import { panelWordsFor } from './languages.ts';
import { OpenRecords } from './records/open-records.ts';
import type { OmniChannelPanel } from './panel.ts';
import { emptyRail } from './rail.ts';
import { addressWith, repFrom, reps, type Rep } from './reps.ts';
import { repToken } from './server.ts';
import { words } from './words/words.ts';
import { Workspace } from './workspace.ts';

/** After any of these events the panel may have newer data about a record's work. */
const workEvents = [
  'omni-login',
  'omni-work-assigned',
  'omni-work-accepted',
  'omni-work-canceled',
  'omni-work-transferred',
  'omni-work-closed',
  'omni-acw-started',
  'omni-acw-ended',
  'omni-workload-changed',
] as const;

const search = new URLSearchParams(location.search);
const places = {
  page: byId('workspace'),
  rail: byId('rail'),
  views: byId('views'),
  bar: byId('record-bar'),
  tabs: byId('record-tabs'),
  main: byId('records'),
  dock: byId('dock'),
};

applyTheme();
const rep = repFrom(search);
const panelWords = await panelWordsFor(search.get('lang') ?? 'en');
label();
if (rep) start(rep, panelWords);
else refuse(search.get('rep') ?? '');

/** The page itself has no words before its language is known. */
function label(): void {
  const { documentElement: page } = document;
  page.lang = words.locale;
  page.dir = directionFrom(search) ?? words.direction;
  document.title = words.workspace;
  places.rail.ariaLabel = words.workspace;
  places.bar.ariaLabel = words.records;
  places.tabs.ariaLabel = words.openRecords;
  places.dock.ariaLabel = words.panel;
}

function start(rep: Rep, panelWords: OmniChannelPanel['words'] | null): void {
  const memory = new Memory(rep.id);
  const records = new OpenRecords(memory);
  const panel = createPanel(rep, records);
  if (panelWords) panel.words = panelWords;
  const desk = new Desk(rep, panel, records, memory);
  new Workspace(places, desk);
  showAttention(panel, `${rep.name} · ${words.workspace}`);
  for (const type of workEvents) panel.addEventListener(type, (event) => desk.onWorkEvent(event));
  places.dock.append(panel);
}

function directionFrom(asked: URLSearchParams): 'ltr' | 'rtl' | null {
  const direction = asked.get('dir');
  return direction === 'ltr' || direction === 'rtl' ? direction : null;
}

function createPanel(rep: Rep, records: OpenRecords): OmniChannelPanel {
  const panel = element('omni-channel-panel', {
    'api-address': location.origin,
    rep: rep.id,
    layout: 'docked',
  });
  panel.token = () => repToken(rep.id);
  panel.watchdog = watchdogAddress();
  panel.workspace = records;
  return panel;
}

function refuse(wanted: string): void {
  emptyRail(places.rail);
  places.dock.remove();
  places.tabs.remove();
  const links = reps.map((one) =>
    element('a', { class: 'button', href: addressWith(search, 'rep', one.id) }, text(one.name)),
  );
  places.main.append(
    element(
      'div',
      { class: 'empty' },
      element('h1', {}, words.noRep(wanted)),
      element('p', {}, words.chooseRep),
      element('div', { class: 'choices' }, ...links),
    ),
  );
}
