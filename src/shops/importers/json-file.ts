import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failed } from './failure.ts';

/** `source` is the number as it is written (proposal-json-parse-with-source, in V8 since 11.4). */
type Reviver = (key: string, value: unknown, context?: { source?: string }) => unknown;

/** Whole numbers beyond 2^53 stay text: an 18-digit identifier must not lose its end. */
const keepLongNumbers: Reviver = (_key, value, context) =>
  typeof value === 'number' && !Number.isSafeInteger(value) && context?.source && /^-?\d+$/.test(context.source)
    ? context.source
    : value;

/** A JSON file of an import. @throws AppError `import.failed` when it is missing or no JSON. */
export async function readJson(directory: string, file: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(join(directory, file), 'utf8');
  } catch (error) {
    throw failed({ zh: `找不到或读不了 ${file}。`, en: `${file} is missing or cannot be read.` }, error);
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''), keepLongNumbers as Parameters<typeof JSON.parse>[1]);
  } catch (error) {
    throw failed({ zh: `${file} 不是有效的 JSON。`, en: `${file} is not valid JSON.` }, error);
  }
}
