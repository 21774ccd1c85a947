import { formats } from '../formats.ts';
import { originEs } from '../es/origin.ts';
import { counter, type Forms } from '../plural.ts';
import { rulesEs } from './es/rules.ts';
import { fieldsEs, sectionsEs, valuesEs } from './es/fields.ts';
import { kindsEs, pagesEs } from './es/pages.ts';
import type { SetupStrings } from './setup.en.ts';

const joined = (...parts: string[]) => parts.filter((part) => part !== '').join(', ');

const count = counter('es');
const users: Forms = { one: 'usuario', many: 'de usuarios', other: 'usuarios' };
const profiles: Forms = { one: 'perfil', many: 'de perfiles', other: 'perfiles' };
const reps: Forms = { one: 'representante', many: 'de representantes', other: 'representantes' };
const queues: Forms = { one: 'cola', many: 'de colas', other: 'colas' };
const flows: Forms = { one: 'flujo', many: 'de flujos', other: 'flujos' };
const changes: Forms = { one: 'cambio', many: 'de cambios', other: 'cambios' };
const problems: Forms = { one: 'problema', many: 'de problemas', other: 'problemas' };
const assignments: Forms = { one: 'asignación', many: 'de asignaciones', other: 'asignaciones' };

/** The words of Setup in Spanish, of no country in particular. */
export const setupEs: SetupStrings = {
  ...formats('es'),
  direction: 'ltr',
  setup: 'Configuración',
  page: 'Páginas de Configuración',
  pages: pagesEs,
  sections: sectionsEs,
  fields: fieldsEs,
  values: valuesEs,

  soundFields: { format: { label: 'Formato' }, lengthSeconds: { label: 'Duración en segundos' } },

  find: 'Buscar',
  newRecord: 'Nuevo',
  sort: 'Ordenar',
  sortBy: { name: 'Nombre', members: 'Más miembros', changed: 'Último cambio' },
  everybody: 'Quienes no tienen otra asignación',
  members: (inUsers, inProfiles) =>
    inUsers + inProfiles === 0
      ? 'Nadie asignado'
      : joined(inUsers > 0 ? count(inUsers, users) : '', inProfiles > 0 ? count(inProfiles, profiles) : ''),
  notARep: 'No es representante',
  retired: 'Fuera de uso',
  more: 'Mostrar más',
  unsaved: 'Sin guardar',
  loading: 'Cargando…',
  overview: {
    lead: 'Qué hay y qué puede requerir tu atención.',
    counts: {
      presenceConfigurations: 'Configuraciones de presencia',
      reps: 'Representantes',
      repsByDefault: 'Representantes sin configuración propia',
      queues: 'Colas',
      sounds: 'Sonidos personalizados',
    },
    problems: 'Puede requerir tu atención',
    noProblems: 'Nada: todas las colas tienen representantes y todos los estados se pueden elegir.',
    problem: {
      queueWithoutMembers:
        'Ningún representante es miembro de estas colas, así que su trabajo se queda en espera:',
      statusNotGranted: 'Nadie puede elegir estos estados, porque ningún perfil los permite:',
      channelWithoutStatus:
        'Ningún estado está en línea para estos canales, así que nadie recibe su trabajo:',
      soundNotUsed: 'Estos sonidos no se usan:',
    },
  },
  chooseOne: 'Elige un registro o crea uno nuevo.',
  back: 'Volver a la lista',
  lastChanged: (at) => `Último cambio: ${at}`,

  optional: 'opcional',
  on: 'Activado',
  off: 'Desactivado',
  blank: 'En blanco',
  none: 'Ninguno',
  statusOnDeclineBlank: 'Sin conexión, solo para llamadas',
  statusOnPushTimeoutBlank: 'Sin conexión, solo para llamadas',
  onlineWarning:
    'La telefonía externa tiene su propio estado para las llamadas perdidas. Para voz, elige Ocupado o Sin conexión en lugar de un estado en línea.',
  findSetting: 'Buscar un ajuste',
  choose: 'Elegir',
  answering: {
    accept: { label: 'Los representantes aceptan', hint: 'Cada solicitud espera una respuesta.' },
    decline: {
      label: 'Permitir que los representantes rechacen',
      hint: 'El trabajo rechazado se ofrece a los demás representantes de la cola.',
    },
    automatic: {
      label: 'Aceptar automáticamente las solicitudes de trabajo',
      hint: 'El trabajo se abre de inmediato y no se puede rechazar.',
    },
  },
  noAlias: 'Ninguno: el nombre del representante',
  aliasText: 'El nombre que ven los clientes',
  aliasFallback: {
    label: {
      nickname: 'Para un representante sin apodo',
      alias: 'Para un representante sin alias',
    },
    choices: { ownName: 'El nombre del representante', firstName: 'Nombre', text: 'Texto libre' },
    without: {
      nickname: (without) => `Con esta configuración, ${count(without, reps)} sin apodo:`,
      alias: (without) => `Con esta configuración, ${count(without, reps)} sin alias:`,
    },
    nobody: {
      nickname: 'Todos los representantes con esta configuración tienen apodo.',
      alias: 'Todos los representantes con esta configuración tienen alias.',
    },
  },
  moreReps: (more) => `${more} más`,
  orElse: (field, fallback) => `${field}; si falta: ${fallback}`,
  noOverride: 'Como en la configuración de presencia',
  allDestinations: 'Todos los destinos',
  transferTo: { messaging: 'Transferir mensajería a', voice: 'Transferir voz a' },
  destinations: (inProfiles, inQueues, inFlows) =>
    joined(
      inProfiles > 0 ? count(inProfiles, profiles) : '',
      inQueues > 0 ? count(inQueues, queues) : '',
      inFlows > 0 ? count(inFlows, flows) : '',
    ),
  nothingMeansAll: 'Si no seleccionas nada, se puede transferir a todos.',
  weightKind: 'Peso en',

  available: 'Disponibles',
  selected: 'Seleccionados',
  selectedInOrder: 'Seleccionados, en orden',
  add: 'Agregar',
  remove: 'Quitar',
  moveUp: 'Subir',
  moveDown: 'Bajar',
  noneLeft: 'No hay nada más que seleccionar',
  nothingFound: 'No se encontró nada',
  noneSelected: 'Nada seleccionado',
  findIn: (list) => `Buscar en ${list}`,
  ofMany: (shown, all) => `${shown} de ${all}`,
  loadingOf: (loaded, all) => `Cargando ${loaded} de ${all}…`,
  marked: (rows) => count(rows, { one: 'marcado', many: 'de marcados', other: 'marcados' }),
  added: (name) => `Se seleccionó ${name}`,
  removed: (name) => `Se quitó ${name}`,
  movedTo: (name, place, of) => `${name}: posición ${place} de ${of}`,

  savingMoves: (people) => `Al guardar, se traen aquí ${count(people, assignments)}`,
  movesFrom: (name, from) => `${name}, de ${from}`,
  leaveThere: 'Dejar allí',
  leaveNamed: (name) => `Dejar allí: ${name}`,
  moved: (name, from, to) => `${name}: de ${from} a ${to}`,
  movedCount: (moved) =>
    count(moved, {
      one: 'asignación cambiada',
      many: 'de asignaciones cambiadas',
      other: 'asignaciones cambiadas',
    }),
  nowhere: 'sin asignación',
  undo: 'Deshacer',
  andMore: (more) => `y ${more} más`,

  unsavedChanges: (made) =>
    count(made, {
      one: 'cambio sin guardar',
      many: 'de cambios sin guardar',
      other: 'cambios sin guardar',
    }),
  problems: (found, first) => `${count(found, problems)}: ${first}`,
  discard: 'Descartar',
  save: 'Guardar',
  saveAndMove: (moves) => `Guardar y traer ${moves}`,
  saving: 'Guardando…',
  saved: 'Guardado',
  undoDone: 'Cambio deshecho',
  failed: { save: 'No se guardó.', undo: 'No se deshizo.', delete: 'No se eliminó.' },
  deleteRecord: 'Eliminar',
  deleteAsk: (name) => `¿Eliminar ${name}?`,
  deleteWhat: 'Esta acción no se puede deshacer.',
  deleteNot: (name) => `No se puede eliminar ${name}`,
  stillUsed: 'Todavía lo usan:',
  soundNot: 'Está elegido aquí: elige antes otro sonido.',
  undoAsk: '¿Deshacer este cambio de asignaciones?',
  undoWhat: 'Todas las asignaciones que cambiaron vuelven adonde estaban.',
  kinds: kindsEs,
  cancel: 'Cancelar',
  leaveAsk: '¿Salir sin guardar?',
  leaveWhat: (made) => `Se ${made === 1 ? 'perdería' : 'perderían'} ${count(made, changes)}.`,
  stay: 'Quedarse',
  leave: 'Salir',

  staleTitle: 'Alguien guardó cambios mientras tanto',
  staleLead: 'Elige un valor para cada ajuste y después guarda.',
  changedBy: (by, at) => `${by}, ${at}`,
  was: 'Antes',
  theirs: 'Valor ajeno',
  mine: 'Valor mío',
  takeTheirs: 'Usar el ajeno',
  keepMine: 'Conservar el mío',
  useThese: 'Usar estos',

  history: 'Historial',
  historyOf: (name) => `Historial de ${name}`,
  auditLog: 'Registro de auditoría',
  actions: {
    created: 'creó',
    changed: 'cambió',
    deleted: 'eliminó',
    assigned: 'asignó',
    undone: 'deshizo',
  },
  entry: (by, action, record) => `${by} ${action} ${record}`,
  from: 'De',
  to: 'A',
  setting: 'Ajuste',
  close: 'Cerrar',
  assignments: {
    assigned: (by, people) => `${by} cambió ${count(people, assignments)}`,
    undone: (by, people) => `${by} deshizo el cambio de ${count(people, assignments)}`,
  },
  isUndone: 'Deshecho',
  auditFilter: {
    label: 'Filtrar el registro de auditoría',
    findLabel: 'Buscar un nombre',
    kind: 'Tipo de registro',
    everyKind: 'Todos los tipos',
    action: 'Acción',
    everyAction: 'Todas las acciones',
    actions: {
      created: 'Creación',
      changed: 'Cambio',
      deleted: 'Eliminación',
      assigned: 'Asignación',
      undone: 'Cambio deshecho',
    },
  },
  noHistory: 'Aún no se ha cambiado nada.',

  defaultSound: 'Predeterminado',
  play: (name) => `Reproducir ${name}`,
  stop: (name) => `Detener ${name}`,
  change: 'Cambiar',
  done: 'Listo',
  upload: 'Subir un sonido',
  uploadHint: 'AAC, FLAC, MP3, Ogg, Opus o WAV. Como máximo 30 s y 2 MB; WAV y FLAC, 12 MB.',
  checking: 'Comprobando el archivo…',
  uploading: 'Subiendo…',
  length: (seconds) =>
    `${seconds.toLocaleString('es', { minimumFractionDigits: 1, maximumFractionDigits: 1 })} s`,
  removeSound: (name) => `Eliminar ${name}`,
  usedBy: 'Lo usan',
  soundGone: 'Un sonido que no está en la lista',

  origin: originEs,
  explain: {
    chooseOne: 'Elige un representante para ver qué ajustes tiene y por qué.',
    lead: (profile) => `Perfil: ${profile}`,
    path: 'Qué configuración se aplica',
    pathLead: 'Se aplica la primera de estas.',
    way: {
      user: 'Asignada al usuario',
      profile: (profile) => `Asignada al perfil ${profile}`,
      default: 'Predeterminada, para quienes no tienen otra asignación',
    },
    holds: 'Se aplica',
    notReached: 'Sin efecto',
    all: 'Todos los canales',
    allLead: 'Ajustes que los canales no pueden cambiar.',
    channelLead: 'Lo que define el canal prevalece sobre la configuración de presencia.',
    value: 'Valor',
    source: 'Origen',
    alsoForVoice: 'Sin conexión después de una llamada; en los demás casos, sin cambios',
    everywhere: 'Todos los destinos',
    ownName: 'El nombre del representante',
    asksNone: 'Se rechaza sin motivo',
    statuses: 'Estados que se pueden elegir',
    notARep: (reason) => `Este usuario no es representante: ${reason}.`,
    inactive: 'el usuario no está activo',
    withoutPermission: 'el usuario no tiene el permiso de Omni-Channel',
    wouldHold: 'Si fuera representante, tendría la primera de estas.',
    profileOf: (profile) => `del perfil ${profile}`,
  },

  rules: rulesEs,
  noAnswer: 'El servidor no respondió.',
  previewFailed: 'No se pudo cargar la vista previa.',
  retry: 'Reintentar',
  forbidden: 'Para usar Configuración se necesita el permiso de personalizar la aplicación.',
};
