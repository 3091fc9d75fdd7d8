/**
 * How an answer that is known already is passed by: `fresh` for somebody who wants to know, `again` for what asks by itself, and
 * so obeys a rate limit.
 */
export type Freshness = 'fresh' | 'again';
