import type { FieldsWords, SectionsWords, ValueName } from '../fields.en.ts';

/** The sections of a form in Spanish. */
export const sectionsEs: SectionsWords = {
  basic: {
    title: 'Aspectos básicos',
    lead: 'Su nombre y cuánto trabajo puede tener un representante a la vez.',
  },
  audio: {
    title: 'Sonido',
    lead: 'Lo que oyen los representantes. Un canal puede tener su propio sonido y duración.',
  },
  acw: {
    title: 'Trabajo posterior (ACW)',
    lead: 'Tiempo después de cada conversación, antes del trabajo nuevo.',
  },
  reasons: {
    title: 'Motivos de rechazo',
    lead: 'Los representantes eligen uno de estos. Aparecen en este orden.',
  },
  agent: {
    title: 'Ajustes del agente',
    lead: 'El nombre que ven los clientes y adónde se puede enviar el trabajo.',
  },
  users: {
    title: 'Usuarios',
    lead: 'Lo asignado a un usuario prevalece sobre su perfil, y el perfil sobre la configuración predeterminada.',
  },
  profiles: {
    title: 'Perfiles',
    lead: 'Para todos los usuarios de un perfil que no tienen una configuración de presencia propia.',
  },
  record: { title: 'Detalles' },
};

/** The words of Setup's fields in Spanish. */
export const fieldsEs: FieldsWords = {
  name: { label: 'Nombre del registro' },
  label: { label: 'Etiqueta' },
  developerName: {
    label: 'Nombre de desarrollador',
    hint: 'El nombre para la API. Sigue al nombre del registro hasta que lo cambies.',
  },
  capacity: { label: 'Capacidad', unit: 'unidades' },
  interruptibleCapacity: {
    label: 'Capacidad interrumpible',
    hint: 'En blanco significa lo mismo que Capacidad.',
    unit: 'unidades',
  },
  maxNewOffers: {
    label: 'Máximo de ofertas nuevas a la vez',
    hint: 'Cuántas solicitudes pueden sonar para un representante, para que nadie reciba todo lo pendiente. En blanco significa 20.',
    unit: 'solicitudes',
  },
  automaticallyAccept: {
    label: 'Aceptar automáticamente las solicitudes de trabajo',
    hint: 'Solo en este canal. Sus solicitudes no se pueden rechazar entonces.',
  },
  allowDecline: { label: 'Respuesta' },
  statusOnDeclineId: { label: 'Cambiar el estado al rechazar' },
  statusOnPushTimeoutId: { label: 'Cambiar el estado al agotarse el tiempo límite' },
  playRequestSound: {
    label: 'Reproducir un sonido con las solicitudes de trabajo',
    hint: 'Si está desactivado, no suena ningún canal.',
  },
  notificationSound: { label: 'Sonido de notificación' },
  soundLengthSeconds: {
    label: 'Duración del sonido',
    hint: 'De 1 a 30. Un sonido más corto se repite.',
    unit: 'segundos',
  },
  playConnectionLossSound: { label: 'Reproducir un sonido al perder la conexión' },
  giveAcw: { label: 'Dar tiempo de trabajo posterior' },
  acwDurationSeconds: {
    label: 'Duración del trabajo posterior',
    hint: 'De 30 a 3600.',
    unit: 'segundos',
  },
  letRepsExtendAcw: { label: 'Permitir ampliarlo' },
  acwExtensionSeconds: { label: 'Duración de cada ampliación', hint: 'De 15 a 3600.', unit: 'segundos' },
  acwMaxExtensions: { label: 'Máximo de ampliaciones', hint: 'De 1 a 10.', unit: 'veces' },
  allowDeclineReason: { label: 'Permitir un motivo de rechazo' },
  declineReasonIds: {
    label: 'Motivos de rechazo seleccionados',
    hint: 'Si no seleccionas ninguno, se rechaza sin motivo.',
  },
  agentAlias: {
    label: 'Alias del agente',
    hint: 'Sustituye al nombre del representante solo en las transcripciones de mensajería.',
  },
  'transferDestinations/messaging/profileIds': { label: 'Perfiles para mensajería' },
  'transferDestinations/messaging/queueIds': { label: 'Colas de mensajería' },
  'transferDestinations/messaging/flowIds': { label: 'Flujos de mensajería' },
  'transferDestinations/voice/profileIds': { label: 'Perfiles para voz' },
  'transferDestinations/voice/queueIds': { label: 'Colas de voz' },
  type: { label: 'Tipo' },
  interruptible: {
    label: 'Interrumpible',
    hint: 'Para las colas cuya configuración de enrutamiento lo deja en manos del canal.',
  },
  stopSoundWhenCustomerLeaves: { label: 'Detener el sonido cuando el cliente se va' },
  sound: { label: 'Sonido', hint: 'Prevalece sobre el sonido de la configuración de presencia.' },
  priority: { label: 'Prioridad', hint: 'Los números menores van primero.' },
  capacityWeight: { label: 'Peso en la capacidad', hint: 'Dos decimales como máximo.' },
  capacityType: { label: 'Tipo de capacidad' },
  pushTimeoutSeconds: {
    label: 'Tiempo límite de respuesta',
    hint: 'De 1 a 3600. En blanco, la solicitud espera hasta que se responda.',
    unit: 'segundos',
  },
  model: { label: 'Modelo de enrutamiento' },
  routingConfigurationId: { label: 'Configuración de enrutamiento' },
  memberIds: { label: 'Miembros' },
  queueId: { label: 'Cola', hint: 'El trabajo que se transfiere al flujo va a esta cola.' },
  kind: { label: 'Clase' },
  channelIds: {
    label: 'Canales',
    hint: 'Los canales para los que un representante está en línea en este estado.',
  },
  retired: {
    label: 'Fuera de uso',
    hint: 'Ya no se ofrece, pero se conserva para el trabajo que se rechazó con este motivo.',
  },
  firstName: { label: 'Nombre' },
  lastName: { label: 'Apellidos' },
  nickname: { label: 'Apodo' },
  alias: { label: 'Alias' },
  profileId: { label: 'Perfil' },
  active: { label: 'Activo' },
  omniChannel: {
    label: 'Omni-Channel',
    hint: 'Puede iniciar sesión en el panel y recibir trabajo.',
  },
  statusIds: {
    label: 'Estados de presencia',
    hint: 'Todos los representantes pueden elegir Sin conexión.',
  },
  userIds: { label: 'Usuarios' },
  profileIds: { label: 'Perfiles' },
};

/** The choices of a field in Spanish, by its value. */
export const valuesEs: Readonly<Record<ValueName, string>> = {
  voice: 'Voz',
  messaging: 'Mensajería',
  chat: 'Chat',
  case: 'Caso',
  primary: 'Principal',
  interruptible: 'Interrumpible',
  channel: 'Según el canal',
  leastActive: 'Menos ocupado',
  mostAvailable: 'Más disponible',
  online: 'En línea',
  busy: 'Ocupado',
  offline: 'Sin conexión',
  firstName: 'Nombre',
  nickname: 'Apodo',
  alias: 'Alias',
  text: 'Texto libre',
  units: 'Unidades',
  percentage: 'Porcentaje de la capacidad',
};
