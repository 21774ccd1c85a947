import { de } from '../../de.ts';
import type { PreviewStrings } from '../preview.en.ts';

/** The words of the preview in German. */
export const previewDe: PreviewStrings = {
  locale: de.locale,
  direction: de.direction,
  panel: de,
  preview: 'Vorschau',
  lead: 'Das Panel mit den Einstellungen in diesem Formular.',
  behind: 'Nicht alle Einstellungen sind gültig. Die Vorschau zeigt die letzten gültigen.',
  nothingYet: 'Die Vorschau erscheint, sobald alle Einstellungen gültig sind.',
  request: 'Anfrage',
  raise: (channel) => `Anfrage: ${channel}`,
  fromQueue: 'aus Warteschlange',
  fromQueueOf: (channel) => `aus Warteschlange, für ${channel}`,
  noChannels: 'Es gibt noch keinen Servicekanal.',
  then: 'Danach',
  leaves: 'Kunde geht',
  decline: 'Ablehnen',
  timeOut: 'Antwortzeit ablaufen lassen',
  end: 'Gespräch beenden',
  close: 'Arbeit abschließen',
  extend: 'Nachbearbeitung verlängern',
  connection: 'Verbindung',
  lose: 'Trennen',
  restore: 'Wiederherstellen',
  sound: 'Ton',
  hearRequest: 'Anfrage anhören',
  hearAlarm: 'Alarm anhören',
  startAgain: 'Neu beginnen',
  obstacles: {
    notConnected: (channel) => `Keine Anfrage (${channel}): Die Verbindung ist unterbrochen.`,
    notOnline: (channel) => `Keine Anfrage (${channel}): Der Status ist dafür nicht online.`,
    wrappingUp: (channel) => `Keine Anfrage (${channel}): Die Nachbearbeitung läuft.`,
    outbound: (channel) => `Keine Anfrage (${channel}): Die Person führt selbst ein Gespräch.`,
    enoughOffers: (channel) =>
      `Keine Anfrage (${channel}): Die Höchstzahl neuer Anfragen zugleich ist erreicht.`,
    noCapacity: (channel) => `Keine Anfrage (${channel}): Es ist keine Kapazität frei.`,
  },
  queue: 'Beispiel-Warteschlange',
  samples: {
    voice: {
      subject: 'Erstattung für Bestellung 48213 ist nicht da',
      customer: 'Ines Carvalho',
      highlights: [
        ['Tarif', 'Business'],
        ['Offene Fälle', '2'],
      ],
    },
    messaging: {
      subject: 'Wo ist mein Ersatzrouter?',
      customer: 'Jonas Lindqvist',
      highlights: [['Bestellung', '51877']],
    },
    chat: { subject: 'Lieferadresse ändern', customer: 'Amara Okafor', highlights: [] },
    case: { subject: 'Beschädigt angekommen, mit Fotos', customer: 'Priya Nair', highlights: [] },
  },
};
