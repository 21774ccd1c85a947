/** How accepted work comes into the workspace. */
export type Opening = 'bringForward' | 'newTabInFocus' | 'newTabInBackground';

/**
 * The rule for opening a record. A rep who clicked Accept is taken to it; automatic acceptance takes nobody away from
 * an open tab, unless the record is open already.
 */
export function howToOpen(
  openedBy: 'rep' | 'automatic',
  workspace: { readonly openRecordIds: readonly string[]; readonly recordId: string },
): Opening {
  if (workspace.openRecordIds.includes(workspace.recordId)) return 'bringForward';
  if (openedBy === 'rep') return 'newTabInFocus';
  return workspace.openRecordIds.length === 0 ? 'newTabInFocus' : 'newTabInBackground';
}
