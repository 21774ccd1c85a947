import { formats } from '../formats.ts';
import { originDe } from '../de/origin.ts';
import { rulesDe } from './de/rules.ts';
import { fieldsDe, sectionsDe, valuesDe } from './de/fields.ts';
import { kindsDe, pagesDe } from './de/pages.ts';
import type { SetupStrings } from './setup.en.ts';

const count = (value: number, one: string, many: string) => `${value} ${value === 1 ? one : many}`;
const joined = (...parts: string[]) => parts.filter((part) => part !== '').join(', ');

/** The words of Setup in German. */
export const setupDe: SetupStrings = {
  ...formats('de'),
  direction: 'ltr',
  setup: 'Einrichtung',
  page: 'Seiten der Einrichtung',
  pages: pagesDe,
  sections: sectionsDe,
  fields: fieldsDe,
  values: valuesDe,

  soundFields: { format: { label: 'Format' }, lengthSeconds: { label: 'Länge in Sekunden' } },

  find: 'Suchen',
  newRecord: 'Neu',
  sort: 'Sortieren',
  sortBy: { name: 'Name', members: 'Meiste Mitglieder', changed: 'Zuletzt geändert' },
  everybody: 'Alle ohne andere Zuordnung',
  members: (users, profiles) =>
    users + profiles === 0
      ? 'Niemand zugeordnet'
      : joined(
          users > 0 ? `${users} Benutzer` : '',
          profiles > 0 ? count(profiles, 'Profil', 'Profile') : '',
        ),
  notARep: 'Nimmt keine Anfragen an',
  retired: 'Nicht mehr angeboten',
  more: 'Mehr zeigen',
  unsaved: 'Nicht gespeichert',
  loading: 'Wird geladen …',
  overview: {
    lead: 'Was es gibt und was Sie sich ansehen sollten.',
    counts: {
      presenceConfigurations: 'Präsenzkonfigurationen',
      reps: 'Mitarbeitende',
      repsByDefault: 'davon ohne eigene Konfiguration',
      queues: 'Warteschlangen',
      sounds: 'Eigene Töne',
    },
    problems: 'Bitte ansehen',
    noProblems: 'Nichts: Jede Warteschlange hat Mitglieder, und jeder Status kann gewählt werden.',
    problem: {
      queueWithoutMembers: 'Niemand bearbeitet diese Warteschlangen, ihre Arbeit bleibt liegen:',
      statusNotGranted: 'Niemand darf diese Status wählen, denn kein Profil erlaubt sie:',
      channelWithoutStatus: 'Kein Status ist für diese Kanäle online, ihre Arbeit erreicht niemanden:',
      soundNotUsed: 'Diese Töne werden nirgends verwendet:',
    },
  },
  chooseOne: 'Wählen Sie einen Eintrag oder legen Sie einen neuen an.',
  back: 'Zurück zur Liste',
  lastChanged: (at) => `Zuletzt geändert: ${at}`,

  optional: 'optional',
  on: 'Ein',
  off: 'Aus',
  blank: 'Leer',
  none: 'Keine',
  statusOnDeclineBlank: 'Offline, nur bei Anrufen',
  statusOnPushTimeoutBlank: 'Offline, nur bei Anrufen',
  onlineWarning:
    'Eine externe Telefonanlage führt einen eigenen Status für verpasste Anrufe. Wählen Sie für Anrufe lieber Beschäftigt oder Offline als einen Online-Status.',
  findSetting: 'Einstellung suchen',
  choose: 'Wählen',
  answering: {
    accept: { label: 'Annehmen', hint: 'Jede Anfrage wartet auf eine Antwort.' },
    decline: {
      label: 'Ablehnen erlauben',
      hint: 'Abgelehntes wird den anderen in der Warteschlange angeboten.',
    },
    automatic: {
      label: 'Anfragen automatisch annehmen',
      hint: 'Arbeit öffnet sich sofort und kann nicht abgelehnt werden.',
    },
  },
  noAlias: 'Keiner: der eigene Name',
  aliasText: 'Der Name, den Kunden sehen',
  aliasFallback: {
    label: { nickname: 'Für Mitarbeitende ohne Rufnamen', alias: 'Für Mitarbeitende ohne Kürzel' },
    choices: { ownName: 'Der eigene Name', firstName: 'Vorname', text: 'Freier Text' },
    without: {
      nickname: (reps) =>
        reps === 1
          ? '1 Person mit dieser Konfiguration hat keinen Rufnamen:'
          : `${reps} Personen mit dieser Konfiguration haben keinen Rufnamen:`,
      alias: (reps) =>
        reps === 1
          ? '1 Person mit dieser Konfiguration hat kein Kürzel:'
          : `${reps} Personen mit dieser Konfiguration haben kein Kürzel:`,
    },
    nobody: {
      nickname: 'Alle mit dieser Konfiguration haben einen Rufnamen.',
      alias: 'Alle mit dieser Konfiguration haben ein Kürzel.',
    },
  },
  moreReps: (more) => `${more} weitere`,
  orElse: (field, fallback) => `${field}, sonst: ${fallback}`,
  noOverride: 'Wie in der Präsenzkonfiguration',
  allDestinations: 'Überallhin',
  transferTo: { messaging: 'Nachrichten weiterleiten an', voice: 'Anrufe weiterleiten an' },
  destinations: (profiles, queues, flows) =>
    joined(
      profiles > 0 ? count(profiles, 'Profil', 'Profile') : '',
      queues > 0 ? count(queues, 'Warteschlange', 'Warteschlangen') : '',
      flows > 0 ? count(flows, 'Ablauf', 'Abläufe') : '',
    ),
  nothingMeansAll: 'Ohne Auswahl kann an alle weitergeleitet werden.',
  weightKind: 'Gewicht in',

  available: 'Verfügbar',
  selected: 'Ausgewählt',
  selectedInOrder: 'Ausgewählt, in dieser Reihenfolge',
  add: 'Hinzufügen',
  remove: 'Entfernen',
  moveUp: 'Nach oben',
  moveDown: 'Nach unten',
  noneLeft: 'Es ist schon alles ausgewählt',
  nothingFound: 'Nichts gefunden',
  noneSelected: 'Nichts ausgewählt',
  findIn: (list) => `Suchen in ${list}`,
  ofMany: (shown, all) => `${shown} von ${all}`,
  loadingOf: (loaded, all) => `${loaded} von ${all} geladen …`,
  marked: (rows) => `${rows} markiert`,
  added: (name) => `${name} ausgewählt`,
  removed: (name) => `${name} nicht mehr ausgewählt`,
  movedTo: (name, place, of) => `${name}: Platz ${place} von ${of}`,

  savingMoves: (people) =>
    people === 1
      ? 'Beim Speichern wird 1 Zuordnung hierher verschoben'
      : `Beim Speichern werden ${people} Zuordnungen hierher verschoben`,
  movesFrom: (name, from) => `${name}, von ${from}`,
  leaveThere: 'Dort lassen',
  leaveNamed: (name) => `Dort lassen: ${name}`,
  moved: (name, from, to) => `${name}: von ${from} nach ${to}`,
  movedCount: (moved) => (moved === 1 ? '1 Zuordnung geändert' : `${moved} Zuordnungen geändert`),
  nowhere: 'keine Zuordnung',
  undo: 'Rückgängig',
  andMore: (more) => `und ${more} weitere`,

  unsavedChanges: (changes) => count(changes, 'nicht gespeicherte Änderung', 'nicht gespeicherte Änderungen'),
  problems: (problems, first) => `${count(problems, 'Fehler', 'Fehler')}: ${first}`,
  discard: 'Verwerfen',
  save: 'Speichern',
  saveAndMove: (moves) => `Speichern und ${moves} verschieben`,
  saving: 'Wird gespeichert …',
  saved: 'Gespeichert',
  undoDone: 'Rückgängig gemacht',
  failed: { save: 'Nicht gespeichert.', undo: 'Nicht rückgängig gemacht.', delete: 'Nicht gelöscht.' },
  deleteRecord: 'Löschen',
  deleteAsk: (name) => `${name} löschen?`,
  deleteWhat: 'Das lässt sich nicht rückgängig machen.',
  deleteNot: (name) => `${name} lässt sich nicht löschen`,
  stillUsed: 'Noch verwendet von:',
  soundNot: 'Er ist hier ausgewählt: Wählen Sie zuerst einen anderen Ton.',
  undoAsk: 'Diese Änderung der Zuordnungen rückgängig machen?',
  undoWhat: 'Alle, die dabei verschoben wurden, sind dann wieder wie vorher zugeordnet.',
  kinds: kindsDe,
  cancel: 'Abbrechen',
  leaveAsk: 'Ohne Speichern verlassen?',
  leaveWhat: (changes) => `${count(changes, 'Änderung geht', 'Änderungen gehen')} verloren.`,
  stay: 'Bleiben',
  leave: 'Verlassen',

  staleTitle: 'Inzwischen hat jemand anderes gespeichert',
  staleLead: 'Wählen Sie für jede Einstellung einen Wert, und speichern Sie dann.',
  changedBy: (by, at) => `${by}, ${at}`,
  was: 'Vorher',
  theirs: 'Anderer Wert',
  mine: 'Mein Wert',
  takeTheirs: 'Anderen Wert übernehmen',
  keepMine: 'Meinen Wert behalten',
  useThese: 'Diese verwenden',

  history: 'Verlauf',
  historyOf: (name) => `Verlauf von ${name}`,
  auditLog: 'Änderungsprotokoll',
  actions: {
    created: 'hat angelegt',
    changed: 'hat geändert',
    deleted: 'hat gelöscht',
    assigned: 'hat zugeordnet',
    undone: 'hat zurückgenommen',
  },
  entry: (by, action, record) => `${by} ${action}: ${record}`,
  from: 'Von',
  to: 'Zu',
  setting: 'Einstellung',
  close: 'Schließen',
  assignments: {
    assigned: (by, people) => `${by} hat ${count(people, 'Zuordnung', 'Zuordnungen')} geändert`,
    undone: (by, people) =>
      `${by} hat die Änderung von ${count(people, 'Zuordnung', 'Zuordnungen')} rückgängig gemacht`,
  },
  isUndone: 'Rückgängig gemacht',
  auditFilter: {
    label: 'Protokoll eingrenzen',
    findLabel: 'Namen suchen',
    kind: 'Art des Eintrags',
    everyKind: 'Alle Arten',
    action: 'Vorgang',
    everyAction: 'Alle Vorgänge',
    actions: {
      created: 'Angelegt',
      changed: 'Geändert',
      deleted: 'Gelöscht',
      assigned: 'Zugeordnet',
      undone: 'Rückgängig gemacht',
    },
  },
  noHistory: 'Noch wurde nichts geändert.',

  defaultSound: 'Standard',
  play: (name) => `${name} abspielen`,
  stop: (name) => `${name} anhalten`,
  change: 'Ändern',
  done: 'Fertig',
  upload: 'Ton hochladen',
  uploadHint: 'AAC, FLAC, MP3, Ogg, Opus oder WAV. Höchstens 30 s und 2 MB; WAV und FLAC 12 MB.',
  checking: 'Datei wird geprüft …',
  uploading: 'Wird hochgeladen …',
  length: (seconds) => `${seconds.toFixed(1).replace('.', ',')} s`,
  removeSound: (name) => `${name} löschen`,
  usedBy: 'Verwendet von',
  soundGone: 'Ein Ton, der nicht in der Liste ist',

  origin: originDe,
  explain: {
    chooseOne: 'Wählen Sie eine Person, um zu sehen, welche Einstellungen für sie gelten und warum.',
    lead: (profile) => `Profil: ${profile}`,
    path: 'Welche Konfiguration',
    pathLead: 'Die erste davon gilt.',
    way: {
      user: 'Dem Benutzer zugeordnet',
      profile: (profile) => `Dem Profil ${profile} zugeordnet`,
      default: 'Standard für alle ohne eigene Zuordnung',
    },
    holds: 'Gilt',
    notReached: 'Hat keine Wirkung',
    all: 'Alle Kanäle',
    allLead: 'Einstellungen, die kein Kanal anders bestimmen kann.',
    channelLead: 'Was der Kanal bestimmt, geht der Präsenzkonfiguration vor.',
    value: 'Wert',
    source: 'Herkunft',
    alsoForVoice: 'Offline nach Anrufen, sonst unverändert',
    everywhere: 'Überallhin',
    ownName: 'Der eigene Name',
    asksNone: 'Abgelehnt wird ohne Grund',
    statuses: 'Status zur Auswahl',
    notARep: (reason) => `Diese Person nimmt keine Anfragen an: ${reason}.`,
    inactive: 'sie ist nicht aktiv',
    withoutPermission: 'ihr fehlt die Berechtigung Omni-Channel',
    wouldHold: 'Sobald sich das ändert, gilt diese Konfiguration.',
    profileOf: (profile) => `aus dem Profil ${profile}`,
  },

  rules: rulesDe,
  noAnswer: 'Der Server hat nicht geantwortet.',
  previewFailed: 'Die Vorschau konnte nicht geladen werden.',
  retry: 'Erneut versuchen',
  forbidden: 'Für die Einrichtung fehlt die Berechtigung, die Anwendung anzupassen.',
};
