/** The tokens that are used together, by their names without `--omni-`: for the book, and for the test of their contrast. */
const surfaces = ['page', '', 'sunken', 'raised', 'hover', 'selected'].map((name) =>
  name === '' ? 'surface' : `surface-${name}`,
);
const roles = ['accent', 'positive', 'caution', 'critical'];

/** Text on its background: 4.5:1. */
export const texts: readonly [string, string][] = [
  ...surfaces.flatMap((ground) =>
    ['text', 'text-quiet', ...roles].map((text): [string, string] => [text, ground]),
  ),
  ...roles.flatMap((role): [string, string][] => [
    [`${role}-on`, `${role}-fill`],
    [role, `${role}-soft`],
    ['text', `${role}-soft`],
    ['text-quiet', `${role}-soft`],
  ]),
  ['critical-on', 'critical'],
  ['action-on', 'action-fill'],
  ['action-on', 'action-fill-hover'],
  ['accent-on', 'accent-fill-hover'],
  ['ring-on', 'ring'],
  ['ring-on', 'ring-hover'],
  ['ring-urgent-on', 'ring-urgent'],
  ['ring-band-on', 'ring-band'],
  ['ring-urgent-band-on', 'ring-urgent-band'],
  ['ring-settled-on', 'ring-settled'],
  ['text-quiet', 'ring-settled'],
];

/** An edge or a shape that must be seen, on its background: 3:1. */
export const edges: readonly [string, string][] = [
  ...surfaces.flatMap((ground) =>
    ['border-control', 'focus', 'ring', 'ring-urgent', ...roles.map((role) => `${role}-fill`)].map(
      (edge): [string, string] => [edge, ground],
    ),
  ),
  ...roles.flatMap((role): [string, string][] => [
    ['border-control', `${role}-soft`],
    [`${role}-fill`, `${role}-soft`],
  ]),
];
