import type { ImportWords } from '../import.en.ts';
import { importRemarksDe } from './import-remarks.ts';

const count = (value: number, one: string, many: string) => `${value} ${value === 1 ? one : many}`;

/** The words of import and export in German. */
export const importDe: ImportWords = {
  lead: 'Präsenzkonfigurationen, Status, Kanäle, Routingkonfigurationen, Ablehnungsgründe und Warteschlangen einer Salesforce-Organisation.',
  importTitle: 'Import',
  nothingYet: 'Nichts wird geschrieben, bevor Sie den Plan gesehen und angewendet haben.',
  drop: 'Legen Sie hier einen Projektordner, eine Zip-Datei oder einzelne Dateien ab',
  dropMore: 'Eine CSV-Datei mit Benutzernamen und Ids daneben sagt, wer die Benutzer sind.',
  folder: 'Ordner wählen',
  files: 'Dateien oder Zip wählen',
  noMetadata: 'Unter diesen Dateien sind keine Metadaten von Omni-Channel.',
  reading: (files) => `${count(files, 'Datei wird', 'Dateien werden')} gelesen…`,
  cancel: 'Abbrechen',
  exportTitle: 'Export',
  exportLead: 'Dieselben Dateien zurück: auch das, was importiert wurde und hier keinen Platz hat.',
  exportAs: { sfdx: 'Als Projekt herunterladen', metadata: 'Als Paket herunterladen' },
  planTitle: 'Der Plan',
  readFrom: (files, ignored, refused) =>
    `${[
      `${count(files, 'Datei', 'Dateien')} gelesen`,
      ignored > 0 ? `${ignored} übergangen` : '',
      refused > 0 ? `${refused} nicht gelesen` : '',
    ]
      .filter((part) => part !== '')
      .join(', ')}.`,
  parts: (parts) => `${count(parts, 'Teil hat', 'Teile haben')} hier keinen Platz.`,
  tabs: 'Datensätze nach dem, was aus ihnen wird',
  states: {
    new: 'Neu',
    changed: 'Geändert',
    same: 'Gleich',
    needsChoice: 'Zu entscheiden',
    notMapped: 'Ohne Platz',
    leftOut: 'Weggelassen',
    onlyHere: 'Nur hier',
  },
  none: { needsChoice: 'Alles ist entschieden.', other: 'Keine.' },
  onlyHereLead: 'Diese sind nicht in den Dateien. Sie bleiben, wie sie sind.',
  general: 'Zum Import',
  moves: 'Wer wechselt',
  movesLead:
    'Für diese gilt eine andere Präsenzkonfiguration. Anfragen, die schon warten, ändern sich nicht.',
  noOwn: 'keine eigene',
  field: 'Feld',
  here: 'Hier',
  after: 'Nach dem Import',
  line: (line) => `Zeile ${line}`,
  place: (file, line) => (line === null ? file : `${file}, Zeile ${line}`),
  found: (text) => `In der Datei: ${text}`,
  ofField: (field, sentence) => `${field}: ${sentence}`,
  leaveOut: 'Weglassen',
  takeBack: 'Doch importieren',
  choice: 'Ihre Wahl',
  choose: 'Wählen…',
  fixes: {
    use: (value) => `${value} nehmen`,
    enter: 'Einen Wert eingeben',
    leaveOut: 'Weglassen',
    create: 'Anlegen',
  },
  value: 'Wert',
  take: 'Übernehmen',
  newRecord: 'Ein neuer Datensatz',
  apply: 'Import anwenden',
  applying: 'Wird angewendet…',
  choicesOpen: (open) => `${open} noch zu entscheiden`,
  startOver: 'Von vorn beginnen',
  planAgain: 'Plan neu machen',
  done: (records, moved) =>
    `Fertig: ${count(records, 'Datensatz', 'Datensätze')} geschrieben, ${count(moved, 'Zuweisung', 'Zuweisungen')} geändert.`,
  undo: 'Diesen Import rückgängig machen',
  undone: (records) => `Rückgängig gemacht: ${count(records, 'Datensatz', 'Datensätze')} zurückgesetzt.`,
  report: 'Bericht herunterladen',
  reportAs: { json: 'JSON', csv: 'CSV' },
  another: 'Etwas anderes importieren',
  remarks: importRemarksDe,
};
