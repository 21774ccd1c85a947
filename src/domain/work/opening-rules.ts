/** How accepted work opens in the workspace. */
export type Opening = 'bringForward' | 'newTabInFocus' | 'newTabInBackground';

/**
 * The rule for opening a record. A rep who clicked Accept is taken to it; automatic acceptance leaves the present tab
 * in focus, unless the record is already open.
 */
export function howToOpen(
  openedBy: 'rep' | 'automatic',
  workspace: { readonly openRecordIds: readonly string[]; readonly recordId: string },
): Opening {
  if (workspace.openRecordIds.includes(workspace.recordId)) return 'bringForward';
  if (openedBy === 'rep') return 'newTabInFocus';
  return workspace.openRecordIds.length === 0 ? 'newTabInFocus' : 'newTabInBackground';
}
