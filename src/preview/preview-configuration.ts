import { cleared } from '../domain/configuration/dependent-settings.ts';
import type { EffectiveConfiguration } from '../domain/configuration/effective-configuration.ts';
import type { Fields } from '../domain/pointers.ts';
import { presenceConfigurationSchema } from '../domain/configuration/presence-configuration.ts';
import { resolveEffectiveConfiguration } from '../domain/configuration/resolve-effective-configuration.ts';
import type { Id } from '../domain/values.ts';
import { check } from '../domain/violations.ts';
import type { PreviewReferences } from './references.ts';

/** A rep as the preview knows them. */
export interface PreviewRepName {
  readonly id: Id;
  readonly name: string;
}

/** The fictional rep of the preview. */
export const PREVIEW_REP: PreviewRepName = { id: 'preview', name: 'Preview' };

const CONFIGURATION_ID = 'draft';

/** The effective configuration of a rep if this draft were saved; `null` if it violates a rule. */
export function previewConfiguration(
  draft: Fields,
  { channels, statuses, declineReasons, routingConfigurations, sounds }: PreviewReferences,
  rep: PreviewRepName = PREVIEW_REP,
): EffectiveConfiguration | null {
  const somePushTimeout = routingConfigurations.some(({ pushTimeoutSeconds }) => pushTimeoutSeconds !== null);
  const checked = check(presenceConfigurationSchema, cleared(draft, { somePushTimeout }));
  if (!checked.ok) return null;
  return resolveEffectiveConfiguration({
    rep: {
      ...rep,
      profileId: 'preview',
      firstName: rep.name,
      nickname: null,
      alias: null,
    },
    configurations: [{ ...checked.value, id: CONFIGURATION_ID }],
    defaultConfigurationId: CONFIGURATION_ID,
    assignedToRep: new Map([[rep.id, CONFIGURATION_ID]]),
    assignedToProfile: new Map(),
    channels,
    statuses,
    declineReasons,
    sounds,
  });
}
