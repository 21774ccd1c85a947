import type { SoundRecord, UsedBy } from '../../domain/setup/setup-api.ts';
import { Store } from '../../stores/store.ts';

export interface SoundsState {
  readonly sounds: readonly SoundRecord[];
  /** The SHA-256 of the playing sound, or `default`; `null` if none is playing. */
  readonly playing: string | null;
  /** The progress of an upload. */
  readonly upload: 'idle' | 'checking' | 'uploading';
  /** Why a file was rejected, or a sound could not be played or deleted: one sentence. */
  readonly problem: string | null;
  /** Whether the same may be tried again: there was no answer. */
  readonly canRetry: boolean;
  /** Where a sound that cannot be deleted is used. */
  readonly usedBy: UsedBy;
}

/** The custom sounds. */
export class SoundsStore extends Store<SoundsState> {
  constructor() {
    super({ sounds: [], playing: null, upload: 'idle', problem: null, canRetry: false, usedBy: [] });
  }

  update(change: Partial<SoundsState>): void {
    this.replace({ ...this.state, ...change });
  }
}
