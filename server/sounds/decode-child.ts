/**
 * The process that decodes one sound: `node decode-child.ts <format> <limit of memory, bytes>`, the file on stdin. It
 * writes one line of JSON to stdout when it is ready and one with its result, then exits. A file may be crafted to
 * break a decoder, so this is a separate process, which its parent may kill at any time.
 */
import { buffer } from 'node:stream/consumers';
import { MAX_SOUND_LENGTH } from '../../src/domain/configuration/effective-configuration.ts';
import { sendMessage } from './child-messages.ts';
import { decodeFile } from './decode-file.ts';
import { decodedFormats } from './stream-decoders.ts';

const format = decodedFormats.find((known) => known === process.argv[2]);
const memory = Number(process.argv[3]);
if (!format || !(memory > 0)) throw new Error('Name the format and the limit of memory.');

sendMessage(
  await decodeFile(await buffer(process.stdin), {
    format,
    longest: MAX_SOUND_LENGTH,
    isTooExpensive: () => process.memoryUsage.rss() > memory,
    ready: () => sendMessage({ kind: 'ready' }),
  }),
);
process.exit(0);
