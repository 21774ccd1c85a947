import type { RemarkWords } from '../import-remarks.ts';

/** The remarks of an import in Spanish. */
export const importRemarksEs: RemarkWords = {
  notWellFormed: 'Este XML no está bien formado: {reason}',
  doctype: 'Contiene un DOCTYPE, que los metadatos nunca tienen: el archivo no se lee.',
  emptyFile: 'Este archivo está vacío.',
  notInEncoding: 'Este texto no es {encoding} válido.',
  encodingUnknown: 'La codificación {encoding} no se lee: guarda el archivo como UTF-8.',
  otherNamespace: 'El elemento raíz pertenece a {namespace}, que no es de metadatos.',
  noNamespace: 'El elemento raíz no tiene espacio de nombres; aun así, el archivo se lee como metadatos.',
  otherRoot: 'Por su nombre es {expected}, pero su elemento raíz es {found}.',
  repeatedElement: '{element} aparece dos veces y solo puede valer uno.',
  tooDeep: 'Los elementos están anidados a más de {max} niveles.',
  tooManyElements: 'Este archivo tiene más de {max} elementos.',
  fileTooLarge: 'Este archivo ocupa más de {max} bytes.',
  tooManyFiles: 'Hay más de {max} archivos.',
  notAZip: 'No es un zip, o está cortado.',
  zipEmpty: 'Este zip no contiene ningún archivo.',
  zipWithoutMetadata: 'Este zip no contiene metadatos de Omni-Channel.',
  zipPath: 'La ruta {path} de este zip sale de él: no se lee nada del zip.',
  zipLink: '{path}, en este zip, es un enlace: no se lee nada del zip.',
  zipEncrypted: '{path}, en este zip, está cifrado.',
  zipRatio: '{path}, en este zip, ocuparía muchísimo más al descomprimirse: no se lee nada del zip.',
  zipTooLarge: 'Los archivos de este zip ocupan más de {max} bytes.',
  zipDuplicate: '{path} aparece dos veces en este zip: no se lee nada del zip.',
  zipDamaged: '{path}, en este zip, está dañado: su suma de comprobación no coincide.',
  zipUnreadable: 'No se puede leer este zip: {reason}',
  nameGarbled: '{name} tiene un % que no representa ningún carácter; se toma tal como está escrito.',
  fullNameInside: 'El archivo se llama a sí mismo {inside}; vale su nombre de archivo, {name}.',
  twiceTheSame: '{file} dice lo mismo; es un solo registro.',
  twiceDifferent: '{file} tiene el mismo nombre y dice otra cosa: elige uno de los dos.',
  severalHere: 'Aquí hay varios registros que se llaman {label}: elige cuál es este.',
  isDefault:
    'Es la configuración de presencia predeterminada: cambia la que hay aquí, que conserva su nombre de desarrollador.',
  notBoolean: '{element} debe ser true, false, 1 o 0, no “{value}”.',
  notWhole: '{element} debe ser un número entero, no “{value}”.',
  notNumber: '{element} debe ser un número, no “{value}”.',
  assumed: 'No está en el archivo, así que se aplica el valor predeterminado de Salesforce: {elements}.',
  inactive: '{element} tampoco tiene efecto en el origen: aquello de lo que depende está desactivado.',
  noPushTimeout:
    '{element} no tiene efecto: ninguna configuración de enrutamiento tiene tiempo límite de respuesta, ni en estos archivos ni aquí.',
  reasonOrder:
    'Los representantes ven los motivos de rechazo en el orden del archivo; en Salesforce pudo haber sido otro.',
  aliasUnknown: 'El alias del agente “{value}” combina algo que aquí no se puede combinar.',
  channelIsCase:
    'El trabajo de {object} se enruta aquí como los casos: no tiene conversación y, por tanto, tampoco trabajo posterior.',
  channelTypeGuessed: 'El archivo no dice cuál es su trabajo; por su nombre, el canal es de {type}.',
  channelTypeMissing: 'El archivo no dice cuál es el trabajo de este canal: elige su tipo.',
  bothWeights: 'El archivo tiene un peso y un porcentaje: elige uno de los dos.',
  noWeight: 'El archivo no tiene ni peso ni porcentaje: elige un peso en la capacidad.',
  modelExternal:
    'El enrutamiento externo no existe aquí: elige un modelo de enrutamiento o excluye el registro.',
  modelUnknown: '{value} no es un modelo de enrutamiento: elige uno.',
  capacityTypeUnknown: '{value} no es un tipo de capacidad: elige uno.',
  capacityTypeSpelling: '{value} se lee como NOT_INTERRUPTIBLE.',
  missing: '{element}: {name} no está ni en estos archivos ni aquí.',
  namedTwice: '{element} nombra dos veces a {name}; cuenta una sola vez.',
  statusWithoutChannels:
    'Ninguno de sus canales está en estos archivos ni aquí. Sin canales sería un estado de Ocupado: elige.',
  queueNotOmni: 'No es una cola de Omni-Channel: no tiene configuración de enrutamiento.',
  userUnknown:
    'El usuario {name} no se conoce aquí: una lista con nombre de usuario e identificador dice quién es.',
  profileUnknown: 'El perfil {name} no existe aquí: créalo, elige otro o exclúyelo.',
  assignedTwice: '{name} también tiene asignación a {other} en estos archivos; vale esa.',
  notMapped: '{element} no tiene equivalente aquí. Se conserva para exportarlo y no tiene efecto.',
  unknown: '{element} no se conoce aquí. Se conserva para exportarlo y no tiene efecto.',
  skillsNotMapped: '{element}: aquí el trabajo se enruta sin tener en cuenta las habilidades.',
  statusCapacity:
    'La capacidad basada en el estado no existe aquí: el trabajo ocupa capacidad mientras está abierto, sea cual sea su estado.',
  secondaryPriority:
    'La prioridad de enrutamiento secundaria no existe aquí: el trabajo se enruta por prioridad y después por antigüedad.',
  groupsNotMapped:
    'Los miembros por grupo o función no se conocen aquí, así que a la cola le pueden faltar miembros: {names}.',
  overflow:
    '{element} no tiene equivalente aquí: el trabajo espera en su cola hasta que un representante esté libre.',
  profileWithoutGrants: 'Este perfil no permite ningún estado de presencia.',
  permissionSetGrants:
    'Aquí los estados se permiten mediante perfiles; este conjunto de permisos permite {names}.',
  typeNotMapped: '{type}: {count} sin equivalente aquí.',
  omniOff: 'Omni-Channel está desactivado en la organización de la que proceden estos archivos.',
  soundsNotInFiles:
    'Los archivos no contienen sonidos, sus duraciones ni destinos de transferencia: Salesforce no los entrega por esta vía. Se quedan como están aquí; ajústalos en las configuraciones de presencia.',
};
