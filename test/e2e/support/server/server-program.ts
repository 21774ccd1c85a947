/** The environment variable that tells every worker the file made by `make-server-program`. */
export const SERVER_PROGRAM = 'OMNI_SERVER_PROGRAM';

/** The program of a server process. */
export const serverProgram = (): string => process.env[SERVER_PROGRAM] ?? 'scripts/start.ts';
