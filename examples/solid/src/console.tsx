import 'omni-channel-panel';
import type {} from 'omni-channel-panel/types/solid';
import { createSignal } from 'solid-js';
import { apiAddress, tokenOf } from './api.ts';

export function Console(props: { readonly rep: string }) {
  const [subject, setSubject] = createSignal('Nothing is open');
  return (
    <>
      <h1>{subject()}</h1>
      <omni-channel-panel
        prop:apiAddress={apiAddress}
        prop:rep={props.rep}
        prop:token={tokenOf(props.rep)}
        on:omni-open-work-request={({ agentWork }) => setSubject(agentWork.subject)}
      />
    </>
  );
}
