import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readUpload } from '../../../server/metadata/read-upload.ts';
import { countElements } from '../../../src/domain/import/element.ts';
import { defaultPresenceConfiguration } from '../../../src/domain/configuration/presence-configuration.ts';
import type { ImportPlan } from '../../../src/domain/import/import-plan.ts';
import { filesIn, planOf, recordIn, saidOf, setupHere } from './metadata-files.ts';

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
const elementsOf = ({ elements }: { readonly elements: Readonly<Record<string, number>> }): number =>
  Object.values(elements).reduce((sum, count) => sum + count, 0);

const folders = [
  '01-every-field',
  '02-out-of-bounds',
  '03-contradictions',
  '04-references',
  '05-names',
  '06-xml',
];

test('every element of every file is accounted for', async () => {
  for (const folder of folders) {
    const { plan } = await planOf(filesIn(folder));
    const { files } = await readUpload(filesIn(folder));
    const planned = files.filter(({ fullName }) => fullName !== 'Twice' && fullName !== 'OmniChannel');
    assert.equal(
      plan.records.reduce((sum, record) => sum + elementsOf(record), 0),
      planned.reduce((sum, { root }) => sum + countElements(root) - 1, 0),
      folder,
    );
  }
});

test('a plan is the same each time, whatever the order of the files', async () => {
  const files = filesIn('01-every-field');
  assert.deepEqual((await planOf(files.toReversed())).plan, (await planOf(files)).plan);
});

