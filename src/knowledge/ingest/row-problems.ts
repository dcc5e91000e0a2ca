import type { ReadProblem } from './documents.ts';

function inRow(key: string, row: number, zh: string, en: string, code: ReadProblem['code'] = 'row'): ReadProblem {
  return { key, code, detail: { zh: `第 ${row} 行${zh}`, en: `Row ${row} ${en}` } };
}

/** Why one row of a sheet was not read; the others were. Rows are numbered as the spreadsheet shows them. */
export const rowProblems = {
  broken: (key: string, row: number) =>
    inRow(
      key,
      row,
      '的引号没有配对，这一行没有读取。',
      'has a quotation mark that is never closed; this row was not read.',
    ),
  cells: (key: string, row: number) =>
    inRow(
      key,
      row,
      '的格子比表头多，可能有没加引号的逗号，这一行没有读取。',
      'has more cells than the header: a comma may lack its quotes. This row was not read.',
    ),
  noQuestion: (key: string, row: number) =>
    inRow(key, row, '有答案，没有问题，没有读取。', 'has an answer and no question; it was not read.'),
  noAnswer: (key: string, row: number) =>
    inRow(key, row, '有问题，没有答案，没有读取。', 'has a question and no answer; it was not read.'),
  unreadable: (key: string, row: number) =>
    inRow(key, row, '有读不出的字符，没有读取。', 'has characters that cannot be read; it was left out.'),
  sameQuestion: (key: string, row: number, earlier: number) =>
    inRow(
      key,
      row,
      `和第 ${earlier} 行问的一样，只用了第 ${earlier} 行的答案。`,
      `asks the same as row ${earlier}; only the answer of row ${earlier} was taken.`,
      'repeated',
    ),
  others: (key: string, rows: number): ReadProblem => ({
    key,
    code: 'row',
    detail: {
      zh: `还有 ${rows} 行也没有读取，原因类似。`,
      en: `${rows} more rows were not read, for the like reasons.`,
    },
  }),
};
