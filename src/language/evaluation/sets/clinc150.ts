import { labelledRows } from './labelled.ts';
import type { SetReader } from './reader.ts';

/** Clinc's 150 intents of an assistant's users, and messages of none of them (`oos`). Scored on the validation half: the test half is held elsewhere. */
export const clinc150: SetReader = {
  locale: 'en',
  files: ['train.jsonl', 'oos_train.jsonl', 'val.jsonl', 'oos_val.jsonl'],
  load: (read) => ({
    train: ['train.jsonl', 'oos_train.jsonl'].flatMap((file) => labelledRows(read(file), file)),
    test: ['val.jsonl', 'oos_val.jsonl'].flatMap((file) => labelledRows(read(file), file)),
    remarks: [],
  }),
};
