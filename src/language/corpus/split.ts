import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../core/errors.ts';
import { normalise } from '../normalise.ts';
import type { Example } from './examples.ts';

export interface Split<Item> {
  training: Item[];
  development: Item[];
}

/** From 0 up to, not including, 1; alike for texts that differ in width, script, case, spaces or punctuation alone. */
function placeOf(text: string, seed: string): number {
  const folded = normalise(text).text.toLowerCase();
  const bare = folded.replace(/[\p{P}\p{Z}\s]/gu, '');
  const hash = createHash('sha256').update(`${seed}\n${bare}`, 'utf8').digest();
  return hash.readUInt32BE(0) / 2 ** 32;
}

/**
 * Parts whole utterances, before anything multiplies them. Where one goes is told from its own text:
 * lines that are added, taken away or moved never change the side of another.
 */
export function splitExamples<Item extends Pick<Example, 'text'>>(
  examples: readonly Item[],
  share = 0.1,
  seed = 'corpus',
): Split<Item> {
  const split: Split<Item> = { training: [], development: [] };
  for (const example of examples)
    (placeOf(example.text, seed) < share ? split.development : split.training).push(example);
  return split;
}

/** Never trained on: it may change without the model. */
const HELD_OUT = 'held-out/';

/** The corpus's files by path, in an order that no machine's locale changes. */
function filesOf(directory: string): string[] {
  try {
    return readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:txt|json)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name).slice(join(directory, '/').length).replaceAll('\\', '/'))
      .filter((path) => !path.startsWith(HELD_OUT))
      .sort((a, b) => (a < b ? -1 : 1));
  } catch (cause) {
    throw new AppError('corpus.missing', { cause, detail: directory });
  }
}

/** SHA-256 in hex over the names and contents of all that a model is trained on; prose (*.md) and the held-out folder do not count. */
export function corpusDigest(directory: string): string {
  const hash = createHash('sha256');
  for (const path of filesOf(directory)) {
    // Line ends differ by checkout.
    const content = readFileSync(join(directory, path), 'utf8').replaceAll('\r\n', '\n');
    hash.update(`${path}\0${Buffer.byteLength(content)}\0${content}`, 'utf8');
  }
  return hash.digest('hex');
}
