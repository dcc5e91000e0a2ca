import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../core/errors.ts';

const Intent = z.object({ name: z.string().min(1), group: z.string().min(1), zh: z.string(), en: z.string() });

/** An intent of the corpus, its group, and what people call it. */
export type IntentEntry = z.infer<typeof Intent>;

/** The corpus's table of intents; empty where its folder has none. Throws `corpus.intents`. */
export function loadIntents(corpus: string): IntentEntry[] {
  const path = join(corpus, 'intents.json');
  if (!existsSync(path)) return [];
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new AppError('corpus.intents', { cause, detail: `${path}: no JSON` });
  }
  const result = z.array(Intent).safeParse(content);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new AppError('corpus.intents', { detail: `${path}: ${issue?.path.join('.')}: ${issue?.message}` });
}
