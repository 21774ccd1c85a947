/** Names to every worker the file that `make-server-program` made. */
export const SERVER_PROGRAM = 'OMNI_SERVER_PROGRAM';

/** What a server process runs. */
export const serverProgram = (): string => process.env[SERVER_PROGRAM] ?? 'scripts/start.ts';
