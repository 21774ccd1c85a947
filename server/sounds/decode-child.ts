/**
 * The process that decodes one sound: `node decode-child.ts <format> <limit of memory, bytes>`, the file on stdin. On
 * stdout it says one line of JSON when it is ready, and one when it knows; then it ends. What it decodes may be made to
 * break a decoder, which is why it is a process of its own: whoever started it may kill it at any time.
 */
import { buffer } from 'node:stream/consumers';
import { MAX_SOUND_LENGTH } from '../../src/domain/configuration/effective-configuration.ts';
import { say } from './child-messages.ts';
import { decodeFile } from './decode-file.ts';
import { decodedFormats } from './stream-decoders.ts';

const format = decodedFormats.find((known) => known === process.argv[2]);
const memory = Number(process.argv[3]);
if (!format || !(memory > 0)) throw new Error('Name the format and the limit of memory.');

say(
  await decodeFile(await buffer(process.stdin), {
    format,
    longest: MAX_SOUND_LENGTH,
    isTooExpensive: () => process.memoryUsage.rss() > memory,
    ready: () => say({ kind: 'ready' }),
  }),
);
process.exit(0);
