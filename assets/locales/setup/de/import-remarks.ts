import type { RemarkWords } from '../import-remarks.ts';

/** The remarks of an import in German. */
export const importRemarksDe: RemarkWords = {
  notWellFormed: 'Das ist kein wohlgeformtes XML: {reason}',
  doctype: 'Hier steht ein DOCTYPE, den Metadaten nie haben: Die Datei wird nicht gelesen.',
  emptyFile: 'Diese Datei ist leer.',
  notInEncoding: 'Dieser Text ist kein gültiges {encoding}.',
  encodingUnknown: 'Die Kodierung {encoding} wird nicht gelesen: Speichern Sie die Datei als UTF-8.',
  otherNamespace: 'Das Wurzelelement gehört zu {namespace}, das sind keine Metadaten.',
  noNamespace: 'Das Wurzelelement hat keinen Namensraum; die Datei wird trotzdem als Metadaten gelesen.',
  otherRoot: 'Dem Namen nach ist das {expected}, aber das Wurzelelement ist {found}.',
  repeatedElement: '{element} steht zweimal da, und nur eines kann gelten.',
  tooDeep: 'Elemente sind tiefer als {max} Ebenen verschachtelt.',
  tooManyElements: 'Diese Datei hat mehr als {max} Elemente.',
  fileTooLarge: 'Diese Datei ist größer als {max} Byte.',
  tooManyFiles: 'Es sind mehr als {max} Dateien.',
  notAZip: 'Das ist keine Zip-Datei, oder sie ist abgeschnitten.',
  zipEmpty: 'In dieser Zip-Datei ist keine Datei.',
  zipWithoutMetadata: 'In dieser Zip-Datei sind keine Metadaten von Omni-Channel.',
  zipPath: 'Der Pfad {path} führt aus der Zip-Datei hinaus: Nichts daraus wird gelesen.',
  zipLink: '{path} in dieser Zip-Datei ist eine Verknüpfung: Nichts daraus wird gelesen.',
  zipEncrypted: '{path} in dieser Zip-Datei ist verschlüsselt.',
  zipRatio: '{path} in dieser Zip-Datei würde sehr viel größer: Nichts daraus wird gelesen.',
  zipTooLarge: 'Die Dateien dieser Zip-Datei haben mehr als {max} Byte.',
  zipDuplicate: '{path} ist zweimal in dieser Zip-Datei: Nichts daraus wird gelesen.',
  zipDamaged: '{path} in dieser Zip-Datei ist beschädigt: Die Prüfsumme stimmt nicht.',
  zipUnreadable: 'Diese Zip-Datei kann nicht gelesen werden: {reason}',
  nameGarbled: '{name} hat ein %, das für kein Zeichen steht; der Name gilt, wie er dasteht.',
  fullNameInside: 'Die Datei nennt sich selbst {inside}; es gilt ihr Dateiname, {name}.',
  twiceTheSame: '{file} sagt dasselbe; es ist ein Datensatz.',
  twiceDifferent: '{file} hat denselben Namen und sagt etwas anderes: Wählen Sie eine davon.',
  severalHere: 'Hier heißen mehrere Datensätze {label}: Wählen Sie den gemeinten.',
  isDefault:
    'Das ist die Standard-Präsenzkonfiguration: Sie ändert die hiesige, die ihren Entwicklernamen behält.',
  notBoolean: '{element} muss true, false, 1 oder 0 sein, nicht „{value}“.',
  notWhole: '{element} muss eine ganze Zahl sein, nicht „{value}“.',
  notNumber: '{element} muss eine Zahl sein, nicht „{value}“.',
  assumed: 'Nicht in der Datei, daher gilt die Vorgabe von Salesforce: {elements}.',
  inactive: '{element} ist auch in der Quelle nicht wirksam: Was es voraussetzt, ist aus.',
  noPushTimeout:
    '{element} hat keine Wirkung: Keine Routingkonfiguration hat ein Push-Zeitlimit, weder in diesen Dateien noch hier.',
  reasonOrder:
    'Die Ablehnungsgründe erscheinen in der Reihenfolge der Datei; in Salesforce kann sie eine andere gewesen sein.',
  aliasUnknown: 'Der Agentenalias „{value}“ setzt etwas ein, das hier nicht eingesetzt werden kann.',
  channelIsCase:
    'Arbeit von {object} wird hier wie Fälle verteilt: Sie hat kein Gespräch und daher keine Nachbearbeitung.',
  channelTypeGuessed: 'Die Datei sagt nicht, was ihre Arbeit ist; dem Namen nach ist der Kanal für {type}.',
  channelTypeMissing: 'Die Datei sagt nicht, was die Arbeit dieses Kanals ist: Wählen Sie die Art.',
  bothWeights: 'Die Datei hat ein Gewicht und einen Prozentsatz: Wählen Sie eines davon.',
  noWeight: 'Die Datei hat weder ein Gewicht noch einen Prozentsatz: Wählen Sie ein Kapazitätsgewicht.',
  modelExternal:
    'Externes Routing gibt es hier nicht: Wählen Sie ein Routingmodell, oder lassen Sie den Datensatz weg.',
  modelUnknown: '{value} ist kein Routingmodell: Wählen Sie eines.',
  capacityTypeUnknown: '{value} ist keine Kapazitätsart: Wählen Sie eine.',
  capacityTypeSpelling: '{value} wird als NOT_INTERRUPTIBLE gelesen.',
  missing: '{element}: {name} gibt es weder in diesen Dateien noch hier.',
  namedTwice: '{element} nennt {name} zweimal; es zählt einmal.',
  statusWithoutChannels:
    'Keiner seiner Kanäle ist in diesen Dateien oder hier. Ohne Kanäle wäre es ein Status „Beschäftigt“: Wählen Sie.',
  queueNotOmni: 'Das ist keine Warteschlange von Omni-Channel: Sie hat keine Routingkonfiguration.',
  userUnknown:
    'Der Benutzer {name} ist hier nicht bekannt: Eine Liste mit Benutzername und Id sagt, wer es ist.',
  profileUnknown:
    'Das Profil {name} gibt es hier nicht: Legen Sie es an, wählen Sie ein anderes, oder lassen Sie es weg.',
  assignedTwice: '{name} ist in diesen Dateien auch {other} zugewiesen; jenes gilt.',
  notMapped: '{element} hat hier keinen Platz. Es wird für einen Export behalten und hat keine Wirkung.',
  unknown: '{element} ist hier nicht bekannt. Es wird für einen Export behalten und hat keine Wirkung.',
  skillsNotMapped: '{element}: Arbeit wird hier ohne Rücksicht auf Fähigkeiten verteilt.',
  statusCapacity:
    'Statusbasierte Kapazität gibt es hier nicht: Arbeit belegt Kapazität, solange sie offen ist, in jedem Status.',
  secondaryPriority:
    'Eine zweite Routingpriorität gibt es hier nicht: Arbeit wird nach Priorität und dann nach Alter verteilt.',
  groupsNotMapped:
    'Mitglieder nach Gruppe oder Rolle sind hier nicht bekannt, sodass der Warteschlange welche fehlen können: {names}.',
  overflow: '{element} hat hier keinen Platz: Arbeit wartet in ihrer Warteschlange, bis jemand frei ist.',
  profileWithoutGrants: 'Dieses Profil erlaubt keinen Präsenzstatus.',
  permissionSetGrants: 'Status werden hier von Profilen erlaubt; diese Berechtigungsgruppe erlaubt {names}.',
  typeNotMapped: '{type}: {count} ohne Entsprechung hier.',
  omniOff: 'Omni-Channel ist in der Organisation, aus der diese Dateien sind, ausgeschaltet.',
  soundsNotInFiles:
    'Töne, Tonlängen und Übergabeziele sind nicht in den Dateien: Salesforce gibt sie auf diesem Weg nicht heraus. Sie bleiben, wie sie hier sind; stellen Sie sie in den Präsenzkonfigurationen ein.',
};
