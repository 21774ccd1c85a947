import { createComponent, type EventName } from '@lit/react';
import * as React from 'react';
import * as facts from './events/facts.ts';
import * as requests from './events/requests.ts';
import { OmniChannel as ChannelElement, OmniChannelPanel as PanelElement } from './index.ts';

const events = { ...facts, ...requests };
type EventClass = (typeof events)[keyof typeof events];

/** `omni-work-assigned` as `OmniWorkAssigned`. */
type PascalCase<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${PascalCase<Rest>}`
  : Capitalize<Name>;

type Listeners = {
  [Class in EventClass as `on${PascalCase<Class['type']>}`]: EventName<InstanceType<Class>>;
};

const propertyOf = (type: string) =>
  `on-${type}`.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const listeners = Object.fromEntries(
  Object.values(events).map(({ type }) => [propertyOf(type), type]),
) as unknown as Listeners;

/**
 * The panel as a React component, for React 18 and for pages rendered on a server: a page that React hydrates never
 * sets an element's properties (`token`, `workspace`, `words`); this component does. Its props are the element's
 * properties, and `onOmniWorkAssigned` and so on for its events; its `ref` is the element.
 */
export const OmniChannelPanel = createComponent({
  react: React,
  tagName: 'omni-channel-panel',
  elementClass: PanelElement,
  events: listeners,
  displayName: 'OmniChannelPanel',
});

/** The same for `<omni-channel>`. Its parts have attributes only, and need no component. */
export const OmniChannel = createComponent({
  react: React,
  tagName: 'omni-channel',
  elementClass: ChannelElement,
  events: listeners,
  displayName: 'OmniChannel',
});
