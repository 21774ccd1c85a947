import type { SetupStrings } from '../../../assets/locales/setup/setup.en.ts';
import type { ProfileRow, UserRow } from '../../../src/domain/setup/setup-api.ts';

/** The pages of Setup. */
export type PageName = keyof SetupStrings['pages'];

/* Requests of Setup's elements. They stay within Setup: its root element handles them. */

abstract class SetupEvent extends Event {
  constructor(type: string) {
    super(type, { bubbles: true, composed: true });
  }
}

/** The user changed a field of the open record. */
export class SettingChangeEvent extends SetupEvent {
  constructor(
    readonly pointer: string,
    readonly value: unknown,
  ) {
    super('omni-setting-change');
  }
}

/** The user left a field. */
export class SettingLeaveEvent extends SetupEvent {
  constructor(readonly pointer: string) {
    super('omni-setting-leave');
  }
}

/** The user changed the assignments. */
export class PeopleChangeEvent extends SetupEvent {
  constructor(
    readonly people: { readonly users?: readonly UserRow[]; readonly profiles?: readonly ProfileRow[] },
  ) {
    super('omni-people-change');
  }
}

/** The user searches for users to assign. */
export class FindUsersEvent extends SetupEvent {
  constructor(readonly search: string) {
    super('omni-find-users');
  }
}

/** The user asks for more users. */
export class MoreUsersEvent extends SetupEvent {
  constructor() {
    super('omni-more-users');
  }
}

/** The user asks again for users that could not be loaded. */
export class RetryUsersEvent extends SetupEvent {
  constructor() {
    super('omni-retry-users');
  }
}

/** The user asks again for the reps whose nickname or alias is blank. */
export class RetryNamelessEvent extends SetupEvent {
  constructor() {
    super('omni-retry-nameless');
  }
}

/** The user plays a sound (its SHA-256, or `default`), or stops the playing one. */
export class PlaySoundEvent extends SetupEvent {
  constructor(readonly sound: string) {
    super('omni-play-sound');
  }
}

/** The user chose a file to upload; if it is accepted, it becomes the value of this field. */
export class UploadSoundEvent extends SetupEvent {
  constructor(
    readonly file: File,
    readonly pointer: string,
  ) {
    super('omni-upload-sound');
  }
}

/** The user deletes a sound. */
export class RemoveSoundEvent extends SetupEvent {
  constructor(readonly sha256: string) {
    super('omni-remove-sound');
  }
}

/** The user tries again what was done with a sound and got no answer; a sound uploaded then is this field's value. */
export class RetrySoundEvent extends SetupEvent {
  constructor(readonly pointer: string) {
    super('omni-retry-sound');
  }
}

/** The user's action on the open record. */
export class RecordActionEvent extends SetupEvent {
  constructor(readonly action: 'save' | 'discard' | 'delete' | 'undo' | 'history' | 'showProblem') {
    super('omni-record-action');
  }
}

/** The user resolved the differences between two versions: at these pointers in favour of their own. */
export class MergeEvent extends SetupEvent {
  constructor(readonly mine: readonly string[]) {
    super('omni-merge');
  }
}

/** The user opens another record; `null` for a new one. */
export class OpenRecordEvent extends SetupEvent {
  constructor(
    readonly recordId: string | null,
    /** Its page; `null` for the present one. */
    readonly page: PageName | null = null,
  ) {
    super('omni-open-record');
  }
}

/** The user searches a list of records. */
export class FindRecordsEvent extends SetupEvent {
  constructor(readonly search: string) {
    super('omni-find-records');
  }
}

/** The user asks again for a list that could not be loaded. */
export class RetryListEvent extends SetupEvent {
  constructor() {
    super('omni-retry-list');
  }
}

/** The user asks for more of a list of records. */
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
    'omni-retry-users': RetryUsersEvent;
    'omni-retry-nameless': RetryNamelessEvent;
    'omni-play-sound': PlaySoundEvent;
    'omni-upload-sound': UploadSoundEvent;
    'omni-remove-sound': RemoveSoundEvent;
    'omni-record-action': RecordActionEvent;
    'omni-merge': MergeEvent;
    'omni-open-record': OpenRecordEvent;
    'omni-find-records': FindRecordsEvent;
    'omni-more-records': MoreRecordsEvent;
    'omni-retry-list': RetryListEvent;
    'omni-retry-sound': RetrySoundEvent;
  }
}
