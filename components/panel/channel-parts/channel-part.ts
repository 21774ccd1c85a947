import { ContextConsumer, ContextEvent } from '@lit/context';
import {
  LitElement,
  nothing,
  render,
  type CSSResultGroup,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { property } from 'lit/decorators.js';
import { stringsContext } from '../../../src/contexts.ts';
import { ancestors } from '../../shared/ancestors.ts';
import { speak } from '../../shared/own-language.ts';
import { OmniChannel } from '../channel/channel.ts';
import { answers } from '../channel/panel-requests.ts';
import { place, remove, type PlacedPart } from '../channel/placed-parts.ts';
import { styles } from './channel-part.styles.ts';

const EXPLAINED =
  'https://github.com/omni-channel-panel/omni-channel-panel/blob/main/docs/embedding.md#separate-elements';

/** What the elements in a part ask of their channel. */
const asked = [...Object.keys(answers), 'omni-focus-left', 'omni-reveal'];

const warned = new Set<string>();

/**
 * A part of the panel in a place of its own. Its channel is the `<omni-channel>` around it, or the one that the host
 * names. Without one it is empty, and the console says so.
 */
export abstract class ChannelPart extends LitElement implements PlacedPart {
  static override styles: CSSResultGroup[] = styles;

  /** The `id` of an `<omni-channel>` that is not around this element. */
  @property() for = '';
  /** The `<omni-channel>` itself, instead of its `id`; `null` for the one with the `id`, or around this element. */
  @property({ attribute: false }) channel: OmniChannel | null = null;

  #owner: OmniChannel | null = null;
  readonly #words = new ContextConsumer(this, {
    context: stringsContext,
    subscribe: true,
    callback: (words) => speak(this, words),
  });

  constructor() {
    super();
    this.addEventListener('context-request', this.#provide);
    for (const type of asked) this.addEventListener(type, this.#pass);
  }

  /** @internal */
  get owner(): OmniChannel | null {
    return this.#owner;
  }

  override connectedCallback(): void {
    place(this);
    this.look();
    super.connectedCallback();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    remove(this);
  }

  /** @internal */
  look(): void {
    const owner = this.channel ?? (this.for ? this.#named() : this.#around());
    if (owner === this.#owner) return;
    this.#owner = owner;
    // Its elements belong to their channel for life.
    if (this.hasUpdated) render(nothing, this.renderRoot, this.renderOptions);
    this.requestUpdate();
    this.#words.hostDisconnected();
    this.#words.hostConnected();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this.isConnected) this.look();
  }

  protected override firstUpdated(): void {
    if (this.ownerDocument.readyState !== 'loading') return this.#warn();
    this.ownerDocument.addEventListener('DOMContentLoaded', () => this.#warn(), { once: true });
  }

  protected override render() {
    return this.#owner ? this.content(this.#owner) : nothing;
  }

  /** What it shows of its channel. */
  protected abstract content(channel: OmniChannel): TemplateResult;

  #named(): OmniChannel | null {
    const roots = new Set(
      [this, ...ancestors(this)].map((one) => one.getRootNode() as Document | ShadowRoot),
    );
    const found = [...roots].map((root) => root.getElementById(this.for));
    return found.find((one) => one instanceof OmniChannel) ?? null;
  }

  #around(): OmniChannel | null {
    return ancestors(this).find((one) => one instanceof OmniChannel) ?? null;
  }

  #warn(): void {
    if (this.#owner || !this.isConnected) return;
    const wanted = this.for ? `has no <omni-channel id="${this.for}">` : 'is not within an <omni-channel>';
    const warning = `<${this.localName}> ${wanted} and is empty until there is one. See ${EXPLAINED}`;
    if (warned.has(warning)) return;
    warned.add(warning);
    console.warn(warning);
  }

  // Wherever the part is: the elements in it ask its own channel, and not one that is around it.
  readonly #provide = (event: HTMLElementEventMap['context-request']): void => {
    event.stopPropagation();
    const { context, contextTarget, callback, subscribe } = event;
    this.#owner?.dispatchEvent(new ContextEvent(context, contextTarget, callback, subscribe));
  };

  // The events are the channel's, wherever the part is. The same event, once it is over here: a host may cancel it there.
  readonly #pass = (event: Event): void => {
    const owner = this.#owner;
    event.stopPropagation();
    queueMicrotask(() => owner?.dispatchEvent(event));
  };
}
