import { expect } from '@open-wc/testing';
import { Howl, Howler } from 'howler';

describe('howler', () => {
  it('leaves window alone', () => {
    const written = ['Howl', 'Howler', 'HowlerGlobal', 'Sound'].filter((name) => name in window);
    expect(written).to.deep.equal([]);
  });

  it('loads a sound', async () => {
    const sound = new Howl({ src: [silence()], format: ['wav'], html5: false });
    await new Promise((loaded, failed) => {
      sound.once('load', loaded).once('loaderror', (_, why) => failed(new Error(String(why))));
    });
    expect(sound.state()).to.equal('loaded');
    expect(sound.duration()).to.be.closeTo(0.1, 0.001);
    expect(Howler.ctx).to.be.instanceOf(AudioContext);
    sound.unload();
  });
});

/** A tenth of a second of silence: 8 kHz, 8 bit, one channel. */
function silence(): string {
  const samples = 800;
  const wav = new DataView(new ArrayBuffer(44 + samples));
  const text = (at: number, value: string) =>
    [...value].forEach((c, i) => wav.setUint8(at + i, c.charCodeAt(0)));
  text(0, 'RIFF');
  wav.setUint32(4, 36 + samples, true);
  text(8, 'WAVEfmt ');
  wav.setUint32(16, 16, true);
  wav.setUint16(20, 1, true);
  wav.setUint16(22, 1, true);
  wav.setUint32(24, 8000, true);
  wav.setUint32(28, 8000, true);
  wav.setUint16(32, 1, true);
  wav.setUint16(34, 8, true);
  text(36, 'data');
  wav.setUint32(40, samples, true);
  for (let i = 0; i < samples; i++) wav.setUint8(44 + i, 128);
  return `data:audio/wav;base64,${btoa(String.fromCharCode(...new Uint8Array(wav.buffer)))}`;
}
