import { es } from '../../es.ts';
import type { PreviewStrings } from '../preview.en.ts';

/** The words of the preview in Spanish. */
export const previewEs: PreviewStrings = {
  locale: es.locale,
  direction: es.direction,
  panel: es,
  preview: 'Vista previa',
  lead: 'El panel del representante con los ajustes de este formulario.',
  behind: 'Algunos ajustes no son válidos. La vista previa muestra los últimos válidos.',
  nothingYet: 'La vista previa aparece en cuanto todos los ajustes son válidos.',
  request: 'Solicitud',
  raise: (channel) => `Solicitud: ${channel}`,
  fromQueue: 'de la cola',
  fromQueueOf: (channel) => `de la cola, para ${channel}`,
  noChannels: 'Aún no hay ningún canal de servicio.',
  then: 'Después',
  leaves: 'El cliente se va',
  decline: 'Rechazar',
  timeOut: 'Dejar pasar el tiempo límite',
  end: 'Terminar la conversación',
  close: 'Cerrar el trabajo',
  extend: 'Ampliar el trabajo posterior',
  connection: 'Conexión',
  lose: 'Perderla',
  restore: 'Recuperarla',
  sound: 'Sonido',
  hearRequest: 'Escuchar una solicitud',
  hearAlarm: 'Escuchar la alarma',
  startAgain: 'Empezar de nuevo',
  obstacles: {
    notConnected: (channel) => `Sin solicitud de ${channel}: se perdió la conexión.`,
    notOnline: (channel) => `Sin solicitud de ${channel}: el representante no está en línea para este canal.`,
    wrappingUp: (channel) => `Sin solicitud de ${channel}: el representante está en trabajo posterior.`,
    outbound: (channel) => `Sin solicitud de ${channel}: el representante está en una conversación saliente.`,
    enoughOffers: (channel) => `Sin solicitud de ${channel}: no pueden sonar más ofertas nuevas a la vez.`,
    noCapacity: (channel) => `Sin solicitud de ${channel}: al representante no le queda capacidad.`,
  },
  queue: 'Cola de ejemplo',
  samples: {
    voice: {
      subject: 'El reembolso del pedido 48213 no ha llegado',
      customer: 'Ines Carvalho',
      highlights: [
        ['Plan', 'Empresa'],
        ['Casos abiertos', '2'],
      ],
    },
    messaging: {
      subject: '¿Dónde está mi router de reemplazo?',
      customer: 'Jonas Lindqvist',
      highlights: [['Pedido', '51877']],
    },
    chat: { subject: 'Cambiar la dirección de entrega', customer: 'Amara Okafor', highlights: [] },
    case: { subject: 'Llegó dañado: adjunto fotos', customer: 'Priya Nair', highlights: [] },
  },
};
