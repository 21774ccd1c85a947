import * as v from 'valibot';
import { message } from '../rule-messages.ts';
import * as rules from '../rules.ts';
import { fromHundredths, type CapacityPool } from '../work/capacity.ts';
import { developerNameSchema } from '../setup/developer-name.ts';
import { fieldSentence, text, wholeNumber } from '../values.ts';

const twoDecimals = (value: number): boolean => Math.abs(value * 100 - Math.round(value * 100)) < 1e-6;

const weightNumber = (maximum: number, rule: (max: number) => rules.BrokenRule) => {
  const sentence = message(rule, maximum);
  return v.pipe(
    v.number(sentence),
    v.minValue(0, sentence),
    v.maxValue(maximum, sentence),
    v.check(twoDecimals, sentence),
  );
};

/** The share of a rep's capacity that one work item takes. */
const capacityWeightSchema = v.variant(
  'kind',
  [
    v.object({
      kind: v.literal('units'),
      units: weightNumber(10_000, rules.weightUnits),
    }),
    v.object({
      kind: v.literal('percentage'),
      percentage: weightNumber(100, rules.weightPercent),
    }),
  ],
  message(rules.oneOf, 'Capacity weight', 'units or a percentage'),
);
export type CapacityWeight = v.InferOutput<typeof capacityWeightSchema>;

/** How work in a queue is routed to reps. */
export const routingConfigurationSchema = v.strictObject(
  {
    name: text('Name', 80),
    developerName: developerNameSchema,
    /** Lower values are routed first. */
    priority: wholeNumber('Priority', 0, 10_000),
    capacityWeight: capacityWeightSchema,
    /** The capacity pool that its work draws on; `channel`: decided by the service channel. */
    capacityType: v.picklist(
      ['primary', 'interruptible', 'channel'],
      message(rules.oneOf, 'Capacity type', 'primary, interruptible or from the channel'),
    ),
    /** How long a request waits for an answer, seconds; `null` for no limit. */
    pushTimeoutSeconds: v.nullable(wholeNumber('Push time-out', 1, 3600)),
    model: v.picklist(
      ['leastActive', 'mostAvailable'],
      message(rules.oneOf, 'Model', 'least active or most available'),
    ),
  },
  fieldSentence,
);
export type RoutingConfiguration = v.InferOutput<typeof routingConfigurationSchema>;

/** The capacity pool for work with this routing configuration and channel. */
export function capacityPool(
  routing: Pick<RoutingConfiguration, 'capacityType'>,
  channel: { readonly interruptible: boolean },
): CapacityPool {
  if (routing.capacityType !== 'channel') return routing.capacityType;
  return channel.interruptible ? 'interruptible' : 'primary';
}

/** The size of a request in units, to two decimals, rounded half up; a percentage is relative to the pool's total. */
export function requestSize(weight: CapacityWeight, poolTotal: number): number {
  if (weight.kind === 'units') return fromHundredths(Math.round(weight.units * 100));
  // Percentages have two decimals, so total × percentage is an exact integer of 1/10,000 units.
  const tenThousandths = poolTotal * Math.round(weight.percentage * 100);
  return fromHundredths(Math.floor((tenThousandths + 50) / 100));
}
