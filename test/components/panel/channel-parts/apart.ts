import type { OmniChannel } from '../../../../src/index.ts';
import { everything, text } from '../../../helpers/mount.ts';
import { type PanelPage, untilSignedIn } from '../../../helpers/panel-under-test.ts';

export const tags = ['omni-presence', 'omni-requests', 'omni-work', 'omni-wrap-up', 'omni-log'] as const;
type Tag = (typeof tags)[number];

/** A page of a host that placed the parts apart, with what was removed from it after each test. */
export class ApartPage {
  readonly home = document.createElement('div');
  readonly #page: PanelPage;

  constructor(page: PanelPage) {
    this.#page = page;
    document.body.append(this.home);
  }

  /** A signed-in channel. */
  async channel(properties?: Partial<OmniChannel>, place: ParentNode = this.home): Promise<OmniChannel> {
    const channel = this.#page.channel(properties);
    place.append(channel);
    await untilSignedIn(channel);
    return channel;
  }

  /** A channel around one of each part. */
  async around(properties?: Partial<OmniChannel>): Promise<OmniChannel> {
    const channel = this.#page.channel(properties);
    channel.append(...tags.map((tag) => document.createElement(tag)));
    this.home.append(channel);
    await untilSignedIn(channel);
    return channel;
  }

  part<Name extends Tag>(tag: Name): HTMLElementTagNameMap[Name] {
    const [part, ...others] = document.querySelectorAll(tag);
    if (!part || others.length > 0) throw new Error(`${others.length + Number(!!part)} × ${tag}`);
    return part;
  }

  /** What a part shows, its first words by default of the only one with this tag. */
  shows(tag: Tag): string {
    return text(this.part(tag));
  }

  /** The elements with this tag on the page, also within shadow trees. */
  all<Name extends keyof HTMLElementTagNameMap>(tag: Name): HTMLElementTagNameMap[Name][] {
    return everything(document.body).filter(({ localName }) => localName === tag) as never;
  }
}
