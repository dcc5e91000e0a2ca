import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../../language/storage/write-whole.ts';
import { makeFolder } from '../../platform/folder.ts';
import { failure } from '../exit.ts';

/** Told before the work, not after it. @throws AppError `data-folder.unwritable` */
export function prepareWritable(folder: string, option: string): void {
  makeFolder(folder);
  try {
    accessSync(folder, constants.W_OK);
  } catch (cause) {
    const words = {
      zh: `${folder} 不能写入，请换一个 ${option}。`,
      en: `${folder} cannot be written to: choose another ${option}.`,
    };
    throw failure('data-folder.unwritable', words, cause);
  }
}

export function writeText(folder: string, file: string, text: string): void {
  writeWhole(join(folder, file), new TextEncoder().encode(text));
}

/** A report for programs and for people. */
export function writeReport(folder: string, report: object, page: string): void {
  writeText(folder, 'report.json', `${JSON.stringify(report, null, 1)}\n`);
  writeText(folder, 'report.html', page);
}
