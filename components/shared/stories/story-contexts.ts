import { ContextProvider, type Context, type ContextType } from '@lit/context';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { en } from '../../../assets/locales/en.ts';
import {
  clockContext,
  configurationContext,
  connectionContext,
  presenceContext,
  receiptsContext,
  soundContext,
  stringsContext,
  transferContext,
  workContext,
} from '../../../src/contexts.ts';
import {
  stillClock,
  storyConfiguration,
  storyConnection,
  storyPresence,
  storySound,
  storyTransfer,
  works,
} from './story-fixtures.ts';
import { storyLanguage } from './story-languages.ts';
import { tokens } from '../tokens.styles.ts';
import { customElement } from '../custom-element.ts';

const defaults = [
  [connectionContext, storyConnection],
  [presenceContext, storyPresence],
  [workContext, works([])],
  [configurationContext, storyConfiguration],
  [soundContext, storySound],
  [receiptsContext, new Map()],
  [transferContext, storyTransfer],
  [clockContext, stillClock],
  [stringsContext, en],
] as const;

/**
 * For stories and tests: the contexts and tokens that a panel provides.
 *
 * @ignore
 */
@customElement('omni-story-contexts')
export class OmniStoryContexts extends LitElement {
  static override styles = [
    tokens,
    css`
      :host {
        display: block;
        max-inline-size: calc(23 * var(--omni-rem));
        background: var(--omni-surface);
      }
      :host([wide]) {
        max-inline-size: none;
        min-block-size: calc(40 * var(--omni-rem));
        background: none;
      }
    `,
  ];

  @property({ attribute: false }) context: StoryContext = {};
  @property({ type: Boolean, reflect: true }) wide = false;

  readonly #providers = new Map<unknown, ContextProvider<Context<unknown, unknown>>>();

  constructor() {
    super();
    for (const [context, initialValue] of defaults) {
      const options = { context: context as Context<unknown, unknown>, initialValue };
      this.#providers.set(context, new ContextProvider(this, options));
    }
  }

  /** Changes a provided value at once. */
  provide<C extends Context<unknown, unknown>>(context: C, value: ContextType<C>): void {
    this.#providers.get(context)?.setValue(value);
  }

  protected override willUpdate(): void {
    const { connection, presence, work, configuration, sound, receipts, transfer, clock, strings } =
      this.context;
    if (connection) this.provide(connectionContext, { ...storyConnection, ...connection });
    if (presence) this.provide(presenceContext, { ...storyPresence, ...presence });
    if (work) this.provide(workContext, work);
    if (configuration) this.provide(configurationContext, configuration);
    if (sound) this.provide(soundContext, { ...storySound, ...sound });
    if (receipts) this.provide(receiptsContext, receipts);
    if (transfer) this.provide(transferContext, { ...storyTransfer, ...transfer });
    if (clock) this.provide(clockContext, clock);
    if (strings) this.provide(stringsContext, strings);
    this.dir = this.context.strings?.direction ?? '';
    this.lang = this.context.strings?.locale ?? 'en';
  }

  protected override render() {
    return html`<slot></slot>`;
  }
}

/** The contexts that a story overrides; the others are those of a quiet, connected panel. */
export interface StoryContext {
  readonly connection?: Partial<ContextType<typeof connectionContext>>;
  readonly presence?: Partial<ContextType<typeof presenceContext>>;
  readonly work?: ContextType<typeof workContext>;
  readonly configuration?: ContextType<typeof configurationContext>;
  readonly sound?: Partial<ContextType<typeof soundContext>>;
  readonly receipts?: ContextType<typeof receiptsContext>;
  readonly transfer?: Partial<ContextType<typeof transferContext>>;
  readonly clock?: ContextType<typeof clockContext>;
  readonly strings?: ContextType<typeof stringsContext>;
}

/** What a decorator is told of its story: its parameters, and the settings of the book's toolbars. */
interface Told {
  readonly parameters: Record<string, unknown>;
  readonly globals?: Readonly<Record<string, unknown>>;
}

/** The decorator that provides a story's `parameters.context`, in the language of the toolbar. */
export function withContexts(story: () => unknown, { parameters, globals }: Told): TemplateResult {
  const { context, wide } = parameters as { context?: StoryContext; wide?: boolean };
  const whole: StoryContext = { strings: storyLanguage(globals).panel, ...context };
  return html`<omni-story-contexts .context=${whole} ?wide=${wide ?? false}>${story()}</omni-story-contexts>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'omni-story-contexts': OmniStoryContexts;
  }
}
