import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ImportPlan } from '../../../src/domain/import/import-plan.ts';
import { filesIn, metadata, planOf, recordIn, saidOf, setupHere } from './metadata-files.ts';

/** The state of each record, by its full name. */
const statesOf = ({ records }: ImportPlan) =>
  Object.fromEntries(records.map(({ fullName, state }) => [fullName, state]));
/** Everything that needs a choice: its record, its field, its sentence, and the value of its first fix. */
const choicesIn = ({ records }: ImportPlan) =>
  Object.fromEntries(
    records.flatMap(({ fullName, remarks }) =>
      remarks
        .filter(({ needsChoice }) => needsChoice)
        .map(({ pointer, sentence, fixes, params }) => [
          `${fullName} ${pointer ?? ''}`,
          [sentence, params.found ?? params.value ?? '', fixes[0]?.value],
        ]),
    ),
  );
describe('references', () => {
  test('those that do not resolve are named with their line', async () => {
    const { plan } = await planOf(filesIn('04-references'));
    const missing = (name: string) =>
      recordIn(plan, name).remarks.flatMap(({ kind, line, sentence }) =>
        kind === 'missing' ? `${String(line)}: ${sentence}` : [],
      );
    assert.deepEqual(missing('Dangling'), [
      '14: presenceStatusOnDecline: No_Such_Status is neither in these files nor here.',
      '8: declineReasons: No_Such_Reason is neither in these files nor here.',
      '5: The user no.such.user@example.com is not known here: a list of username and id says who it is.',
      '4: The profile NoSuchProfile is not here: create it, choose another one, or leave it out.',
      '4: The profile Force.com - Free User is not here: create it, choose another one, or leave it out.',
      '4: The profile bad%ZZname is not here: create it, choose another one, or leave it out.',
    ]);
    assert.ok(saidOf(plan, 'Dangling').includes('declineReasons names Wrong_Queue twice; it counts once.'));
  });

  test('a record is imported without what it can do without, and not without what it needs', async () => {
    const { plan } = await planOf(filesIn('04-references'));
    assert.deepEqual(statesOf(plan), {
      Both_Weights: 'needsChoice',
      Dangling: 'new',
      Empty_Channels: 'new',
      External: 'needsChoice',
      Missing_Routing: 'needsChoice',
      No_Channel_File: 'needsChoice',
      No_Routing: 'notMapped',
      Object_Channel: 'new',
      Wrong_Queue: 'new',
      sfdc_liveagent: 'new',
    });
    assert.deepEqual(saidOf(plan, 'No_Routing'), [
      'This is not an Omni-Channel queue: it has no routing configuration.',
    ]);
    assert.ok(
      saidOf(plan, 'sfdc_liveagent').includes(
        'The file does not say what its work is; by its name the channel is for chat.',
      ),
    );
  });

  test('users are found whatever the case of their names, and Admin is the System Administrator', async () => {
    const { plan } = await planOf(filesIn('04-references'));
    assert.deepEqual(
      plan.moves.map(({ id }) => id),
      ['amina', 'administrators'],
    );
  });

  test('a profile that is not here can be created, or another one chosen', async () => {
    const files = filesIn('04-references');
    const { plan } = await planOf(files);
    const about = (name: string) =>
      recordIn(plan, 'Dangling').remarks.find(({ params }) => params.name === name)!.id;
    const { plan: chosen, assignments } = await planOf(files, {
      fixes: {
        [about('Force.com - Free User')]: { fix: 'create' },
        [about('NoSuchProfile')]: { fix: 'leaveOut' },
      },
    });
    assert.deepEqual(
      assignments.created.map(({ fields }) => fields),
      [{ name: 'Force.com - Free User', developerName: 'Force_com_Free_User', statusIds: [] }],
    );
    assert.equal(chosen.moves.at(-1)?.name, 'Force.com - Free User');
  });

  test('what is left out is missed by what refers to it', async () => {
    const files = filesIn('01-every-field');
    const { plan } = await planOf(files, { leftOut: ['QueueRoutingConfig/Messaging_Routing'] });
    assert.equal(recordIn(plan, 'Messaging_Routing').state, 'leftOut');
    assert.deepEqual(
      recordIn(plan, 'Messaging_Queue')
        .remarks.filter(({ needsChoice }) => needsChoice)
        .map(({ sentence }) => sentence),
      ['queueRoutingConfig: Messaging_Routing is neither in these files nor here.'],
    );
  });
});

