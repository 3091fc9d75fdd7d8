/** What an operation asks of an access token. */
export type Permission = 'hub.read' | 'hub.write' | 'inference' | 'jobs';
