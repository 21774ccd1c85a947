import { refuse, type RefusedSound } from '../domain/alerts/sound-file.ts';
import { readAdts } from './formats/adts.ts';
import { damaged, unsupported } from './counted.ts';
import { beginsStream } from './frames.ts';
import { isMpegAudio, readMp3 } from './formats/mp3.ts';
import { byteAt, hasText, u16be } from './reading.ts';
import { afterId3Tags, afterTags } from './tags.ts';

/** A format that can be walked through, and the offset where it starts. */
export interface Kind {
  readonly container: 'adts' | 'flac' | 'mp3' | 'mp4' | 'ogg' | 'wav';
  readonly from: number;
}

/** Formats recognised by their first bytes that cannot be custom sounds. */
const others: readonly (readonly [mark: string, name: string])[] = [
  ['\x1a\x45\xdf\xa3', 'a WebM or Matroska file'],
  ['RF64', 'an RF64 file'],
  ['RIFX', 'a RIFX file'],
  ['RIFF', 'a RIFF file without a WAVE in it'],
  ['FORM', 'an AIFF file'],
  ['.snd', 'an AU file'],
  ['caff', 'a CAF file'],
  ['\x30\x26\xb2\x75\x8e\x66', 'a Windows Media file'],
  ['#!AMR', 'an AMR file'],
  ['MThd', 'a MIDI file'],
  ['wvpk', 'a WavPack file'],
  ['MAC ', "a Monkey's Audio file"],
  ['TTA1', 'a True Audio file'],
  ['DSD ', 'a DSD file'],
  ['FLV', 'a Flash video'],
  ['ADIF', 'an ADIF file'],
  ['\x0b\x77', 'an AC-3 file'],
  ['\x00\x00\x01\xba', 'an MPEG video'],
];

/** Determines a file's format from its bytes. */
export function kindOf(bytes: Uint8Array): Kind | RefusedSound {
  if (hasText(bytes, 0, 'RIFF') && hasText(bytes, 8, 'WAVE')) return { container: 'wav', from: 0 };
  if (hasText(bytes, 0, 'OggS')) return { container: 'ogg', from: 0 };
  if (hasText(bytes, 4, 'ftyp')) return { container: 'mp4', from: 0 };
  const other = others.find(([mark]) => hasText(bytes, 0, mark));
  if (other) return unsupported('unsupportedContainer', other[1]);
  // A packet every 188 bytes (MPEG transport stream).
  if ([0, 188, 376].every((at) => bytes[at] === 0x47))
    return unsupported('unsupportedContainer', 'an MPEG transport stream');

  const from = afterId3Tags(bytes, 0);
  if (hasText(bytes, from, 'fLaC')) return { container: 'flac', from };
  const frames = afterTags(bytes, from);
  if (beginsStream(bytes, frames, readAdts)) return { container: 'adts', from: frames };
  if (beginsStream(bytes, frames, readMp3)) return { container: 'mp3', from: frames };
  if (isOtherLayer(bytes, frames)) return { container: 'mp3', from: frames };
  if (hasText(bytes, 0, 'ID3')) return damaged('behind its title there is no sound that can be read');
  return refuse('notASound', `This is ${nameOf(bytes)}, not a sound.`);
}

/** Whether another MPEG audio layer starts here: its header repeats shortly after. */
function isOtherLayer(bytes: Uint8Array, from: number): boolean {
  if (!isMpegAudio(bytes, from) || readMp3(bytes, from)) return false;
  for (let at = from + 4; at < from + 4096; at += 1)
    if (u16be(bytes, at) === u16be(bytes, from) && isMpegAudio(bytes, at)) return true;
  return false;
}

function nameOf(bytes: Uint8Array): string {
  const pictures = ['\x89PNG', '\xff\xd8\xff', 'GIF8', 'BM'];
  if (pictures.some((mark) => hasText(bytes, 0, mark))) return 'a picture';
  if (hasText(bytes, 0, '%PDF')) return 'a PDF';
  if (hasText(bytes, 0, 'PK\x03\x04')) return 'a ZIP archive';
  const start = Math.min(bytes.length, 512);
  for (let at = 0; at < start; at += 1) {
    const byte = byteAt(bytes, at);
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) return 'something unknown';
  }
  return 'a text file';
}
