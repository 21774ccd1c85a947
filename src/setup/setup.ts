import type { Timers } from '../domain/time.ts';
import type { Id } from '../domain/values.ts';
import { createHttp } from '../platform/network/http.ts';
import { Ringer } from '../platform/sound/ringer.ts';
import { browserSoundDecoder } from '../platform/sound/sound-decoder.ts';
import { pageTimers } from '../platform/time/timers.ts';
import { TokenSource, type Token } from '../platform/network/token.ts';
import { SetupClient, type Resource } from './client.ts';
import { Auditing } from './services/auditing.ts';
import { changeField, changePeople, leaveField } from './services/changing.ts';
import { fetchChoices } from './services/choosing.ts';
import { Importing } from './services/importing.ts';
import { ImportingStore } from './stores/importing.ts';
import type { Choice } from '../domain/import/import-plan.ts';
import type { ChosenFile } from '../platform/dropped-files.ts';
import { FindingNameless } from './services/finding-nameless.ts';
import { Explaining } from './services/explaining.ts';
import { FindingUsers } from './services/finding-users.ts';
import { Navigation } from './services/navigation.ts';
import { guardPage, hasUnsaved } from './services/guarding.ts';
import { ListLoader } from './services/listing.ts';
import { Opening } from './services/opening.ts';
import { Overviewing } from './services/overviewing.ts';
import { PlayingSound } from './services/playing-sound.ts';
import { Saving } from './services/saving.ts';
import { UploadingSound } from './services/uploading-sound.ts';
import { AuditStore, type AuditFilter } from './stores/audit.ts';
import { ChoicesStore } from './stores/choices.ts';
import { DirectoryStore } from './stores/directory.ts';
import { EditingStore, type People } from './stores/editing.ts';
import { ExplanationStore } from './stores/explanation.ts';
import { NamelessStore } from './stores/nameless.ts';
import { ListStore } from './stores/list.ts';
import { OverviewStore } from './stores/overview.ts';
import { PlaceStore, type Place } from './stores/place.ts';
import { SoundsStore } from './stores/sounds.ts';

export type { Token } from '../platform/network/token.ts';
export type { Resource } from './client.ts';
export { currentOf } from './client.ts';
export { fieldApplies, isWithin, violationsOf } from './services/changing.ts';
export { repsOf } from './services/finding-nameless.ts';
export type { NamelessState } from './stores/nameless.ts';
export type { Choices } from './stores/choices.ts';
export { changesIn, type Editing, type People } from './stores/editing.ts';
export type { DirectoryState } from './stores/directory.ts';
export { isRecord, NEW, type PageName, type Place } from './stores/place.ts';
export type { SoundsState } from './stores/sounds.ts';
export { chosenFiles, droppedFiles } from '../platform/dropped-files.ts';
export type { ImportingState } from './stores/importing.ts';
export type { AuditFilter, AuditState } from './stores/audit.ts';

/** The options that the Setup element provides; read again whenever needed. */
export interface SetupOptions {
  readonly apiAddress: string;
  readonly token: Token;
}

/** Replacements for browser features in tests. */
export interface SetupPlatform {
  readonly timers: Timers;
  readonly ringer: Ringer;
}

export type Setup = ReturnType<typeof createSetup>;

