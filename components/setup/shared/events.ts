import type { ProfileRow, UserRow } from '../../../src/domain/setup/setup-api.ts';

/*
 * What elements of Setup ask for. They stay within Setup: its root answers them.
 */

abstract class SetupEvent extends Event {
  constructor(type: string) {
    super(type, { bubbles: true, composed: true });
  }
}

/** The person changed a field of the record under edit. */
export class SettingChangeEvent extends SetupEvent {
  constructor(
    readonly pointer: string,
    readonly value: unknown,
  ) {
    super('omni-setting-change');
  }
}

/** The person left a field. */
export class SettingLeaveEvent extends SetupEvent {
  constructor(readonly pointer: string) {
    super('omni-setting-leave');
  }
}

/** The person changed who is assigned. */
export class PeopleChangeEvent extends SetupEvent {
  constructor(
    readonly people: { readonly users?: readonly UserRow[]; readonly profiles?: readonly ProfileRow[] },
  ) {
    super('omni-people-change');
  }
}

/** The person looks for users that could be assigned. */
export class FindUsersEvent extends SetupEvent {
  constructor(readonly text: string) {
    super('omni-find-users');
  }
}

/** The person wants to see more users than there are here. */
export class MoreUsersEvent extends SetupEvent {
  constructor() {
    super('omni-more-users');
  }
}

/** The person wants to hear a sound (its SHA-256, or `default`), or hears it and wants silence. */
export class PlaySoundEvent extends SetupEvent {
  constructor(readonly sound: string) {
    super('omni-play-sound');
  }
}

/** The person chose a file to upload; where it is taken, it becomes the value of this field. */
export class UploadSoundEvent extends SetupEvent {
  constructor(
    readonly file: File,
    readonly pointer: string,
  ) {
    super('omni-upload-sound');
  }
}

/** The person wants a sound deleted. */
export class RemoveSoundEvent extends SetupEvent {
  constructor(readonly sha256: string) {
    super('omni-remove-sound');
  }
}

/** What the person wants done with the record under edit. */
export class RecordActionEvent extends SetupEvent {
  constructor(readonly action: 'save' | 'discard' | 'delete' | 'undo' | 'history' | 'showProblem') {
    super('omni-record-action');
  }
}

/** The person chose what holds of two versions: at these pointers their own. */
export class MergeEvent extends SetupEvent {
  constructor(readonly mine: readonly string[]) {
    super('omni-merge');
  }
}

/** The person wants another record opened; `null`: a new one. */
export class OpenRecordEvent extends SetupEvent {
  constructor(
    readonly recordId: string | null,
    /** The page it is on; `null`: the one that is shown. */
    readonly page: 'presence-configurations' | null = null,
  ) {
    super('omni-open-record');
  }
}

/** The person looks for records in the list. */
export class FindRecordsEvent extends SetupEvent {
  constructor(readonly text: string) {
    super('omni-find-records');
  }
}

/** The person wants to see more of a list of records. */
export class MoreRecordsEvent extends SetupEvent {
  constructor() {
    super('omni-more-records');
  }
}

declare global {
  interface HTMLElementEventMap {
    'omni-setting-change': SettingChangeEvent;
    'omni-setting-leave': SettingLeaveEvent;
    'omni-people-change': PeopleChangeEvent;
    'omni-find-users': FindUsersEvent;
    'omni-more-users': MoreUsersEvent;
    'omni-play-sound': PlaySoundEvent;
    'omni-upload-sound': UploadSoundEvent;
    'omni-remove-sound': RemoveSoundEvent;
    'omni-record-action': RecordActionEvent;
    'omni-merge': MergeEvent;
    'omni-open-record': OpenRecordEvent;
    'omni-find-records': FindRecordsEvent;
    'omni-more-records': MoreRecordsEvent;
  }
}
