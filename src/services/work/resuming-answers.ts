import { isConnected, type ConnectionStore } from '../../stores/connection.ts';
import type { AnswerKeeping, Resuming } from './answer-archive.ts';
import type { Company } from '../tabs/tab-group.ts';

interface Surroundings extends Resuming {
  readonly company: Pick<Company, 'isLeader' | 'members' | 'living' | 'subscribe'>;
  readonly connection: ConnectionStore;
  readonly answerKeeping: AnswerKeeping;
}

/**
 * Sends the answers that pages have left behind: those of earlier ones once this one leads and is connected, and those of
 * another one when it is closed or crashes. The returned function ends it.
 */
export function resumeAnswers(deps: Surroundings): () => void {
  const { company, connection, answerKeeping } = deps;
  let isWatching = false;
  let count = 0;

  const follow = () => {
    const isNow = company.isLeader && isConnected(connection.state);
    const isLess = company.members.size < count;
    const isDue = isNow && (!isWatching || isLess);
    isWatching = company.isLeader && (isNow || isWatching);
    count = company.members.size;
    if (isDue) void company.living().then((living) => answerKeeping.resume(deps, living));
  };
  const stops = [company.subscribe(follow), connection.subscribe(follow)];
  return () => stops.forEach((stop) => stop());
}
