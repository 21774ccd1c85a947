import { defaultPresenceConfiguration } from '../../../src/domain/configuration/presence-configuration.ts';
import type { MetadataElement } from '../../../src/domain/import/element.ts';
import type { SetupHere } from '../../../src/domain/import/here.ts';
import type { Choices, ImportPlan } from '../../../src/domain/import/import-plan.ts';
import type { MetadataType } from '../../../src/domain/import/metadata-type.ts';
import { makePlan, type ReadFiles } from '../../../src/domain/import/planning/make-plan.ts';

let line = 1;
const element = (name: string, content: string | readonly MetadataElement[] = ''): MetadataElement => ({
  name,
  text: typeof content === 'string' ? content : '',
  children: typeof content === 'string' ? [] : content,
  line: (line += 1),
  column: 5,
});

const file = (type: MetadataType, fullName: string, ...children: MetadataElement[]) => ({
  path: `force-app/${fullName}.${type}-meta.xml`,
  type,
  fullName,
  isGarbled: false,
  hasNamespace: true,
  root: { ...element(type), children },
});

const label = (text: string) => element('label', text);

const read: ReadFiles = {
  files: [
    file(
      'ServiceChannel',
      'Web_Messaging',
      label('Web Messaging'),
      element('relatedEntityType', 'MessagingSession'),
      element('hasAfterConvoWorkTimer', 'true'),
      element('afterConvoWorkMaxTime', '20'),
      element('statusField', 'Status'),
    ),
    file('ServicePresenceStatus', 'Away', label('<img src=x onerror=alert(1)>')),
    file('Queue', 'Old_Mail', element('name', 'Old mail')),
    file(
      'PresenceUserConfig',
      'Tier_One',
      label('Tier one'),
      element('capacity', '6'),
      element('assignments', [
        element('users', [element('user', 'amina@example.com')]),
        element('profiles', [element('profile', 'Support Rep')]),
      ]),
    ),
    file(
      'PresenceUserConfig',
      'default_presence_config',
      label('Default Presence Configuration'),
      element('capacity', '8'),
    ),
  ],
  refused: [
    {
      path: 'force-app/Broken.queue-meta.xml',
      remark: { code: 'doctype', params: {} },
      line: 2,
      column: 30,
    },
  ],
  counted: { Skill: 3 },
  ignored: { hidden: 2 },
  apiVersion: '61.0',
  folders: ['force-app/'],
  remarks: [],
};

const here: SetupHere = {
  revision: 1,
  defaultConfigurationId: 'default',
  origins: [],
  users: [{ id: 'amina', name: 'Amina Diallo', active: true, omniChannel: true }],
  assignedUsers: new Map(),
  assignedProfiles: new Map(),
  usernames: new Map([['amina@example.com', 'amina']]),
  records: {
    'service-channels': [],
    'presence-statuses': [],
    'decline-reasons': [{ id: 'lunch', fields: { label: 'Lunch', developerName: 'Lunch', retired: false } }],
    'routing-configurations': [],
    queues: [],
    profiles: [{ id: 'reps', fields: { name: 'Service rep', developerName: 'Service_rep', statusIds: [] } }],
    'presence-configurations': [{ id: 'default', fields: defaultPresenceConfiguration }],
  },
};

/** The plan of an import, by the product's own rules: one record of each state. */
export function somePlan(choices: Choices = { fixes: {}, leftOut: [] }): ImportPlan {
  const newId = (key: string) => key.replaceAll(/\W/g, '-');
  return makePlan(read, here, choices, { id: 'plan', newId }).plan;
}
