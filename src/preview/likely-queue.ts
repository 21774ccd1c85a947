import type { Id } from '../domain/values.ts';
import type { PreviewReferences } from './references.ts';

/** Words that share fewer first letters than this have nothing in common. */
const MIN_SHARED = 4;

interface Named {
  readonly name: string;
}

/**
 * The queue by which a channel's work most likely comes, for a start: nothing stored links a channel to its queues, but
 * names do (*Chat*, *Sales chat*). Without a likely one it is the first; `null` if there is no queue.
 */
export function likelyQueue(
  channel: Named & { readonly type: string },
  { queues, routingConfigurations }: Pick<PreviewReferences, 'queues' | 'routingConfigurations'>,
): Id | null {
  const names = new Map(routingConfigurations.map(({ id, name }) => [id, name]));
  const ofChannel = wordsIn(`${channel.name} ${channel.type}`);
  let best = { id: queues[0]?.id ?? null, shared: MIN_SHARED - 1 };
  for (const { id, name, routingConfigurationId } of queues) {
    const shared = mostShared(ofChannel, wordsIn(`${name} ${names.get(routingConfigurationId) ?? ''}`));
    if (shared > best.shared) best = { id, shared };
  }
  return best.id;
}

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];

/** The number of first letters that two words, one of each list, share at most. */
function mostShared(some: readonly string[], others: readonly string[]): number {
  return Math.max(0, ...some.flatMap((one) => others.map((other) => shared(one, other))));
}

function shared(one: string, other: string): number {
  let letters = 0;
  while (letters < one.length && one[letters] === other[letters]) letters += 1;
  return letters;
}
