import type { KindName, PagesWords } from '../pages.en.ts';

/** The pages of Setup in German. */
export const pagesDe: PagesWords = {
  'presence-configurations': {
    title: 'Präsenzkonfigurationen',
    newOne: 'Neue Präsenzkonfiguration',
    find: 'Konfiguration suchen',
    none: 'Keine Konfiguration heißt so.',
  },
  'service-channels': {
    title: 'Servicekanäle',
    newOne: 'Neuer Servicekanal',
    find: 'Kanal suchen',
    none: 'Kein Kanal heißt so.',
  },
  'routing-configurations': {
    title: 'Routingkonfigurationen',
    newOne: 'Neue Routingkonfiguration',
    find: 'Routingkonfiguration suchen',
    none: 'Keine Routingkonfiguration heißt so.',
  },
  queues: {
    title: 'Warteschlangen',
    newOne: 'Neue Warteschlange',
    find: 'Warteschlange suchen',
    none: 'Keine Warteschlange heißt so.',
  },
  flows: {
    title: 'Abläufe',
    newOne: 'Neuer Ablauf',
    find: 'Ablauf suchen',
    none: 'Kein Ablauf heißt so.',
  },
  'presence-statuses': {
    title: 'Präsenzstatus',
    newOne: 'Neuer Präsenzstatus',
    find: 'Status suchen',
    none: 'Kein Status heißt so.',
  },
  'decline-reasons': {
    title: 'Ablehnungsgründe',
    newOne: 'Neuer Ablehnungsgrund',
    find: 'Grund suchen',
    none: 'Kein Grund heißt so.',
  },
  users: {
    title: 'Benutzer',
    newOne: 'Neuer Benutzer',
    find: 'Benutzer suchen',
    none: 'Niemand heißt so.',
  },
  profiles: {
    title: 'Profile',
    newOne: 'Neues Profil',
    find: 'Profil suchen',
    none: 'Kein Profil heißt so.',
  },
  explain: { title: 'Was für eine Person gilt', find: 'Person suchen', none: 'Niemand heißt so.' },
  import: { title: 'Import und Export' },
};

/** One record of a kind in German. */
export const kindsDe: Readonly<Record<KindName, string>> = {
  'presence-configurations': 'Präsenzkonfiguration',
  'service-channels': 'Servicekanal',
  'routing-configurations': 'Routingkonfiguration',
  queues: 'Warteschlange',
  flows: 'Ablauf',
  'presence-statuses': 'Präsenzstatus',
  'decline-reasons': 'Ablehnungsgrund',
  users: 'Benutzer',
  profiles: 'Profil',
  sounds: 'Ton',
  'work-items': 'Arbeit',
};
