import type { OriginWords } from '../origin.en.ts';

/** The words that say in German why a rep's settings are as they are. */
export const originDe: OriginWords = {
  title: 'Warum diese Einstellungen?',
  route: {
    user: (name) => `Für Sie gilt die Präsenzkonfiguration ${name}: Sie ist Ihnen zugeordnet.`,
    profile: (name) => `Für Sie gilt die Präsenzkonfiguration ${name}: Sie ist Ihrem Profil zugeordnet.`,
    default: (name) => `Für Sie gilt die Präsenzkonfiguration ${name}: der Standard für alle ohne eigene.`,
  },
  sounds: { off: 'Kein Ton', default: 'Standardton', custom: 'Eigener Ton' },
  length: (seconds) => `Klingelt ${seconds} s`,
  answering: {
    automatic: 'Automatisch angenommen',
    acceptOrDecline: 'Annehmen oder ablehnen',
    accept: 'Kann nicht abgelehnt werden',
  },
  acw: 'Nachbearbeitung',
  acwOf: (seconds) => `${seconds} s`,
  acwExtended: (seconds, extension, max) => `${seconds} s, ${max} × ${extension} s mehr`,
  acwNone: 'Keine',
  alarm: 'Alarm bei Verbindungsverlust',
  on: 'An',
  off: 'Aus',
  channel: (name) => `aus dem Kanal ${name}`,
  configuration: (name) => `aus der Präsenzkonfiguration ${name}`,
  default: 'Standard',

  moved: (from, to) =>
    `Ihre Präsenzkonfiguration ist jetzt ${to}, vorher ${from}. Anfragen, die schon auf Sie warten, ändern sich nicht.`,
};
