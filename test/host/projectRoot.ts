import path from 'node:path';

/** The checkout's own folder. */
export const projectRoot = path.resolve(__dirname, '../..');
