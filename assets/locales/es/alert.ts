import type { AlertWords } from '../../../src/domain/alerts/explain-alert.ts';

const seconds = (length: number) =>
  `${(length / 1000).toLocaleString('es', { minimumFractionDigits: 1, maximumFractionDigits: 1 })} s`;
const tab = { visible: 'en una pestaña visible', hidden: 'en una pestaña oculta' };
const because = (reason: string | null) => (reason === null ? '' : ` porque ${reason}`);

/** The clauses that say in Spanish what happened of a request. */
export const alert: AlertWords = {
  sentence: (clauses) => `${clauses.join('; ')}.`,

  shown: (after, visibility) => `Se mostró ${seconds(after)} después de la oferta ${tab[visibility]}`,
  withNotification: (shown) => `${shown}, con una notificación`,
  onlyNotified: (after) =>
    `Apareció una notificación ${seconds(after)} después de la oferta, pero no consta que el panel mostrara la solicitud`,
  onlyDelivered: (after, visibility) =>
    `Llegó ${seconds(after)} después de la oferta ${tab[visibility]}, pero no consta que se mostrara`,
  notDelivered: 'No consta que llegara a un panel',

  soundStarted: (after) => `el sonido empezó ${seconds(after)} después de la oferta`,
  defaultSoundStarted: (after, reason) =>
    `el sonido predeterminado empezó ${seconds(after)} después de la oferta porque ${reason}`,
  soundBlocked: (reason) => `el sonido estaba bloqueado${because(reason)}`,
  soundBlockedThenStarted: (after, reason) =>
    `el sonido estaba bloqueado al principio${because(reason)}; empezó ${seconds(after)} después de la oferta`,
  soundStartedThenBlocked: (started, blocked, reason) =>
    `el sonido empezó ${seconds(started)} después de la oferta y quedó bloqueado a los ${seconds(blocked)}${because(reason)}`,
  noSound: 'se ofreció sin sonido',
  soundUnknown: 'no se sabe nada del sonido',

  obstacles: {
    contextSuspended: 'aún no se había hecho clic en la página',
    contextInterrupted: 'otro programa ocupaba el dispositivo de audio',
    contextClosed: 'el navegador no dio audio a la página',
    soundOff: 'los sonidos están desactivados',
    notFetched: 'no se pudo descargar el sonido personalizado',
    notDecoded: 'no se pudo descodificar el sonido personalizado',
    tooLong: 'el sonido personalizado es demasiado largo',
    tooSlow: 'no estuvo listo hasta que el tiempo para sonar ya había terminado',
    newerRequest: 'sonaba una solicitud más reciente',
    otherTab: 'el sonido estaba en otra pestaña',
    notConnected: 'se había perdido la conexión',
    hostPrevented: 'la aplicación lo impidió',
  },

  answered: (after) => `se respondió ${seconds(after)} después de la oferta`,
  inVain: (answer, end) => `${answer}, pero ${end}`,
  ends: {
    waiting: 'espera una respuesta',
    accepted: 'se aceptó',
    automatic: 'se aceptó automáticamente',
    declined: 'se rechazó',
    missed: 'el tiempo para responder se agotó antes',
    customerLeft: 'el cliente se fue',
    withdrawn: 'se retiró',
    graceOver: 'estuviste demasiado tiempo sin conexión',
    givenBack: 'la devolviste',
    repWentOffline: 'pasaste a Sin conexión',
    notDelivered: 'volvió a la cola',
    unknown: 'se canceló',
  },
};
