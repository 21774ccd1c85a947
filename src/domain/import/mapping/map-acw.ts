import type { ElementReader } from './element-reader.ts';

/** Wrap-up, as a configuration and a channel have it. */
export function acwOf(reader: ElementReader): {
  readonly giveAcw: boolean;
  readonly acwDurationSeconds: number | null;
  readonly letRepsExtendAcw: boolean;
  readonly acwExtensionSeconds: number | null;
  readonly acwMaxExtensions: number | null;
} {
  // The guide's table calls it by another name than the API.
  const inGuide = reader.root.children.some(({ name }) => name === 'afterConvoMaxTime');
  return {
    giveAcw: reader.boolean('/giveAcw', 'hasAfterConvoWorkTimer', false),
    acwDurationSeconds: reader.whole(
      '/acwDurationSeconds',
      inGuide ? 'afterConvoMaxTime' : 'afterConvoWorkMaxTime',
    ),
    letRepsExtendAcw: reader.boolean('/letRepsExtendAcw', 'hasAcwExtensionEnabled', false),
    acwExtensionSeconds: reader.whole('/acwExtensionSeconds', 'acwExtensionDuration'),
    acwMaxExtensions: reader.whole('/acwMaxExtensions', 'maxExtensions'),
  };
}
