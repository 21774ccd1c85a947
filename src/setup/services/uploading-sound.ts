import { DECODER_TOLERANCE, MAX_SOUND_FILE_SIZE, type SoundDecoder } from '../../domain/alerts/sound-file.ts';
import type { SoundRecord } from '../../domain/setup/setup-api.ts';
import type { SetupClient } from '../client.ts';
import { SetupProblem } from '../problem.ts';
import type { SoundsStore } from '../stores/sounds.ts';

interface Surroundings {
  readonly client: Pick<SetupClient, 'upload' | 'sounds' | 'remove'>;
  readonly sounds: SoundsStore;
  readonly decode: SoundDecoder;
}

/** Adds and deletes custom sounds. A file is checked here first for quicker feedback; the server decides. */
export class UploadingSound {
  readonly #deps: Surroundings;
  /** What failed without an answer. */
  #retry: (() => Promise<SoundRecord | null>) | null = null;

  constructor(deps: Surroundings) {
    this.#deps = deps;
  }

  /** Fetches the list of sounds. */
  async list(): Promise<void> {
    const { client, sounds } = this.#deps;
    const found: SoundRecord[] = [];
    let cursor: string | null = null;
    do {
      const page = await client.sounds(cursor);
      found.push(...page.items);
      cursor = page.next;
    } while (cursor !== null);
    sounds.update({ sounds: found });
  }

  /** Tries again what got no answer; returns the sound if it was an upload. */
  async retry(): Promise<SoundRecord | null> {
    return (await this.#retry?.()) ?? null;
  }

  /** Returns the sound, or `null` if the file was rejected: the store says why. */
  async upload(file: File): Promise<SoundRecord | null> {
    const { client, sounds } = this.#deps;
    if (sounds.state.upload !== 'idle') return null;
    this.#retry = null;
    sounds.update({ upload: 'checking', problem: null, canRetry: false, usedBy: [] });
    try {
      const refusal = await this.#refusal(file);
      if (refusal !== null) {
        sounds.update({ problem: refusal });
        return null;
      }
      sounds.update({ upload: 'uploading' });
      const sound = await client.upload(file);
      await this.list();
      return sound;
    } catch (error) {
      this.#fail(error, () => this.upload(file));
      return null;
    } finally {
      sounds.update({ upload: 'idle' });
    }
  }

  /** Deletes a sound; one in use stays, and the store says where it is used. */
  async remove(sha256: string): Promise<void> {
    const { client, sounds } = this.#deps;
    this.#retry = null;
    sounds.update({ problem: null, canRetry: false, usedBy: [] });
    try {
      await client.remove('sounds', sha256, null);
      await this.list();
    } catch (error) {
      this.#fail(error, async () => {
        await this.remove(sha256);
        return null;
      });
    }
  }

  #fail(error: unknown, again: () => Promise<SoundRecord | null>): void {
    const canRetry = error instanceof SetupProblem && error.status === 0;
    this.#retry = canRetry ? again : null;
    const usedBy = error instanceof SetupProblem ? error.usedBy : [];
    this.#deps.sounds.update({ problem: sentenceOf(error), canRetry, usedBy });
  }

  /** Why the file cannot be a custom sound, in one sentence; `null` if it can, as far as this browser can tell. */
  async #refusal(file: File): Promise<string | null> {
    const { checkSound } = await import('../../sound-check/check-sound.ts');
    // Beyond the size limit the check only needs to see that there is more.
    const head = file.size > MAX_SOUND_FILE_SIZE ? file.slice(0, MAX_SOUND_FILE_SIZE + 1) : file;
    const bytes = new Uint8Array(await head.arrayBuffer());
    // Firefox and Safari keep the encoder's padding.
    const verdict = await checkSound(bytes, this.#deps.decode, DECODER_TOLERANCE);
    return verdict.ok ? null : verdict.sentence;
  }
}

/** The server's sentence about the file, if there is one. */
function sentenceOf(error: unknown): string {
  if (error instanceof SetupProblem) return error.violations[0]?.detail ?? error.message;
  return error instanceof Error ? error.message : String(error);
}
