/** What differs from the shipped recipe so that an epoch of the tiny corpus takes a fraction of a second. */
export const TINY = {
  vocabulary: 300,
  shape: { width: 16, layers: 1, heads: 2, hidden: 32, features: 1024, sentence: 8 },
  training: { epochs: 6, batch: 16, rate: 0.01, tableRate: 0.1, warmUp: 4, averaged: 2, threads: 1 },
};
