import type { AlertWords } from '../../../src/domain/alerts/explain-alert.ts';

const seconds = (length: number) => `${(length / 1000).toFixed(1).replace('.', ',')} s`;
const tab = { visible: 'in einem sichtbaren Browsertab', hidden: 'in einem verdeckten Browsertab' };
const because = (reason: string | null) => (reason === null ? '' : `, weil ${reason}`);

/** The clauses that say in German what happened of a request. */
export const alert: AlertWords = {
  sentence: (clauses) => `${clauses.join('; ')}.`,

  shown: (after, visibility) => `Gezeigt ${seconds(after)} nach dem Angebot ${tab[visibility]}`,
  withNotification: (shown) => `${shown}, mit einer Benachrichtigung`,
  onlyNotified: (after) =>
    `Eine Benachrichtigung erschien ${seconds(after)} nach dem Angebot; dass das Panel sie zeigte, ist nicht belegt`,
  onlyDelivered: (after, visibility) =>
    `Angekommen ${seconds(after)} nach dem Angebot ${tab[visibility]}; dass sie gezeigt wurde, ist nicht belegt`,
  notDelivered: 'Es ist nicht belegt, dass sie ein Panel erreicht hat',

  soundStarted: (after) => `der Ton begann ${seconds(after)} nach dem Angebot`,
  defaultSoundStarted: (after, reason) =>
    `der Standardton begann ${seconds(after)} nach dem Angebot, weil ${reason}`,
  soundBlocked: (reason) => `der Ton war blockiert${because(reason)}`,
  soundBlockedThenStarted: (after, reason) =>
    `der Ton war zuerst blockiert${because(reason)}; er begann ${seconds(after)} nach dem Angebot`,
  soundStartedThenBlocked: (started, blocked, reason) =>
    `der Ton begann ${seconds(started)} nach dem Angebot und war ab ${seconds(blocked)} blockiert${because(reason)}`,
  noSound: 'sie wurde ohne Ton angeboten',
  soundUnknown: 'über den Ton ist nichts bekannt',

  obstacles: {
    contextSuspended: 'noch nicht in die Seite geklickt worden war',
    contextInterrupted: 'etwas anderes das Audiogerät belegte',
    contextClosed: 'der Browser der Seite keinen Ton erlaubte',
    soundOff: 'Töne ausgeschaltet sind',
    notFetched: 'der eigene Ton nicht geladen werden konnte',
    notDecoded: 'der eigene Ton nicht gelesen werden konnte',
    tooLong: 'der eigene Ton zu lang ist',
    tooSlow: 'er erst bereit war, als die Zeit zum Klingeln vorbei war',
    newerRequest: 'eine neuere Anfrage klingelte',
    otherTab: 'ein anderer Browsertab den Ton hatte',
    notConnected: 'die Verbindung unterbrochen war',
    hostPrevented: 'die Anwendung es verhinderte',
  },

  answered: (after) => `beantwortet ${seconds(after)} nach dem Angebot`,
  inVain: (answer, end) => `${answer}, aber ${end}`,
  ends: {
    waiting: 'sie wartet auf eine Antwort',
    accepted: 'sie wurde angenommen',
    automatic: 'sie wurde automatisch angenommen',
    declined: 'sie wurde abgelehnt',
    missed: 'die Antwortzeit war vorher abgelaufen',
    customerLeft: 'der Kunde war gegangen',
    withdrawn: 'sie wurde zurückgezogen',
    graceOver: 'Sie waren zu lange weg',
    givenBack: 'Sie haben sie zurückgegeben',
    repWentOffline: 'Sie sind offline gegangen',
    notDelivered: 'sie ist in die Warteschlange zurückgegangen',
    unknown: 'sie wurde abgebrochen',
  },
};
