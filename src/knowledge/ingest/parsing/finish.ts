import { detectLocale } from '../../../language/language.ts';
import type { ReadProblem, ReadResult } from '../documents.ts';
import { nothingRead } from '../documents.ts';
import type { ReadLimits } from '../limits.ts';
import { problems } from '../problems.ts';
import { oneLine } from './one-line.ts';
import { visible } from './visible.ts';

/** A document as a parser leaves it. */
export interface Draft {
  key: string;
  title: string;
  body: string;
  kind?: 'text' | 'pair';
  alsoAsked?: string[];
}

/** Characters by which the language is told: more add nothing. */
const LANGUAGE_SAMPLE = 20_000;
/** From this share of unreadable characters on, and more than a few, the whole text is taken to be garbled. */
const GARBLED = 0.005;
const A_FEW = 3;

/** What every text goes through, whatever file it came from. */
export function finish(draft: Draft, limits: ReadLimits): ReadResult {
  const { key } = draft;
  const whole = visible(draft.body)
    .replace(/[^\S\n]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  if (whole.length > limits.textCharacters)
    return nothingRead(problems.textTooLong(key, whole.length, limits.textCharacters));
  const unreadable = whole.split('\uFFFD').length - 1;
  if (unreadable > Math.max(A_FEW, whole.length * GARBLED)) return nothingRead(problems.unreadableText(key));
  const body = whole.replaceAll('\uFFFD', '');
  if (!/[\p{Letter}\p{Number}]/u.test(body)) return nothingRead(problems.empty(key));
  const title = oneLine(draft.title.replaceAll('\uFFFD', ''));
  const notes: ReadProblem[] = unreadable > 0 ? [problems.unreadableCharacters(key, unreadable)] : [];
  return {
    documents: [
      {
        key,
        title,
        body,
        language: detectLocale(`${title}\n${body}`.slice(0, LANGUAGE_SAMPLE)),
        kind: draft.kind ?? 'text',
        alsoAsked: draft.alsoAsked ?? [],
      },
    ],
    problems: notes,
  };
}