/** The composition root of Setup: creates its parts and connects them. Nothing runs before `start()`. */
export function createSetup(options: SetupOptions, platform: Partial<SetupPlatform> = {}) {
  const { timers = pageTimers } = platform;
  const ringer = platform.ringer ?? new Ringer(timers);
  const tokens = new TokenSource(
    () => options.token,
    () => timers.now(),
  );
  const client = new SetupClient(
    createHttp(
      () => options.apiAddress,
      (fresh) => tokens.get(fresh),
      timers,
    ),
  );
  const stores = {
    list: new ListStore(),
    editing: new EditingStore(),
    choices: new ChoicesStore(),
    directory: new DirectoryStore(),
    nameless: new NamelessStore(),
    sounds: new SoundsStore(),
    audit: new AuditStore(),
    explanation: new ExplanationStore(),
    place: new PlaceStore(),
    overview: new OverviewStore(),
    importing: new ImportingStore(),
  };
  const listing = new ListLoader({ client, list: stores.list });
  const findingUsers = new FindingUsers({ client, directory: stores.directory });
  const findingNameless = new FindingNameless({
    client,
    editing: stores.editing,
    nameless: stores.nameless,
  });
  const uploading = new UploadingSound({
    client,
    sounds: stores.sounds,
    decode: browserSoundDecoder(timers),
  });
  const playing = new PlayingSound({ client, sounds: stores.sounds, ringer });
  const overviewing = new Overviewing({ client, overview: stores.overview, place: stores.place });
  const auditing = new Auditing({
    client,
    audit: stores.audit,
    undone: () => saving.undone(),
  });
  const hasSounds = (resource: Resource) =>
    resource === 'presence-configurations' || resource === 'service-channels';
  const beginMembers = async (id: Id | null) =>
    findingUsers.begin(id === null ? [] : await client.members(id));
  const opening = new Opening({
    client,
    editing: stores.editing,
    prepare: async (resource, id) => {
      await Promise.all([
        fetchChoices(resource, { client, choices: stores.choices }),
        hasSounds(resource) ? uploading.list() : null,
        resource === 'presence-configurations' ? findingUsers.begin() : null,
        resource === 'queues' ? beginMembers(id) : null,
      ]);
    },
  });
  const explaining = new Explaining({
    client,
    explanation: stores.explanation,
    prepare: async () => {
      await Promise.all([fetchChoices('explain', { client, choices: stores.choices }), uploading.list()]);
    },
  });
  const going = new Navigation({
    place: stores.place,
    editing: stores.editing,
    listing,
    opening,
    explaining,
  });
  const saving = new Saving({
    client,
    editing: stores.editing,
    choices: stores.choices,
    learn: async (resource, id) => {
      if (resource === 'queues') stores.directory.know(await client.members(id));
    },
    changed: () => void listing.refresh(),
  });
  const importing = new Importing({
    client,
    importing: stores.importing,
    changed: () => void overviewing.load(),
  });
  let stop: (() => void) | null = null;

  return {
    stores,
    handlers: {
      begin: (place: Place) => going.start(place),
      go: (place: Place) => going.go(place),
      search: (text: string) => listing.search(text),
      more: () => listing.more(),
      retryList: () => listing.retry(),
      open: (resource: Resource, id: Id | null) => opening.open(resource, id),
      change: (pointer: string, value: unknown) => changeField(stores.editing, pointer, value),
      leave: (pointer: string) => leaveField(stores.editing, pointer),
      changePeople: (people: Partial<People>) => changePeople(stores.editing, people),
      findUsers: (text: string) => findingUsers.search(text),
      moreUsers: () => findingUsers.more(),
      retryUsers: () => findingUsers.retry(),
      retryNameless: () => findingNameless.retry(),
      save: () => saving.save(),
      undo: () => saving.undo(),
      uses: () => saving.uses(),
      remove: () => saving.remove(),
      merge: (mine: readonly string[]) => saving.merge(mine),
      playSound: (sound: string) => playing.toggle(sound),
      uploadSound: (file: File) => uploading.upload(file),
      removeSound: (sha256: string) => uploading.remove(sha256),
      retrySound: () => uploading.retry(),
      openAudit: (about: { readonly resource: string; readonly id: Id } | null) => auditing.open(about),
      loadOverview: () => overviewing.load(),
      importFiles: (chosen: Promise<readonly ChosenFile[]>) => importing.read(chosen),
      chooseFix: (remark: string, choice: Choice | null) => importing.choose(remark, choice),
      leaveOut: (key: string, isOut: boolean) => importing.leaveOut(key, isOut),
      planAgain: () => importing.planAgain(),
      applyImport: () => importing.apply(),
      undoImport: () => importing.undo(),
      exported: (format: 'sfdx' | 'metadata') => importing.exported(format),
      startOver: () => importing.startOver(),
      filterAudit: (filter: AuditFilter) => auditing.filter(filter),
      moreAudit: () => auditing.more(),
      retryAudit: () => auditing.retry(),
      undoChange: (change: Id) => auditing.undo(change),
      closeAudit: () => auditing.close(),
      hasUnsaved: () => hasUnsaved(stores.editing),
    },
    start(): void {
      stop ??= guardPage(stores.editing);
    },
    stop(): void {
      stop?.();
      stop = null;
      playing.stop();
      ringer.release();
    },
  };
}
