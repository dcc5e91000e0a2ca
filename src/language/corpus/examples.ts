import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { AppError } from '../../core/errors.ts';
import type { Locale } from '../../core/locale.ts';
import { LOCALES } from '../../core/locale.ts';
import type { Slot, Tone } from '../../core/understanding.ts';

/** An utterance of the corpus with its meaning. The format is corpus/README.md's. */
export interface Example {
  text: string;
  /** The main one. */
  intent: string;
  /** Further needs in the same message. */
  also: string[];
  locale: Locale;
  slots: Slot[];
  tones: Tone[];
  /** What the message does, where it is not what its intent implies. */
  act: string | null;
  /** What the clerk had just asked. */
  asked: string | null;
  /** The intent before this message. */
  after: string | null;
}

const SLOT = /\[([^\][]+)\]\((\w+)\)/g;
/** Stands where one of several messages ends. */
const MESSAGE_END = /\s?⏎\s?/g;

/** `想买双[跑鞋](product)` → the plain text and where its slots stand. */
function parseUtterance(line: string): { text: string; slots: Slot[] } {
  const slots: Slot[] = [];
  let text = '';
  let from = 0;
  for (const match of line.matchAll(SLOT)) {
    const [whole, surface = '', name = ''] = match;
    text += line.slice(from, match.index);
    slots.push({ name, text: surface, start: text.length, end: text.length + surface.length });
    text += surface;
    from = match.index + whole.length;
  }
  return { text: text + line.slice(from), slots };
}

type Marks = Pick<Example, 'also' | 'tones' | 'act' | 'asked' | 'after'>;

function parseMarks(content: string, where: string): Marks {
  const marks: Marks = { also: [], tones: [], act: null, asked: null, after: null };
  for (const mark of content.split(/\s+/).filter((each) => each !== '')) {
    const value = mark.slice(1);
    if (mark[0] === '+') marks.also.push(value);
    else if (mark === '!angry' || mark === '!urgent') marks.tones.push(value as Tone);
    else if (mark[0] === '@') marks.asked = value;
    else if (mark[0] === '<') marks.after = value;
    else if (mark[0] === '=') marks.act = value;
    else throw new AppError('corpus.mark', { detail: `${where}: ${mark} is not a mark` });
  }
  return marks;
}

/** One utterance a line; empty lines and lines that begin with `# ` are not utterances. Throws `corpus.mark` naming the line. */
export function parseExamples(content: string, intent: string, locale: Locale): Example[] {
  return content.split('\n').flatMap((raw, at) => {
    const [utterance = '', marks = ''] = raw.trim().replace(MESSAGE_END, '\n').split('\t');
    if (utterance === '' || /^#(?:\s|$)/.test(utterance)) return [];
    const where = `${locale}/${intent}.txt:${at + 1}`;
    return [{ ...parseUtterance(utterance), intent, locale, ...parseMarks(marks, where) }];
  });
}

/** Every `<directory>/{zh,en}/<intent>.txt`. Throws `corpus.missing` where the folder has neither. */
export function loadExamples(directory: string): Example[] {
  const folders = LOCALES.map((locale) => ({ locale, folder: join(directory, locale) }));
  const there = folders.filter(({ folder }) => existsSync(folder));
  if (there.length === 0)
    throw new AppError('corpus.missing', { detail: `${directory} has no ${LOCALES.join(', no ')}` });
  return there.flatMap(({ locale, folder }) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.txt'))
      .sort()
      .flatMap((file) => parseExamples(readFileSync(join(folder, file), 'utf8'), basename(file, '.txt'), locale)),
  );
}
