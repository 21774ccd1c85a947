#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { exportCommand } from './export-command.ts';
import { importCommand } from './import-command.ts';
import { SetupApi, UsageError } from './setup-api.ts';

/**
 * The command line of Setup: imports Salesforce metadata into a running server, and exports it. Exit codes: 0 there is
 * nothing to do, or it is done; 1 an error; 2 there are changes; 3 choices are needed.
 */

const usage = `Usage:
  omni-channel import <folder|zip> --plan [--json] [--users users.csv] [--choices choices.json]
  omni-channel import <folder|zip> --apply [--users users.csv] [--choices choices.json]
  omni-channel export <folder> [--format sfdx|metadata]

Options:
  --api <address>        the server's address; OMNI_CHANNEL_API by default
  --plan                 says what an import would do, and writes nothing
  --apply                imports
  --json                 prints the plan as JSON
  --users <file>         CSV with a username and an id in each line; kept once it is applied
  --choices <file>       JSON with the choices that a plan asks for
  --fail-on <what>       exits with 1: changed (a record would change) or not-mapped (a part has no place)
  --format <format>      the layout of an export: sfdx (the default) or metadata

The token comes from OMNI_CHANNEL_TOKEN. It needs the permission customize-application.
Exit codes: 0 nothing to do, or done; 1 error; 2 there are changes; 3 choices are needed.`;

async function run(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      api: { type: 'string' },
      plan: { type: 'boolean', default: false },
      apply: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      users: { type: 'string' },
      choices: { type: 'string' },
      'fail-on': { type: 'string', multiple: true, default: [] },
      format: { type: 'string', default: 'sfdx' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    console.info(usage);
    return 0;
  }
  const [command, path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new UsageError(usage);
  const api = SetupApi.of(values.api);
  if (command === 'export') return exportCommand(api, path, values.format);
  if (command !== 'import' || values.plan === values.apply) throw new UsageError(usage);
  return importCommand(api, path, values);
}

try {
  process.exitCode = await run();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
