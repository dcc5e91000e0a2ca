import { plainPath } from './archive/entry-names.ts';
import type { ReadResult } from './documents.ts';
import { nothingRead } from './documents.ts';
import { problems } from './problems.ts';
import { readOne, titleOf } from './read-one.ts';
import type { Tools } from './tools.ts';

export async function readFile(name: string, content: Uint8Array | Blob, tools: Tools): Promise<ReadResult> {
  const { limits, workbench } = tools;
  const key = plainPath(name);
  const size = content instanceof Blob ? content.size : content.byteLength;
  if (size > limits.fileBytes) return nothingRead(problems.fileTooLarge(key, size, limits.fileBytes));
  const bytes = content instanceof Blob ? new Uint8Array(await content.arrayBuffer()) : content;
  return readOne({ key, title: titleOf(key), bytes, limits, address: null, charset: null }, workbench);
}
