/** In bytes: what a question takes of one picture. A request with more is refused by most providers. */
export const LARGEST_CHAT_IMAGE = 4_000_000;
