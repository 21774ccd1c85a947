import { walkSound } from '../../src/sound-check/check-sound.ts';

/** The parts of an entry of truth.json that the table in the documentation shows. */
interface Known {
  readonly file: string;
  readonly what: string;
  readonly expected: string;
  readonly bytes: number;
  readonly decoded: { readonly seconds: number } | null;
}

/** The table of all files: what each is, what ffmpeg's decoder finds, and the verdict of the walk. */
export function filesTable(known: readonly Known[], read: (file: string) => Uint8Array): string {
  const rows = known.map(({ file, what, expected, bytes, decoded }) => {
    const walked = walkSound(read(file));
    const says = walked.ok ? `${walked.seconds.toFixed(2)} s` : walked.sentence;
    const length = decoded ? `${decoded.seconds.toFixed(2)} s` : 'nothing';
    return [file, what, String(bytes), length, expected, says];
  });
  const head = ['file', 'what it is', 'bytes', 'as decoded by ffmpeg', 'verdict', 'what the walk says'];
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

/** Replaces the part of a document between two comments with its name. */
export function replacePart(document: string, name: string, content: string): string {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  const from = document.indexOf(begin);
  const to = document.indexOf(end);
  if (from < 0 || to < from) throw new Error(`There is no part ${name}.`);
  return `${document.slice(0, from + begin.length)}\n\n${content}\n\n${document.slice(to)}`;
}