describe('names', () => {
  test('the default of Salesforce is the default here, which keeps its Developer Name', async () => {
    const { plan, planned } = await planOf(filesIn('05-names'));
    const { id, state, fields } = recordIn(plan, 'default_presence_config');
    assert.deepEqual(
      [id, state, fields.map(({ pointer, from, to }) => [pointer, from, to])],
      ['default', 'changed', [['/capacity', 5, 6]]],
    );
    assert.equal(
      planned.find(({ record }) => record.id === 'default')?.fields.developerName,
      'Default_Presence_Configuration',
    );
  });

  test('a name that is refused here comes with a proposal', async () => {
    const { plan } = await planOf(filesIn('05-names'));
    const characters = 'Developer Name may have only letters, digits and single underscores.';
    const choices = choicesIn(plan);
    assert.deepEqual(choices['Tier One /developerName'], [characters, '', 'Tier_One']);
    assert.deepEqual(choices['vendorpkg__Tier_Two /developerName'], [characters, '', 'vendorpkg_Tier_Two']);
    assert.deepEqual(choices['No_Label /name'], ['Name must have at least 1 character.', '', 'No Label']);
  });

  test('two files of a name are one record if they say the same, and a choice if not', async () => {
    const files = filesIn('05-names');
    const { plan } = await planOf(files);
    const said = saidOf(plan, 'Twins');
    assert.ok(
      said.includes('src/presenceUserConfigs/Twins.presenceUserConfig says the same; it is one record.'),
    );
    const { id, fixes } = recordIn(plan, 'Twins').remarks.find(({ needsChoice }) => needsChoice)!;
    const { planned } = await planOf(files, { fixes: { [id]: { fix: fixes[1]!.id } } });
    assert.equal(
      planned.find(({ record }) => record.fullName === 'Twins')?.fields.name,
      'Same developer name',
    );
  });

  test('equal labels are no conflict; the name of the file counts', async () => {
    const { plan } = await planOf(filesIn('05-names'));
    assert.deepEqual([statesOf(plan).Label_One, statesOf(plan).Label_Two], ['new', 'new']);
    assert.ok(
      saidOf(plan, 'FullName_Inside').includes(
        'The file calls itself Another_Name; its file name counts, FullName_Inside.',
      ),
    );
  });

  test('a label here that could be several files needs a choice', async () => {
    const here = setupHere({
      'presence-statuses': [
        { id: 'x', fields: { name: 'Busy', developerName: 'Elsewhere', kind: 'busy', channelIds: [] } },
      ],
    });
    const { plan } = await planOf(filesIn('05-names'), { here });
    assert.deepEqual([statesOf(plan).Label_One, statesOf(plan).Label_Two], ['needsChoice', 'needsChoice']);
    const { id, fixes } = recordIn(plan, 'Label_One').remarks.find(({ needsChoice }) => needsChoice)!;
    assert.deepEqual(
      fixes.map((fix) => fix.id),
      ['x', 'new'],
    );
    const chosen = await planOf(filesIn('05-names'), { here, fixes: { [id]: { fix: 'x' } } });
    assert.deepEqual(
      [recordIn(chosen.plan, 'Label_One').id, recordIn(chosen.plan, 'Label_Two').state],
      ['x', 'new'],
    );
  });
});

test('values are those of XML Schema, and nothing else', async () => {
  const { plan } = await planOf(filesIn('06-xml'));
  assert.deepEqual(
    recordIn(plan, 'Odd_Values')
      .remarks.filter(({ needsChoice }) => needsChoice)
      .map(({ sentence }) => sentence),
    [
      'capacity must be a whole number, not “5.0”.',
      'interruptibleCapacity must be a whole number, not “0x10”.',
      'enableDecline must be true, false, 1 or 0, not “TRUE”.',
      'enableRequestSound must be true, false, 1 or 0, not “yes”.',
    ],
  );
});

test('unknown elements are kept for an export, whatever their names', async () => {
  const { plan } = await planOf(filesIn('06-xml'));
  const unknown = (name: string) =>
    recordIn(plan, name).remarks.flatMap(({ kind, params }) => (kind === 'unknown' ? params.element : []));
  assert.deepEqual(unknown('Proto'), ['__proto__', 'constructor', 'toString']);
  assert.deepEqual(unknown('Unknown_Newer'), ['enableFutureThing', 'enableFutureThingDetails', 'capacity2']);
  assert.equal(({} as Record<string, unknown>)[1], undefined);
});

test('an element that is there twice is refused with its place', async () => {
  const { plan } = await planOf(filesIn('06-xml'));
  const { file, line, column, sentence } = plan.remarks.find(({ code }) => code === 'repeatedElement')!;
  assert.deepEqual(
    [file?.split('/').at(-1), line, column, sentence],
    ['Twice.presenceUserConfig-meta.xml', 4, 5, 'capacity is there twice, and only one can count.'],
  );
});

test('the sounds that Salesforce does not give away are mentioned once', async () => {
  const { plan } = await planOf(filesIn('02-out-of-bounds'));
  assert.equal(plan.remarks.filter(({ code }) => code === 'soundsNotInFiles').length, 1);
});

test('a profile is its grants: given, withdrawn, or none', async () => {
  const grant = (enabled: boolean, status: string) =>
    `<servicePresenceStatusAccesses><enabled>${String(enabled)}</enabled><servicePresenceStatus>${status}</servicePresenceStatus></servicePresenceStatusAccesses>`;
  const status = (name: string) =>
    metadata(`${name}.servicePresenceStatus`, 'ServicePresenceStatus', `<label>${name}</label>`);
  const statuses = ['Busy', 'Lunch'].map((name) => ({
    id: name.toLowerCase(),
    fields: { name, developerName: name, kind: 'busy', channelIds: [] },
  }));
  const here = setupHere({
    'presence-statuses': statuses,
    profiles: [
      {
        id: 'admins',
        fields: { name: 'System Administrator', developerName: 'Admins', statusIds: ['lunch'] },
      },
    ],
  });
  const { plan, planned } = await planOf(
    [
      status('Busy'),
      status('Lunch'),
      metadata('Admin.profile', 'Profile', grant(true, 'Busy') + grant(false, 'Lunch')),
      metadata('Support%3A Rep.profile', 'Profile', grant(true, 'Lunch')),
      metadata('Guest.profile', 'Profile', '<custom>true</custom>'),
    ],
    { here },
  );
  assert.deepEqual(statesOf(plan), {
    Busy: 'same',
    Lunch: 'same',
    Admin: 'changed',
    Guest: 'notMapped',
    'Support: Rep': 'new',
  });
  assert.deepEqual(
    planned.flatMap(({ record, fields }) =>
      record.type === 'Profile' ? [[fields.name, fields.statusIds]] : [],
    ),
    [
      ['System Administrator', ['busy']],
      ['Guest', []],
      ['Support: Rep', ['lunch']],
    ],
  );
});
