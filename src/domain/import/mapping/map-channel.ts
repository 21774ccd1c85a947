import type { ChannelType } from '../../configuration/service-channel.ts';
import type { ElementReader } from './element-reader.ts';
import type { Fix } from '../import-plan.ts';
import { acwOf } from './map-acw.ts';
import { identity, type MapContext, type MapFile } from './mapped.ts';

const typeOf: Readonly<Record<string, ChannelType>> = {
  VoiceCall: 'voice',
  MessagingSession: 'messaging',
  LiveChatTranscript: 'chat',
  SOSSession: 'chat',
  Case: 'case',
};
/** Of Salesforce's own channels, whose files may leave out their object. */
const typeByName: Readonly<Record<string, ChannelType>> = {
  sfdc_liveagent: 'chat',
  sfdc_livemessage: 'messaging',
  sfdc_phone: 'voice',
};

/** ServiceChannel. */
export const mapChannel: MapFile = (reader, context) => {
  const { current } = context;
  const acw = acwOf(reader);
  routingDifferences(reader);
  reader.notMapped(
    'doesMinimizeWidgetOnAccept',
    'interactionComponent',
    'doesCheckCapOnOwnerChange',
    'doesCheckCapOnStatusChange',
    'statusField',
    'serviceChannelStatusFieldMappings',
  );
  const fields = {
    ...identity(reader, context),
    type: channelTypeOf(reader, context),
    interruptible: reader.boolean('/interruptible', 'isInterruptible', false),
    automaticallyAccept: reader.boolean('/automaticallyAccept', 'hasAutoAcceptEnabled', false),
    stopSoundWhenCustomerLeaves: current?.stopSoundWhenCustomerLeaves ?? false,
    sound: current?.sound ?? null,
    soundLengthSeconds: current?.soundLengthSeconds ?? null,
    ...acw,
    // Without a timer the channel does not override that of the presence configuration.
    giveAcw: acw.giveAcw ? true : null,
  };
  return { fields, needs: [] };
};

function channelTypeOf(reader: ElementReader, { fullName }: MapContext): ChannelType | null {
  const element = reader.only('relatedEntityType', '/type');
  const object = element?.text.trim() ?? '';
  const line = element ? { line: element.line } : {};
  if (object !== '') {
    const type = typeOf[object];
    if (type === undefined)
      reader.remark({
        code: 'channelIsCase',
        params: { object: object.slice(0, 80) },
        kind: 'same',
        ...line,
      });
    return type ?? 'case';
  }
  const guessed = typeByName[fullName.toLowerCase()];
  if (guessed !== undefined) {
    reader.remark({
      code: 'channelTypeGuessed',
      params: { type: guessed },
      kind: 'assumed',
      pointer: '/type',
    });
    return guessed;
  }
  const fixes = (['voice', 'messaging', 'chat', 'case'] as const).map((type): Fix => ({
    id: type,
    kind: 'use',
    value: type,
  }));
  reader.remark({
    code: 'channelTypeMissing',
    params: {},
    kind: 'missing',
    pointer: '/type',
    fixes,
    needsChoice: true,
  });
  return null;
}

/** What has no place here, and changes how work is routed: it is said what happens instead. */
function routingDifferences(reader: ElementReader): void {
  const model = reader.only('capacityModel');
  if (model) {
    reader.account(model, 'notMapped');
    if (model.text.trim() === 'STATUS_BASED')
      reader.remark({ code: 'statusCapacity', params: {}, kind: 'notMapped', line: model.line });
    else
      reader.remark({
        code: 'notMapped',
        params: { element: model.name },
        kind: 'notMapped',
        line: model.line,
      });
  }
  const priorities = [
    ...reader.all('secondaryRoutingPriorityField', 'notMapped'),
    ...reader.all('serviceChannelFieldPriorities', 'notMapped'),
  ];
  const [first] = priorities;
  if (first) reader.remark({ code: 'secondaryPriority', params: {}, kind: 'notMapped', line: first.line });
}
