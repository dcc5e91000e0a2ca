import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Locale } from '../../core/locale.ts';
import { LOCALES } from '../../core/locale.ts';
import type { Slot } from '../../core/understanding.ts';

/** An utterance of the corpus with its meaning. */
export interface Example {
  text: string;
  intent: string;
  locale: Locale;
  slots: Slot[];
}

const MARK = /\[([^\][]+)\]\((\w+)\)/g;

/** `想买双[跑鞋](product)` → the plain text and where its slots stand. */
function parseUtterance(line: string): { text: string; slots: Slot[] } {
  const slots: Slot[] = [];
  let text = '';
  let from = 0;
  for (const match of line.matchAll(MARK)) {
    const [whole, surface = '', name = ''] = match;
    text += line.slice(from, match.index);
    slots.push({ name, text: surface, start: text.length, end: text.length + surface.length });
    text += surface;
    from = match.index + whole.length;
  }
  return { text: text + line.slice(from), slots };
}

/** One utterance a line; empty lines and lines that begin with `# ` are not utterances. */
export function parseExamples(content: string, intent: string, locale: Locale): Example[] {
  return content
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^#(?:\s|$)/.test(line))
    .map((line) => ({ ...parseUtterance(line), intent, locale }));
}

/** Every `<directory>/{zh,en}/<intent>.txt`. */
export function loadExamples(directory: string): Example[] {
  return LOCALES.flatMap((locale) => {
    const folder = join(directory, locale);
    const files = readdirSync(folder).filter((file) => file.endsWith('.txt'));
    return files
      .sort()
      .flatMap((file) => parseExamples(readFileSync(join(folder, file), 'utf8'), basename(file, '.txt'), locale));
  });
}
