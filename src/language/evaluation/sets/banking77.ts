import { labelledRows } from './labelled.ts';
import type { SetReader } from './reader.ts';

/** PolyAI's 77 intents of a bank's customers, official split. */
export const banking77: SetReader = {
  locale: 'en',
  files: ['train.jsonl', 'test.jsonl'],
  load: (read) => ({
    train: labelledRows(read('train.jsonl'), 'train.jsonl'),
    test: labelledRows(read('test.jsonl'), 'test.jsonl'),
    remarks: [],
  }),
};
