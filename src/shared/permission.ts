/** What an operation asks of an access token. */
export type Permission = 'hub.read' | 'hub.gated' | 'hub.write' | 'inference' | 'jobs';
