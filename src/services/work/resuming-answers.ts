import { isConnected, type ConnectionStore } from '../../stores/connection.ts';
import type { AnswerArchive, ResumeOptions } from './answer-archive.ts';
import type { TabGroup } from '../tabs/tab-group.ts';

interface Dependencies extends ResumeOptions {
  readonly tabGroup: Pick<TabGroup, 'isLeader' | 'members' | 'liveMembers' | 'subscribe'>;
  readonly connection: ConnectionStore;
  readonly answerArchive: AnswerArchive;
}

/**
 * Sends the answers that closed pages left behind: those of earlier pages once this one leads and is connected, and
 * those of another member when it closes or crashes. Call the returned function to stop.
 */
export function resumeAnswers(deps: Dependencies): () => void {
  const { tabGroup, connection, answerArchive } = deps;
  let isWatching = false;
  let count = 0;

  const follow = () => {
    const isNow = tabGroup.isLeader && isConnected(connection.state);
    const isLess = tabGroup.members.size < count;
    const isDue = isNow && (!isWatching || isLess);
    isWatching = tabGroup.isLeader && (isNow || isWatching);
    count = tabGroup.members.size;
    if (isDue) void tabGroup.liveMembers().then((living) => answerArchive.resume(deps, living));
  };
  const stops = [tabGroup.subscribe(follow), connection.subscribe(follow)];
  return () => stops.forEach((stop) => stop());
}