describe('a plan of every field', () => {
  test('makes a record of each file, with its references by Developer Name', async () => {
    const { plan, planned } = await planOf(filesIn('01-every-field'));
    const fieldsOf = (name: string) => planned.find(({ record }) => record.fullName === name)?.fields;
    const id = (name: string) => recordIn(plan, name).id;
    assert.deepEqual(fieldsOf('Tier_One_Reps'), {
      ...defaultPresenceConfiguration,
      name: 'Tier One Reps',
      developerName: 'Tier_One_Reps',
      capacity: 6,
      interruptibleCapacity: 3,
      allowDecline: true,
      statusOnDeclineId: id('Away'),
      allowDeclineReason: true,
      declineReasonIds: [id('On_Break'), id('Wrong_Queue')],
      statusOnPushTimeoutId: id('Busy'),
      playRequestSound: false,
      giveAcw: true,
      acwDurationSeconds: 45,
      letRepsExtendAcw: true,
      acwExtensionSeconds: 20,
      acwMaxExtensions: 2,
      agentAlias: { kind: 'mergeField', field: 'firstName' },
    });
    assert.deepEqual(fieldsOf('Available_Messaging'), {
      name: 'Available Messaging',
      developerName: 'Available_Messaging',
      kind: 'online',
      channelIds: [id('Web_Messaging'), id('sfdc_phone')],
    });
    assert.deepEqual(fieldsOf('Messaging_Queue'), {
      name: 'Messaging Queue',
      developerName: 'Messaging_Queue',
      routingConfigurationId: id('Messaging_Routing'),
      memberIds: ['amina'],
    });
    assert.deepEqual(fieldsOf('Messaging_Routing_Percent'), {
      name: 'Messaging Routing Percent',
      developerName: 'Messaging_Routing_Percent',
      priority: 7,
      capacityWeight: { kind: 'percentage', percentage: 33.33 },
      capacityType: 'interruptible',
      pushTimeoutSeconds: null,
      model: 'mostAvailable',
    });
    assert.deepEqual(
      [fieldsOf('Away'), fieldsOf('On_Break')],
      [
        { name: 'Away', developerName: 'Away', kind: 'busy', channelIds: [] },
        { label: 'On break', developerName: 'On_Break', retired: false },
      ],
    );
    assert.equal(plan.apiVersion, '67.0');
  });

  test('says what has no place here, and what is different for that', async () => {
    const { plan } = await planOf(filesIn('01-every-field'));
    const said = [...plan.records.flatMap(({ remarks }) => remarks), ...plan.remarks].map(
      ({ sentence }) => sentence,
    );
    for (const sentence of [
      'Status-based capacity has no place here: work takes capacity while it is open, whatever its status.',
      'Secondary routing priority has no place here: work is routed by priority, then by age.',
      'isAttributeBased: work is routed without regard to skills here.',
      'queueOverflowAssignee has no place here: work waits in its queue until a rep is free.',
      'userOverflowAssignee has no place here: work waits in its queue until a rep is free.',
      'pausedCapacityWeight has no place here. It is kept for an export, and has no effect.',
      'Members by group or role are not known here, so that the queue may be short of members: Everybody, Lead, Inside, Agent.',
      'The user missing.amina.rep@example.com is not known here: a list of username and id says who it is.',
      'Skill: 1 without a counterpart here.',
    ])
      assert.ok(said.includes(sentence), sentence);
    assert.deepEqual(plan.unknownUsers, ['missing.amina.rep@example.com']);
  });

  test('gives a channel the wrap-up of its file, within the bounds of here', async () => {
    const { plan } = await planOf(filesIn('01-every-field'));
    assert.deepEqual(choicesIn(plan), {
      'Web_Messaging /acwDurationSeconds': [
        'ACW duration must be a whole number from 30 to 3,600.',
        '20',
        30,
      ],
    });
    const [remark] = recordIn(plan, 'Web_Messaging').remarks.filter(({ needsChoice }) => needsChoice);
    const { planned } = await planOf(filesIn('01-every-field'), {
      fixes: { [remark!.id]: { fix: 'nearest' } },
    });
    const channel = planned.find(({ record }) => record.fullName === 'Web_Messaging')!;
    assert.equal(channel.record.state, 'new');
    assert.deepEqual(
      Object.entries(channel.fields).filter(([field]) => /acw/i.test(field)),
      Object.entries({
        giveAcw: true,
        acwDurationSeconds: 30,
        letRepsExtendAcw: true,
        acwExtensionSeconds: 20,
        acwMaxExtensions: 3,
      }),
    );
  });

  test('says which defaults of Salesforce were assumed', async () => {
    const { plan } = await planOf(filesIn('01-every-field'));
    assert.deepEqual(saidOf(plan, 'Auto_Accept'), [
      "Not in the file, so that Salesforce's default applies: enableDeclineReason false, enableRequestSound true, enableDisconnectSound true, hasAfterConvoWorkTimer false, hasAcwExtensionEnabled false.",
    ]);
  });

  test('names everybody who moves, and from where', async () => {
    const night = { ...defaultPresenceConfiguration, name: 'Night shift', developerName: 'Night_shift' };
    const here = setupHere(
      {
        'presence-configurations': [
          { id: 'default', fields: defaultPresenceConfiguration },
          { id: 'night', fields: night },
        ],
      },
      { assignedUsers: new Map([['amina', 'night']]) },
    );
    const { plan } = await planOf(filesIn('01-every-field'), { here });
    const to = { id: recordIn(plan, 'Tier_One_Reps').id, name: 'Tier One Reps' };
    assert.deepEqual(plan.moves, [
      { kind: 'user', id: 'amina', name: 'Amina Diallo', from: { id: 'night', name: 'Night shift' }, to },
      { kind: 'profile', id: 'administrators', name: 'System Administrator', from: null, to },
    ]);
    assert.deepEqual(
      plan.onlyHere.map(({ name }) => name),
      ['System Administrator', 'Default Presence Configuration', 'Night shift'],
    );
  });
});

test('what is out of bounds needs a choice, with the rule, the value found, and the nearest that is allowed', async () => {
  const { plan } = await planOf(filesIn('02-out-of-bounds'));
  const acw = 'ACW duration must be a whole number from 30 to 3,600.';
  const capacity = 'Capacity must be a whole number from 1 to 10,000.';
  assert.deepEqual(choicesIn(plan), {
    'Acw_10 /acwDurationSeconds': [acw, '10', 30],
    'Acw_29 /acwDurationSeconds': [acw, '29', 30],
    'Alias_81 /agentAlias/text': [
      'Agent alias must have at most 80 characters.',
      'a'.repeat(81),
      'a'.repeat(80),
    ],
    'Alias_Unknown_Merge /agentAlias': [
      'The agent alias “{!User_Title}” merges something that cannot be merged here.',
      '{!User_Title}',
      null,
    ],
    'Capacity_0 /capacity': [capacity, '0', 1],
    'Capacity_10001 /capacity': [capacity, '10001', 10_000],
    'Capacity_Huge /capacity': [capacity, '99999999999999999999', 10_000],
    'Extension_14 /acwExtensionSeconds': [
      'Extension duration must be a whole number from 15 to 3,600.',
      '14',
      15,
    ],
    'Interruptible_Minus /interruptibleCapacity': [
      'Interruptible Capacity must be a whole number from 0 to 10,000.',
      '-1',
      0,
    ],
    'Max_11 /acwMaxExtensions': ['Max extensions must be a whole number from 1 to 10.', '11', 10],
    'No_Weight /capacityWeight': [
      'The file has neither a weight nor a percentage: choose a capacity weight.',
      '',
      undefined,
    ],
    'Percent_101 /capacityWeight/percentage': [
      'Capacity weight must be 0 to 100 percent with at most two decimals.',
      '101.0',
      100,
    ],
    'Priority_10001 /priority': ['Priority must be a whole number from 0 to 10,000.', '10001', 10_000],
    'Push_3601 /pushTimeoutSeconds': ['Push time-out must be a whole number from 1 to 3,600.', '3601', 3600],
    'Weight_Three_Decimals /capacityWeight/units': [
      'Capacity weight must be 0 to 10,000 units with at most two decimals.',
      '0.125',
      0.13,
    ],
  });
  assert.ok(Object.values(statesOf(plan)).every((state) => state === 'needsChoice'));
});

