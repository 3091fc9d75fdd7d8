/** The loopback Hub's model that writes as much as it is told to, as fast as it is told to. */
export const BENCH_MODEL = 'loopback/bench-stream';
