'use client';

import { OmniChannelPanel } from 'omni-channel-panel/react';
import { useMemo, useState } from 'react';
import { apiAddress, tokenOf } from './api.ts';

export function Console({ rep }: { rep: string }) {
  const [subject, setSubject] = useState('Nothing is open');
  const token = useMemo(() => tokenOf(rep), [rep]);
  return (
    <>
      <h1>{subject}</h1>
      <OmniChannelPanel
        apiAddress={apiAddress}
        rep={rep}
        token={token}
        onOmniOpenWorkRequest={({ agentWork }) => setSubject(agentWork.subject)}
      />
    </>
  );
}
