import { counter, type Forms } from '../../plural.ts';
import type { ImportWords } from '../import.en.ts';
import { importRemarksEs } from './import-remarks.ts';

const count = counter('es');
const files: Forms = { one: 'archivo', many: 'de archivos', other: 'archivos' };
const read: Forms = { one: 'archivo leído', many: 'de archivos leídos', other: 'archivos leídos' };
const notRead: Forms = { one: 'no leído', many: 'no leídos', other: 'no leídos' };
const passedOver: Forms = { one: 'ignorado', many: 'ignorados', other: 'ignorados' };
const parts: Forms = {
  one: 'parte no tiene equivalente aquí',
  many: 'de partes no tienen equivalente aquí',
  other: 'partes no tienen equivalente aquí',
};
const choices: Forms = {
  one: 'elección pendiente',
  many: 'de elecciones pendientes',
  other: 'elecciones pendientes',
};
const written: Forms = {
  one: 'registro escrito',
  many: 'de registros escritos',
  other: 'registros escritos',
};
const putBack: Forms = {
  one: 'registro restaurado',
  many: 'de registros restaurados',
  other: 'registros restaurados',
};
const changed: Forms = {
  one: 'asignación cambiada',
  many: 'de asignaciones cambiadas',
  other: 'asignaciones cambiadas',
};

/** The words of import and export in Spanish. */
export const importEs: ImportWords = {
  lead: 'Configuraciones de presencia, estados, canales, configuraciones de enrutamiento, motivos de rechazo y colas de una organización de Salesforce.',
  importTitle: 'Importación',
  nothingYet: 'No se escribe nada hasta que veas el plan y lo apliques.',
  drop: 'Suelta aquí una carpeta de proyecto, un zip recuperado o archivos sueltos',
  dropMore: 'Si agregas un CSV con nombres de usuario e identificadores, se sabrá quiénes son los usuarios.',
  folder: 'Elegir una carpeta',
  files: 'Elegir archivos o un zip',
  noMetadata: 'Entre estos archivos no hay metadatos de Omni-Channel.',
  reading: (many) => `Leyendo ${count(many, files)}…`,
  cancel: 'Cancelar',
  exportTitle: 'Exportación',
  exportLead:
    'Los mismos archivos de vuelta: también se escribe lo que se importó y no tiene equivalente aquí.',
  exportAs: { sfdx: 'Descargar como proyecto', metadata: 'Descargar como paquete' },
  planTitle: 'El plan',
  readFrom: (many, ignored, refused) =>
    `${[
      count(many, read),
      ignored > 0 ? count(ignored, passedOver) : '',
      refused > 0 ? count(refused, notRead) : '',
    ]
      .filter((part) => part !== '')
      .join(', ')}.`,
  parts: (many) => `${count(many, parts)}.`,
  tabs: 'Registros según lo que se hará con ellos',
  states: {
    new: 'Nuevos',
    changed: 'Con cambios',
    same: 'Sin cambios',
    needsChoice: 'Por elegir',
    notMapped: 'Sin equivalente',
    leftOut: 'Excluidos',
    onlyHere: 'Solo aquí',
  },
  none: { needsChoice: 'No queda nada por elegir.', other: 'No hay ninguno.' },
  onlyHereLead: 'Estos registros no están en los archivos. Se quedan como están.',
  general: 'Sobre la importación',
  moves: 'A quiénes les cambia',
  movesLead:
    'Se les aplicará otra configuración de presencia. Las solicitudes que ya están en espera no cambian.',
  noOwn: 'ninguna propia',
  field: 'Campo',
  here: 'Aquí',
  after: 'Después de importar',
  line: (line) => `línea ${line}`,
  place: (file, line) => (line === null ? file : `${file}, línea ${line}`),
  found: (text) => `En el archivo: ${text}`,
  ofField: (field, sentence) => `${field}: ${sentence}`,
  leaveOut: 'Excluir',
  takeBack: 'Importar de todos modos',
  choice: 'Tu elección',
  choose: 'Elegir…',
  fixes: {
    use: (value) => `Usar ${value}`,
    enter: 'Introducir un valor',
    leaveOut: 'Excluir',
    create: 'Crear',
  },
  value: 'Valor',
  take: 'Usar este valor',
  newRecord: 'Un registro nuevo',
  apply: 'Aplicar la importación',
  applying: 'Aplicando…',
  choicesOpen: (open) => count(open, choices),
  startOver: 'Empezar de nuevo',
  planAgain: 'Volver a hacer el plan',
  done: (records, moved) => `Listo: ${count(records, written)}, ${count(moved, changed)}.`,
  undo: 'Deshacer esta importación',
  undone: (records) => `Importación deshecha: ${count(records, putBack)}.`,
  report: 'Descargar el informe',
  reportAs: { json: 'JSON', csv: 'CSV' },
  another: 'Importar otra cosa',
  remarks: importRemarksEs,
};
