import type { KindName, PagesWords } from '../pages.en.ts';

/** The pages of Setup in Spanish. */
export const pagesEs: PagesWords = {
  'presence-configurations': {
    title: 'Configuraciones de presencia',
    newOne: 'Nueva configuración de presencia',
    find: 'Buscar una configuración',
    none: 'Ninguna configuración tiene este nombre.',
  },
  'service-channels': {
    title: 'Canales de servicio',
    newOne: 'Nuevo canal de servicio',
    find: 'Buscar un canal',
    none: 'Ningún canal tiene este nombre.',
  },
  'routing-configurations': {
    title: 'Configuraciones de enrutamiento',
    newOne: 'Nueva configuración de enrutamiento',
    find: 'Buscar una configuración de enrutamiento',
    none: 'Ninguna configuración de enrutamiento tiene este nombre.',
  },
  queues: {
    title: 'Colas',
    newOne: 'Nueva cola',
    find: 'Buscar una cola',
    none: 'Ninguna cola tiene este nombre.',
  },
  flows: {
    title: 'Flujos',
    newOne: 'Nuevo flujo',
    find: 'Buscar un flujo',
    none: 'Ningún flujo tiene este nombre.',
  },
  'presence-statuses': {
    title: 'Estados de presencia',
    newOne: 'Nuevo estado de presencia',
    find: 'Buscar un estado',
    none: 'Ningún estado tiene este nombre.',
  },
  'decline-reasons': {
    title: 'Motivos de rechazo',
    newOne: 'Nuevo motivo de rechazo',
    find: 'Buscar un motivo',
    none: 'Ningún motivo tiene esta etiqueta.',
  },
  users: {
    title: 'Usuarios',
    newOne: 'Nuevo usuario',
    find: 'Buscar un usuario',
    none: 'Ningún usuario tiene este nombre.',
  },
  profiles: {
    title: 'Perfiles',
    newOne: 'Nuevo perfil',
    find: 'Buscar un perfil',
    none: 'Ningún perfil tiene este nombre.',
  },
  explain: {
    title: 'Ajustes de un representante',
    find: 'Buscar un representante',
    none: 'Nadie tiene este nombre.',
  },
  import: { title: 'Importación y exportación' },
};

/** One record of a kind in Spanish. */
export const kindsEs: Readonly<Record<KindName, string>> = {
  'presence-configurations': 'Configuración de presencia',
  'service-channels': 'Canal de servicio',
  'routing-configurations': 'Configuración de enrutamiento',
  queues: 'Cola',
  flows: 'Flujo',
  'presence-statuses': 'Estado de presencia',
  'decline-reasons': 'Motivo de rechazo',
  users: 'Usuario',
  profiles: 'Perfil',
  sounds: 'Sonido',
  'work-items': 'Trabajo',
};
