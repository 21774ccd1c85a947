import type { OriginWords } from '../origin.en.ts';

/** The words that say in Spanish why a rep's settings are as they are. */
export const originEs: OriginWords = {
  title: 'Por qué tienes estos ajustes',
  route: {
    user: (name) => `Tienes la configuración de presencia ${name}: está asignada a tu usuario.`,
    profile: (name) => `Tienes la configuración de presencia ${name}: está asignada a tu perfil.`,
    default: (name) =>
      `Tienes la configuración de presencia ${name}: es la predeterminada para quienes no tienen una propia.`,
  },
  sounds: { off: 'Sin sonido', default: 'Sonido predeterminado', custom: 'Sonido personalizado' },
  length: (seconds) => `Suena durante ${seconds} s`,
  answering: {
    automatic: 'Se acepta automáticamente',
    acceptOrDecline: 'Se puede aceptar o rechazar',
    accept: 'No se puede rechazar',
  },
  acw: 'Trabajo posterior',
  acwOf: (seconds) => `${seconds} s`,
  acwExtended: (seconds, extension, max) => `${seconds} s, ampliable ${max} × ${extension} s`,
  acwNone: 'Ninguno',
  alarm: 'Alarma al perder la conexión',
  on: 'Activada',
  off: 'Desactivada',
  channel: (name) => `del canal ${name}`,
  configuration: (name) => `de la configuración de presencia ${name}`,
  default: 'valor predeterminado',

  moved: (from, to) =>
    `Tu configuración de presencia era ${from} y ahora es ${to}. Las solicitudes que ya te esperan no cambian.`,
};
