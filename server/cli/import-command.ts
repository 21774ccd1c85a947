import * as v from 'valibot';
import { choicesSchema, type Choices, type ImportPlan } from '../../src/domain/import/import-plan.ts';
import { fileAt, filesAt } from './files.ts';
import { planText } from './plan-text.ts';
import { UsageError, type SetupApi } from './setup-api.ts';

interface ImportOptions {
  readonly apply: boolean;
  readonly json: boolean;
  readonly users?: string | undefined;
  readonly choices?: string | undefined;
  readonly 'fail-on': readonly string[];
}

const failures = ['changed', 'not-mapped'];

/** Plans an import, and applies it if that was asked for. Returns the exit code. */
export async function importCommand(api: SetupApi, path: string, options: ImportOptions): Promise<number> {
  const failOn = options['fail-on'];
  if (failOn.some((what) => !failures.includes(what)))
    throw new UsageError('--fail-on is changed or not-mapped.');
  const files = await filesAt(path);
  if (options.users !== undefined) files.push(await fileAt(options.users, 'users.csv'));
  const choices = await choicesIn(options.choices);
  const first = await api.plan(files);
  const hasChoices = Object.keys(choices.fixes).length + choices.leftOut.length > 0;
  const plan = hasChoices ? await api.replan(first.id, choices) : first;
  if (options.json) console.info(JSON.stringify(plan, null, 2));
  else console.info(planText(plan));
  const { changed, needsChoice, parts } = plan.counts;
  if ((failOn.includes('changed') && changed > 0) || (failOn.includes('not-mapped') && parts > 0)) return 1;
  if (needsChoice > 0) return 3;
  if (!options.apply) return hasChanges(plan) ? 2 : 0;
  const { applied, moved, changeId } = await api.apply(plan.id, choices);
  if (!options.json)
    console.info(
      `\nDone: ${String(applied)} records written, ${String(moved.length)} moved. Change ${changeId}.`,
    );
  return 0;
}

const hasChanges = ({ counts, moves }: ImportPlan): boolean => counts.new + counts.changed + moves.length > 0;

async function choicesIn(file: string | undefined): Promise<Choices> {
  if (file === undefined) return { fixes: {}, leftOut: [] };
  const { bytes } = await fileAt(file, file);
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), choicesSchema), new TextDecoder().decode(bytes));
  if (!read.success)
    throw new UsageError(
      `${file} is not as choices are: { "fixes": { "<id>": { "fix": "<id>" } }, "leftOut": [] }.`,
    );
  return read.output;
}
