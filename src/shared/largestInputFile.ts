/** In bytes: what a run takes of one file. Providers take less, and it is sent as base64, which is a third more. */
export const LARGEST_INPUT_FILE = 50_000_000;