test('a value that is entered is checked like any other', async () => {
  const files = filesIn('02-out-of-bounds');
  const { plan } = await planOf(files);
  const { id } = recordIn(plan, 'Acw_10').remarks.find(({ needsChoice }) => needsChoice)!;
  const entered = async (value: number) => {
    const again = await planOf(files, { fixes: { [id]: { fix: 'enter', value } } });
    return [
      recordIn(again.plan, 'Acw_10').state,
      Object.keys(choicesIn(again.plan)).includes('Acw_10 /acwDurationSeconds'),
    ];
  };
  assert.deepEqual(await entered(29), ['needsChoice', true]);
  assert.deepEqual(await entered(45), ['new', false]);
});

describe('contradictions', () => {
  test('what is not active in the source either is cleared, and named', async () => {
    const { plan, planned } = await planOf(filesIn('03-contradictions'));
    const inactive = (element: string) =>
      `${element} is not active in the source either: what it depends on is off.`;
    const cleared = (name: string) =>
      recordIn(plan, name).remarks.flatMap(({ kind, sentence }) => (kind === 'cleared' ? sentence : []));
    assert.deepEqual(cleared('Reason_Without_Decline'), [
      inactive('enableDeclineReason'),
      inactive('declineReasons'),
    ]);
    assert.deepEqual(cleared('Status_Without_Decline'), [inactive('presenceStatusOnDecline')]);
    assert.deepEqual(cleared('Duration_Without_Acw'), [inactive('afterConvoWorkMaxTime')]);
    assert.deepEqual(
      cleared('Extension_Without_Acw'),
      ['hasAcwExtensionEnabled', 'acwExtensionDuration', 'maxExtensions'].map(inactive),
    );
    assert.deepEqual(cleared('Push_Status_Without_Any_Push'), [
      'presenceStatusOnPushTimeout has no effect: no routing configuration has a push time-out, neither in these files nor here.',
    ]);
    const duration = planned.find(({ record }) => record.fullName === 'Duration_Without_Acw');
    assert.equal(duration?.fields.acwDurationSeconds, null);
  });

  test('those that only a person can mend need a choice', async () => {
    const { plan } = await planOf(filesIn('03-contradictions'));
    assert.deepEqual(choicesIn(plan), {
      'Auto_And_Decline /allowDecline': [
        'Allow reps to decline cannot be on together with Automatically accept work requests.',
        'true',
        false,
      ],
      'Acw_Without_Duration /acwDurationSeconds': [
        'ACW duration must be a whole number from 30 to 3,600.',
        '',
        undefined,
      ],
      'No_Capacity /capacity': ['Capacity must be a whole number from 1 to 10,000.', '', undefined],
    });
  });

  test('and each fix mends them', async () => {
    const files = filesIn('03-contradictions');
    const { plan } = await planOf(files);
    const { id, fixes } = recordIn(plan, 'Auto_And_Decline').remarks.find(({ needsChoice }) => needsChoice)!;
    const answering = fixes.map(async ({ id: fix }) => {
      const { planned } = await planOf(files, { fixes: { [id]: { fix } } });
      const { fields, record } = planned.find((one) => one.record.fullName === 'Auto_And_Decline')!;
      return [fix, record.state, fields.automaticallyAccept, fields.allowDecline];
    });
    assert.deepEqual(await Promise.all(answering), [
      ['noDecline', 'new', true, false],
      ['notAutomatic', 'new', false, true],
    ]);
  });
});
