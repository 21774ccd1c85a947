const panel = document.querySelector('omni-channel-panel');
const heading = document.querySelector('h1');
if (!panel || !heading) throw new Error('The page has no panel.');

/** A host of your own asks its own back end, which knows who has signed in. */
panel.token = async () => {
  const response = await fetch('http://localhost:5173/demo/tokens', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ subject: 'sofia' }),
  });
  const { token } = await response.json();
  return token;
};
panel.addEventListener('omni-open-work-request', ({ agentWork }) => {
  heading.textContent = agentWork.subject;
});
