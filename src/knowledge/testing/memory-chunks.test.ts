import { beforeEach, describe } from 'vitest';
import { chunkContract } from './chunk-contract.ts';
import { memoryChunks } from './memory-chunks.ts';

describe('pieces in memory', () => {
  let store = memoryChunks();
  beforeEach(() => {
    store = memoryChunks();
  });
  chunkContract({ chunks: () => store, write: (work) => work(store) });
});
