/** The graph and its reader, for the commands that ask it. The others begin without it, and so sooner. */
export const loadGraph = (): typeof import('./graph') => require('./graph');

/** The server, for the one command that serves. */
export const loadServer = (): typeof import('../server/server') => require('../server/server');
