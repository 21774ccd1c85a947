import { render, wav, type Score } from './synthesis.ts';

/*
 * The panel's built-in sounds. They are synthesised at run time from these numbers, so that they ring without a
 * network and take no room in the package. `node scripts/sounds.ts` writes them to assets/sounds for listening.
 */

/** Two rising marimba notes a fifth apart, struck twice: a call, not an alarm. */
const request: Score = {
  lengthSeconds: 1.6,
  attack: 0.003,
  tones: [
    { at: 0, pitch: 659.26, decay: 0.3, strength: 0.9 },
    { at: 0.15, pitch: 987.77, decay: 0.34, strength: 1 },
    { at: 0.52, pitch: 659.26, decay: 0.3, strength: 0.8 },
    { at: 0.67, pitch: 987.77, decay: 0.34, strength: 0.9 },
  ],
  // A wooden bar is tuned to the fourth and about the tenth partial, which fade first.
  partials: [
    { times: 1, loud: 1, fades: 1 },
    { times: 3.93, loud: 0.28, fades: 4 },
    { times: 9.2, loud: 0.08, fades: 9 },
  ],
};

/** Three falling reed tones: something has stopped. */
const connectionLoss: Score = {
  lengthSeconds: 1.5,
  attack: 0.02,
  tones: [
    { at: 0, pitch: 783.99, decay: 0.26, strength: 1 },
    { at: 0.3, pitch: 622.25, decay: 0.26, strength: 1 },
    { at: 0.6, pitch: 466.16, decay: 0.42, strength: 1 },
  ],
  partials: [
    { times: 1, loud: 1, fades: 1 },
    { times: 2, loud: 0.25, fades: 1.3 },
    { times: 3, loud: 0.4, fades: 1.6 },
    { times: 5, loud: 0.16, fades: 2.4 },
  ],
};

const scores = { request, connectionLoss };
export type OwnSound = keyof typeof scores;

/** One of the built-in sounds as a WAV file. */
export function ownSound(name: OwnSound): Uint8Array<ArrayBuffer> {
  return wav(render(scores[name]));
}
