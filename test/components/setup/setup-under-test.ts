import { setupWorker, type SetupWorker } from 'msw/browser';
import type { OmniConfigurationEditor } from '../../../components/setup/configuration-editor/configuration-editor.ts';
import type { OmniDualList } from '../../../components/setup/dual-list/dual-list.ts';
import type { OmniPresenceSetup } from '../../../components/setup/presence-setup/presence-setup.ts';
import type { OmniPickList } from '../../../components/setup/pick-list/pick-list.ts';
import type { OmniSettingField } from '../../../components/setup/setting-field/setting-field.ts';
import '../../../src/setup/index.ts';
import { FakeSetupBackend } from '../../fake-backend/setup/setup-backend.ts';
import { everything, text } from '../../helpers/mount.ts';
import { until } from '../../helpers/until.ts';

let worker: SetupWorker | undefined;

/** Setup with a fake back end in the page. */
export class SetupUnderTest {
  readonly backend = new FakeSetupBackend();
  readonly element: OmniPresenceSetup;

  private constructor() {
    this.element = document.createElement('omni-presence-setup');
    this.element.apiAddress = this.backend.address;
    this.element.token = () => Promise.resolve('token');
  }

  /** Opens Setup; `before` lets the test change the back end first. */
  static async open(before: (setup: SetupUnderTest) => void = () => undefined): Promise<SetupUnderTest> {
    if (!worker) {
      worker = setupWorker();
      await worker.start({ quiet: true });
    }
    const setup = new SetupUnderTest();
    before(setup);
    worker.resetHandlers(...setup.backend.handlers);
    document.body.append(setup.element);
    await until('the list is here', () => !setup.isBusy);
    return setup;
  }

  static stop(): void {
    void worker?.stop();
    worker = undefined;
  }

  close(): void {
    this.element.remove();
  }

  /** Whether the list or a record is loading. */
  get isBusy(): boolean {
    const list = this.find('omni-record-list');
    if (this.element.page === 'import') return this.shows('Loading…');
    return list === undefined ? !this.shows('permission') : list.loading || this.shows('Loading…');
  }

  all<Tag extends keyof HTMLElementTagNameMap>(tag: Tag): HTMLElementTagNameMap[Tag][] {
    return everything(this.element.shadowRoot!).filter(({ localName }) => localName === tag) as never;
  }

  find<Tag extends keyof HTMLElementTagNameMap>(tag: Tag): HTMLElementTagNameMap[Tag] | undefined {
    return this.all(tag)[0];
  }

  get editor(): OmniConfigurationEditor {
    return this.find('omni-configuration-editor')!;
  }

  /** The whole visible text. */
  get said(): string {
    const trees = [this.element, ...everything(this.element.shadowRoot!)].filter(
      (element) => element.shadowRoot && element.checkVisibility(),
    );
    return trees
      .flatMap((element) => [...element.shadowRoot!.children])
      .filter((child) => child.checkVisibility())
      .map(text)
      .join(' ');
  }

  shows(words: string): boolean {
    return this.said.includes(words);
  }

  until(words: string): Promise<void> {
    return until(`Setup says “${words}”`, () => this.shows(words));
  }

  /** A button by its name. */
  button(name: string): HTMLButtonElement {
    const found = this.all('button').find(
      (button) =>
        (button.ariaLabel ?? text(button)) === name && button.checkVisibility({ visibilityProperty: true }),
    );
    if (!found) throw new Error(`There is no button “${name}”.`);
    return found;
  }

  async open(name: string): Promise<void> {
    const row = this.find('omni-record-list')?.shadowRoot?.querySelectorAll('li button') ?? [];
    const wanted = [...row].find((button) => text(button).startsWith(name)) as HTMLElement | undefined;
    if (!wanted) throw new Error(`${name} is not in the list.`);
    wanted.click();
    await until(`${name} is open`, () => this.find('h1')?.innerText.startsWith(name) ?? false);
    await this.settled();
  }

  async turnTo(page: OmniPresenceSetup['page']): Promise<void> {
    const title = this.element.words.pages[page].title;
    const pages = [...this.element.shadowRoot!.querySelectorAll<HTMLElement>('[part=pages] button')];
    pages.find((one) => text(one) === title)!.click();
    await this.settled();
    await until(`${page} is shown`, () => this.element.page === page && !this.isBusy);
    await this.settled();
  }

  /** A field of the form; `null` if it is missing or hidden. */
  field(pointer: string): OmniSettingField | null {
    const found = this.all('omni-setting-field').find(({ field }) => field.pointer === pointer);
    return found && !found.hidden ? found : null;
  }

  control(pointer: string): HTMLInputElement {
    const control = this.field(pointer)?.shadowRoot?.querySelector<HTMLInputElement>('#control');
    if (!control) throw new Error(`There is no field ${pointer}.`);
    return control;
  }

  /** Types into a field, without leaving it. */
  async write(pointer: string, value: string): Promise<void> {
    const control = this.control(pointer);
    control.focus();
    control.value = value;
    control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await this.settled();
  }

  async leave(pointer: string): Promise<void> {
    this.control(pointer).blur();
    await this.settled();
  }

  /** Flips a switch, or selects from a list. */
  async choose(pointer: string, value: boolean | string): Promise<void> {
    const control = this.control(pointer);
    if (typeof value === 'boolean') control.checked = value;
    else control.value = value;
    control.dispatchEvent(new Event('change', { bubbles: true }));
    await this.settled();
  }

  /** The sentence beside a field; `null` if there is none. */
  sentence(pointer: string): string | null {
    const found = this.field(pointer)?.shadowRoot?.querySelector('[part=problem]');
    return found ? text(found) : null;
  }

  /** The two lists of a field, or of users or profiles. */
  lists(label: string): OmniDualList {
    const found = this.all('omni-dual-list').find((list) => list.label === label);
    if (!found) throw new Error(`There are no lists of ${label}.`);
    return found;
  }

  list(label: string, side: 'available' | 'selected'): OmniPickList {
    return this.lists(label).shadowRoot!.querySelector<OmniPickList>(`[part=${side}]`)!;
  }

  /** Moves rows to the other list. */
  async pick(label: string, side: 'available' | 'selected', ...ids: string[]): Promise<void> {
    this.list(label, side).mark(ids);
    await this.settled();
    this.button(`${side === 'available' ? 'Add' : 'Remove'}: ${label}`).click();
    await this.settled();
  }

  async save(): Promise<void> {
    const bar = this.find('omni-save-bar')!;
    bar.shadowRoot!.querySelector<HTMLElement>('.primary')!.click();
    await this.settled();
    await until('it is saved, or not', () => !bar.saving.isSaving);
    await this.settled();
  }

  async settled(): Promise<void> {
    for (const element of [this.element, ...everything(this.element.shadowRoot!)])
      if ('updateComplete' in element) await (element as OmniPresenceSetup).updateComplete;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}
