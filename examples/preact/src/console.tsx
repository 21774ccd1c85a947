import 'omni-channel-panel';
import type {} from 'omni-channel-panel/types/preact';
import { useMemo, useState } from 'preact/hooks';
import { apiAddress, tokenOf } from './api.ts';

export function Console({ rep }: { rep: string }) {
  const [subject, setSubject] = useState('Nothing is open');
  const token = useMemo(() => tokenOf(rep), [rep]);
  return (
    <>
      <h1>{subject}</h1>
      <omni-channel-panel
        apiAddress={apiAddress}
        rep={rep}
        token={token}
        onomni-open-work-request={({ agentWork }) => setSubject(agentWork.subject)}
      />
    </>
  );
}
