/** The icons used only in Setup, in the same style: on a grid of 20, with lines 1.5 wide. */
export const setupIcons = {
  alert: 'M10 2.8a7.2 7.2 0 1 1 0 14.4 7.2 7.2 0 0 1 0-14.4ZM10 6.3v4.2M10 13.3h.01',
  'arrow-down': 'M10 4.5v11M5.5 11l4.5 4.5 4.5-4.5',
  'arrow-up': 'M10 15.5v-11M5.5 9 10 4.5 14.5 9',
  check: 'm4.5 10.5 3.7 3.7 7.3-8',
  down: 'm5.5 8 4.5 4.5L14.5 8',
  left: 'M12 5.5 7.5 10l4.5 4.5',
  play: 'M6.5 4.3v11.4l9-5.7-9-5.7Z',
  plus: 'M10 4.5v11M4.5 10h11',
  right: 'm8 5.5 4.5 4.5L8 14.5',
  search: 'M9 3.7a5.3 5.3 0 1 1 0 10.6A5.3 5.3 0 0 1 9 3.7ZM13 13l3.8 3.8',
  sliders: 'M3 6h7M14 6h3M3 14h3M10 14h7M12 4a2 2 0 1 1 0 4 2 2 0 0 1 0-4ZM8 12a2 2 0 1 1 0 4 2 2 0 0 1 0-4Z',
  stop: 'M6 6h8v8H6z',
  swap: 'M3.5 7h12M12.5 4l3 3-3 3M16.5 13h-12M7.5 10l-3 3 3 3',
  trash: 'M4 5.5h12M8 5.5V3.8h4v1.7M5.5 5.5l.7 10.7h7.6l.7-10.7M8.5 8.5v4.7M11.5 8.5v4.7',
  undo: 'M4 8h8.5a4 4 0 0 1 0 8H8M7 4.5 3.5 8 7 11.5',
  upload: 'M10 13V3.8M6.3 7.3 10 3.6l3.7 3.7M3.5 13v3.2h13V13',
  warn: 'M8.7 3.9 2.6 14.4a1.5 1.5 0 0 0 1.3 2.2h12.2a1.5 1.5 0 0 0 1.3-2.2L11.3 3.9a1.5 1.5 0 0 0-2.6 0ZM10 8v3.5M10 13.9h.01',
  x: 'm5.5 5.5 9 9M14.5 5.5l-9 9',
} as const satisfies Record<string, string>;

export type SetupIcon = keyof typeof setupIcons;
