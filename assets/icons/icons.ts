/*
 * Drawn on a grid of 20, with lines 1.5 wide and round ends, so that each icon is a single path. The presence icons
 * differ in shape, not only in colour: a disc, a rounded square, a ring, a broken ring.
 */
const brokenRing =
  'M12.5 2.4a8 8 0 0 1 3 1.8M17.6 7a8 8 0 0 1 0 6M15.5 15.8a8 8 0 0 1-3 1.8M7.5 17.6a8 8 0 0 1-3-1.8M2.4 13a8 8 0 0 1 0-6M4.5 4.2a8 8 0 0 1 3-1.8';

/** The strokes of each icon. The first four are named after the channel types. */
export const icons = {
  voice:
    'm6.3 3.2-1.6.5C3.7 4 3.1 5 3.3 6.1c1 5.4 5.2 9.6 10.6 10.6 1.1.2 2.1-.4 2.4-1.4l.5-1.6c.2-.7-.1-1.5-.8-1.8l-2.3-1.1c-.6-.3-1.3-.1-1.7.4l-.6.7A9 9 0 0 1 7.7 8.2l.7-.6c.5-.4.7-1.1.4-1.7L8.1 4c-.3-.7-1.1-1-1.8-.8Z',
  messaging:
    'M4.5 3.8h11a1.8 1.8 0 0 1 1.8 1.8v6.8a1.8 1.8 0 0 1-1.8 1.8H9.6l-3.4 2.6v-2.6H4.5a1.8 1.8 0 0 1-1.8-1.8V5.6a1.8 1.8 0 0 1 1.8-1.8ZM6.3 7.5h7.4M6.3 10.5h4.6',
  chat: 'M4.2 3h8.6a1.7 1.7 0 0 1 1.7 1.7v4.9a1.7 1.7 0 0 1-1.7 1.7H7.7l-2.9 2.5v-2.5h-.6a1.7 1.7 0 0 1-1.7-1.7V4.7A1.7 1.7 0 0 1 4.2 3ZM9.5 13.8c.3.6.9.9 1.5.9h2.4l2.3 2.1v-2.1c1 0 1.8-.7 1.8-1.7V9.1c0-.6-.3-1.1-.8-1.4',
  case: 'M4.6 6.3h10.8a1.8 1.8 0 0 1 1.8 1.8v6.6a1.8 1.8 0 0 1-1.8 1.8H4.6a1.8 1.8 0 0 1-1.8-1.8V8.1a1.8 1.8 0 0 1 1.8-1.8ZM7 6.3V5a1.5 1.5 0 0 1 1.5-1.5h3A1.5 1.5 0 0 1 13 5v1.3M2.8 10.8h14.4M10 9.8v2',
  bell: 'M10 3a4.6 4.6 0 0 0-4.6 4.6c0 3.4-1.6 4.9-1.6 4.9h12.4s-1.6-1.5-1.6-4.9A4.6 4.6 0 0 0 10 3ZM8.3 15.2a1.8 1.8 0 0 0 3.4 0',
  check: 'm4.5 10.5 3.7 3.7 7.3-8',
  'circle-check': 'M10 2.8a7.2 7.2 0 1 1 0 14.4 7.2 7.2 0 0 1 0-14.4ZM6.9 10.3 9 12.4l4.1-4.5',
  clock: 'M10 2.8a7.2 7.2 0 1 1 0 14.4 7.2 7.2 0 0 1 0-14.4ZM10 5.8V10l2.9 2',
  flag: 'M5.2 17.2V3.4M5.2 4.2c3.2-1.6 6.2 1.6 10 0v7.4c-3.8 1.6-6.8-1.6-10 0',
  dots: 'M5 10h.01M10 10h.01M15 10h.01',
  down: 'm5.5 8 4.5 4.5L14.5 8',
  moon: 'M16.6 12.2A6.9 6.9 0 0 1 7.8 3.4a6.9 6.9 0 1 0 8.8 8.8Z',
  sliders: 'M3 6h7M14 6h3M3 14h3M10 14h7M12 4a2 2 0 1 1 0 4 2 2 0 0 1 0-4ZM8 12a2 2 0 1 1 0 4 2 2 0 0 1 0-4Z',
  gone: 'M8 3.6a3.2 3.2 0 1 1 0 6.4 3.2 3.2 0 0 1 0-6.4ZM2.3 16.5c.6-3 2.9-4.7 5.7-4.7 1.2 0 2.3.3 3.2.9M13.3 13.3l4 4M17.3 13.3l-4 4',
  unlink:
    'M8.5 6 10 4.5a3.9 3.9 0 0 1 5.5 5.5L14 11.5M11.5 14 10 15.5A3.9 3.9 0 0 1 4.5 10L6 8.5M3.5 3.5l13 13',
  refresh: 'M16.3 8.2A6.7 6.7 0 0 0 4.5 6.3L3 8M3 4v4h4M3.7 11.8a6.7 6.7 0 0 0 11.8 1.9L17 12M17 16v-4h-4',
  sound: 'M3 8v4h2.7l3.8 3.2V4.8L5.7 8H3ZM12.5 7.3a3.8 3.8 0 0 1 0 5.4M14.9 5a7 7 0 0 1 0 10',
  'sound-off': 'M3 8v4h2.7l3.8 3.2V4.8L5.7 8H3ZM13 8l4 4M17 8l-4 4',
  transfer: 'M3.5 6.5h12.2M12.5 3.3l3.2 3.2-3.2 3.2M16.5 13.5H4.3M7.5 10.3l-3.2 3.2 3.2 3.2',
  undo: 'M4 8h8.5a4 4 0 0 1 0 8H8M7 4.5 3.5 8 7 11.5',
  x: 'm5.5 5.5 9 9M14.5 5.5l-9 9',
  online: 'm6.3 10.3 2.4 2.5 5-5.3',
  busy: 'M6.5 10h7',
  offline: 'M10 2a8 8 0 1 1 0 16 8 8 0 0 1 0-16ZM7.2 7.2l5.6 5.6M12.8 7.2l-5.6 5.6',
  pending: `${brokenRing}M6.8 10h.01M10 10h.01M13.2 10h.01`,
  unknown: `${brokenRing}M8 8.2a2.1 2.1 0 1 1 3.1 1.9c-.7.4-1.1.8-1.1 1.5M10 13.7h.01`,
} as const satisfies Record<string, string>;

export type IconName = keyof typeof icons;

/** The filled shape below the strokes; the strokes of these icons have the colour of text on that fill. */
export const grounds: Partial<Record<IconName, string>> = {
  online: 'M10 1.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17Z',
  busy: 'M6.5 2h7A4.5 4.5 0 0 1 18 6.5v7a4.5 4.5 0 0 1-4.5 4.5h-7A4.5 4.5 0 0 1 2 13.5v-7A4.5 4.5 0 0 1 6.5 2Z',
};
