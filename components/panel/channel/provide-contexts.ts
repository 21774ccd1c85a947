import { ContextProvider, type Context } from '@lit/context';
import type { ReactiveElement } from 'lit';
import type { PanelConsole, Store } from '../../../src/console/console.ts';
import {
  clockContext,
  configurationContext,
  connectionContext,
  presenceContext,
  receiptsContext,
  soundContext,
  transferContext,
  workContext,
} from '../../../src/contexts.ts';

/** Puts the state of the console's stores, and its clock, into the contexts that the panel's elements read. */
export function provideContexts(panel: ReactiveElement, { stores, clock }: PanelConsole): void {
  const provide = <State>(context: Context<unknown, State>, store: Store<State>) => {
    const provider = new ContextProvider(panel, { context, initialValue: store.state });
    store.subscribe((state) => provider.setValue(state));
  };
  provide(connectionContext, stores.connection);
  provide(presenceContext, stores.presence);
  provide(workContext, stores.work);
  provide(configurationContext, stores.configuration);
  provide(soundContext, stores.sound);
  provide(receiptsContext, stores.receipts);
  provide(transferContext, stores.transfer);
  new ContextProvider(panel, { context: clockContext, initialValue: clock });
}
