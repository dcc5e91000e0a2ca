import type { Localized } from '../core/locale.ts';
import type { UnderstandingContext } from '../core/understanding.ts';
import { ASKED_NAMES } from '../language/understanding/context.ts';

/** A line of standard input that can be read. */
export interface TextLine {
  ok: true;
  text: string;
  context: UnderstandingContext;
}

export interface BadTextLine {
  ok: false;
  code: string;
  why: Localized;
}

const NOT_A_TEXT: BadTextLine = {
  ok: false,
  code: 'cli.not-a-text',
  why: { zh: '这一行不是 {"text": "…"}', en: 'not {"text": "…"}' },
};

/** `text`, and what surrounds it: `asked`, what the clerk had just asked, and `after`, the intent before. `intents`: those that the model knows. */
export function parseTextLine(line: string, intents: () => readonly string[]): TextLine | BadTextLine {
  const fields = objectIn(line);
  if (!fields || typeof fields.text !== 'string') return NOT_A_TEXT;
  const { text, asked = null, after = null } = fields;
  if (asked !== null && !isOneOf(ASKED_NAMES, asked))
    return unknownName('asked', asked, { zh: ASKED_NAMES.join('、'), en: ASKED_NAMES.join(', ') });
  if (after !== null && !isOneOf(intents(), after))
    return unknownName('after', after, { zh: '模型认识的意图之一', en: 'an intent that the model knows' });
  return { ok: true, text, context: { expecting: asked, lastIntent: after } };
}

function isOneOf(names: readonly string[], value: unknown): value is string {
  return typeof value === 'string' && names.includes(value);
}

function unknownName(field: string, value: unknown, known: Record<'zh' | 'en', string>): BadTextLine {
  const shown = JSON.stringify(value);
  return {
    ok: false,
    code: 'cli.unknown-context',
    why: { zh: `${field} 不能是 ${shown}，应该是：${known.zh}`, en: `${field} cannot be ${shown}; it is ${known.en}` },
  };
}

function objectIn(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
