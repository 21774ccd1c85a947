const RATE = 44_100;
const HEADER = 44;

/** A WAV file with a pure tone: mono, 16 bits a sample. */
export function tone(hertz: number, seconds: number): Uint8Array<ArrayBuffer> {
  const samples = Math.round(seconds * RATE);
  const file = new DataView(new ArrayBuffer(HEADER + samples * 2));
  const write = (at: number, text: string) => {
    for (const [offset, letter] of [...text].entries()) file.setUint8(at + offset, letter.charCodeAt(0));
  };
  write(0, 'RIFF');
  file.setUint32(4, file.byteLength - 8, true);
  write(8, 'WAVEfmt ');
  file.setUint32(16, 16, true);
  file.setUint16(20, 1, true);
  file.setUint16(22, 1, true);
  file.setUint32(24, RATE, true);
  file.setUint32(28, RATE * 2, true);
  file.setUint16(32, 2, true);
  file.setUint16(34, 16, true);
  write(36, 'data');
  file.setUint32(40, samples * 2, true);
  for (let at = 0; at < samples; at += 1)
    file.setInt16(HEADER + at * 2, Math.sin((2 * Math.PI * hertz * at) / RATE) * 16_000, true);
  return new Uint8Array(file.buffer);
}
