/** What Setup says if a request got no answer: the server is down, or the network is. */
export const NO_ANSWER = 'The server did not answer.';
