import type { RecordState } from '../../../src/domain/import/import-plan.ts';
import type { RemarkWords } from './import-remarks.ts';

const count = (value: number, one: string, many: string) => `${value} ${value === 1 ? one : many}`;

/** The tabs of a plan: the states of its records, what belongs to the import as a whole, and the records only here. */
export type PlanTab = RecordState | 'onlyHere';

/** The words of import and export in English. */
export const importEn = {
  lead: 'Presence configurations, statuses, channels, routing configurations, decline reasons and queues of a Salesforce org.',
  importTitle: 'Import',
  nothingYet: 'Nothing is written before you have seen the plan and applied it.',
  drop: 'Drop a project folder, a retrieved zip, or single files here',
  dropMore: 'A CSV with usernames and ids, put beside them, says who the users are.',
  folder: 'Choose a folder',
  files: 'Choose files or a zip',
  noMetadata: 'There is no metadata of Omni-Channel among these files.',
  reading: (files: number) => `Reading ${count(files, 'file', 'files')}…`,
  cancel: 'Cancel',
  exportTitle: 'Export',
  exportLead: 'The same files back: what was imported and has no place here is written back too.',
  exportAs: { sfdx: 'Download as a project', metadata: 'Download as a package' },
  planTitle: 'The plan',
  readFrom: (files: number, ignored: number, refused: number) =>
    `${[
      `${count(files, 'file', 'files')} read`,
      ignored > 0 ? `${ignored} ignored` : '',
      refused > 0 ? `${refused} not read` : '',
    ]
      .filter((part) => part !== '')
      .join(', ')}.`,
  parts: (parts: number) => `${count(parts, 'part has', 'parts have')} no place here.`,
  tabs: 'Records by what becomes of them',
  states: {
    new: 'New',
    changed: 'Changed',
    same: 'Same',
    needsChoice: 'Needs a choice',
    notMapped: 'Not mapped',
    leftOut: 'Left out',
    onlyHere: 'Only here',
  } as Record<PlanTab, string>,
  none: { needsChoice: 'Every choice is made.', other: 'There is none.' },
  onlyHereLead: 'These are not in the files. They stay as they are.',
  general: 'About the import',
  moves: 'Who moves',
  movesLead: 'These get another presence configuration. Requests that are already waiting do not change.',
  noOwn: 'none of their own',
  field: 'Field',
  here: 'Here',
  after: 'After the import',
  line: (line: number) => `line ${line}`,
  place: (file: string, line: number | null) => (line === null ? file : `${file}, line ${line}`),
  found: (text: string) => `In the file: ${text}`,
  /** A sentence that is made to stand beside its field. */
  ofField: (field: string, sentence: string) => `${field}: ${sentence}`,
  leaveOut: 'Leave out',
  takeBack: 'Import it after all',
  choice: 'Your choice',
  choose: 'Choose…',
  fixes: {
    use: (value: string) => `Use ${value}`,
    enter: 'Enter a value',
    leaveOut: 'Leave it out',
    create: 'Create it',
  },
  value: 'Value',
  take: 'Take it',
  newRecord: 'A new record',
  apply: 'Apply the import',
  applying: 'Applying…',
  choicesOpen: (open: number) => `${count(open, 'choice is', 'choices are')} open`,
  startOver: 'Start over',
  planAgain: 'Make the plan again',
  done: (records: number, moved: number) =>
    `Done: ${count(records, 'record', 'records')} written, ${count(moved, 'assignment', 'assignments')} moved.`,
  undo: 'Undo this import',
  undone: (records: number) => `Undone: ${count(records, 'record', 'records')} put back.`,
  report: 'Download the report',
  reportAs: { json: 'JSON', csv: 'CSV' },
  another: 'Import something else',
  /** What remarks say in this language; `null`: in English, as they come. */
  remarks: null as RemarkWords | null,
};
export type ImportWords = typeof importEn;
