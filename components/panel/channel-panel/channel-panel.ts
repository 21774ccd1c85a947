import { html, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { acceptedWorks, waitingRequests } from '../../../src/console/console.ts';
import { firstFocusable } from '../../shared/focus.ts';
import { speak } from '../../shared/own-language.ts';
import { keepKeys } from '../../shared/typing.ts';
import '../announcer/announcer.ts';
import { ChannelElement } from '../channel/channel-element.ts';
import * as pieces from '../channel/pieces.ts';
import { styles } from './channel-panel.styles.ts';
import { moveTab, tabButton, type TabName } from './panel-tabs.ts';

/**
 * The rep's omni-channel panel: presence, work requests with their sound, accepted work, the log. It connects while
 * it is in the document; moving it within the document does not break the connection. A host that wants these in places
 * of their own uses `<omni-channel>` instead.
 *
 * The rep's actions bubble from it as cancelable events ("...-request"): a host that calls `preventDefault()` takes
 * over the action or vetoes it. Facts are in the past tense and cannot be canceled. Methods have the names that
 * console developers know; they reject with a `PanelError`, which has a `code`. Those that answer, end or transfer work
 * are fulfilled with a `MethodOutcome`: `confirmed`, or `kept` while there is no connection. No promise stays open.
 *
 * @slot logo - Above the status.
 * @slot no-work - What is shown instead of the sentence that there is no work.
 *
 * @csspart tabs - The Work and Log tabs.
 * @csspart tab - One of them.
 * @csspart tab-selected - The open one.
 * @csspart tab-count - The number on a tab.
 *
 * @customElement omni-channel-panel
 */
export class OmniChannelPanel extends ChannelElement {
  static override styles = styles;

  /** `docked`: fills the height of its container. `inline`: as high as its content. */
  @property({ reflect: true }) layout: 'docked' | 'inline' = 'docked';

  @state() private tab: TabName = 'work';
  @state() private workCount = 0;

  /** Whether the toasts are shown inside the panel instead of above the page. */
  protected readonly toastsInside: boolean = false;

  constructor() {
    super();
    this.rememberDefaults();
    this.console.stores.work.subscribe((work) => {
      this.workCount = acceptedWorks(work).length + waitingRequests(work).length;
    });
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    keepKeys(root);
    return root;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('words')) speak(this, this.words);
  }

  protected override render() {
    const { words, hideLog } = this;
    const isLog = this.tab === 'log' && !hideLog;
    const select = (name: TabName) => (this.tab = name);
    const tab = (name: TabName, label: string, count: number) =>
      tabButton({ name, label, count, isSelected: this.tab === name, select });
    return html`<slot name="logo"></slot
      >${pieces.banner(this)}${pieces.moveNotice()}${pieces.presence()}${pieces.wrapUp()}${pieces.readiness(this)}${pieces.capacity(this)}
      <div role="tablist" part="tabs" aria-label=${words.work} ?hidden=${hideLog} @keydown=${moveTab}>
        ${tab('work', words.work, this.workCount)}${tab('log', words.log, 0)}
      </div>
      <div role="tabpanel" id="work" aria-labelledby="work-tab" ?hidden=${isLog}>${pieces.work(this)}</div>
      <div role="tabpanel" id="log" aria-labelledby="log-tab" ?hidden=${!isLog}>${pieces.log()}</div>
      ${pieces.missed(this)}${pieces.connection()}${pieces.requests(this, this.toastsInside)}<omni-announcer
      ></omni-announcer>`;
  }

  protected override get requests() {
    return this.renderRoot.querySelector('omni-work-requests');
  }

  protected override get hasFocus(): boolean {
    return this.matches(':focus-within');
  }

  protected override showLog(): void {
    this.tab = 'log';
  }

  /**
   * Above the tabs that is the status. Below them, and for the toasts, it is the first row of work, else the open tab:
   * none of them does harm if the rep is still pressing a key.
   */
  protected override nearest(event: Event): HTMLElement | null {
    const root = this.renderRoot;
    const from = event.composedPath().find((one) => one instanceof Element && one.parentNode === root);
    const tabs = root.querySelector('[role=tablist]');
    const isAbove =
      tabs && (from as Element).compareDocumentPosition(tabs) & Node.DOCUMENT_POSITION_FOLLOWING;
    if (isAbove) return root.querySelector('omni-presence-menu');
    const work = root.querySelector('[role=tabpanel]:not([hidden]) > omni-work-list')?.shadowRoot;
    const tab = this.hideLog ? 'omni-presence-menu' : '[role=tab][aria-selected=true]';
    return (work && firstFocusable(work)) ?? root.querySelector<HTMLElement>(tab);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'omni-channel-panel': OmniChannelPanel;
  }
}
