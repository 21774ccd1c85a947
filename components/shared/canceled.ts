import type { IconName } from '../../assets/icons/icons.ts';
import type { Strings } from '../../assets/locales/en.ts';
import type { AgentWork } from '../../src/domain/work/agent-work.ts';

/** Why a request was canceled, as the toast, the log and the announcement all name it. */
export function canceledAs(
  { cancelReason }: AgentWork,
  words: Strings,
): { readonly icon: IconName; readonly title: string } {
  switch (cancelReason) {
    case 'customerLeft':
      return { icon: 'gone', title: words.customerLeft };
    case 'withdrawn':
      return { icon: 'undo', title: words.withdrawn };
    case 'graceOver':
    case 'repWentOffline':
    case 'givenBack':
      return { icon: 'undo', title: words.backInQueue };
    case 'notDelivered':
      return { icon: 'unlink', title: words.notDelivered };
    case 'unknown':
    case null:
      return { icon: 'undo', title: words.canceled };
  }
}
