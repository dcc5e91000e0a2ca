import { LOCALES, type Locale, type Localized } from '../../../core/locale.ts';
import { pick, shuffle } from '../../../core/sampling.ts';
import { type Example, parseExamples } from '../../corpus/examples.ts';
import { type Split, splitExamples } from '../../corpus/split.ts';
import { normalise } from '../../normalise.ts';
import { CHINESE_FRAMES } from './frames/chinese.ts';
import { ENGLISH_FRAMES } from './frames/english.ts';
import { type Named, namesIn, plain } from './names.ts';
import type { ShopArticle, ShopWords } from './shop-words.ts';
import { bothSides } from './sides.ts';

const FRAMES: Record<Locale, Readonly<Record<string, string>>> = { zh: CHINESE_FRAMES, en: ENGLISH_FRAMES };
/** Questions that an article's title becomes. */
const QUESTIONS: Record<Locale, readonly string[]> = {
  zh: ['{t}', '请问{t}', '{t}是怎样的', '想了解一下{t}', '{t}怎么规定的', '关于{t}', '看看{t}', '{t}在哪看'],
  en: [
    '{t}',
    '{t}?',
    'tell me about {t}',
    'a question about {t}',
    'what about {t}',
    'how does {t} work',
    'info on {t}',
  ],
};

/** Utterances in a language, of either side: a shop with many products does not drown the corpus. */
const MOST = { training: 3_000, development: 400 };
/** Frames for each name at most. */
const FRAMES_EACH = 12;
const SIDES = ['training', 'development'] as const;

/**
 * What this shop's customers say: its goods in frames written by hand, its articles asked for by their titles, and what they have said.
 * Frames, goods and articles are parted before one is put into the other: whoever is measured has seen neither the sentence nor the name.
 */
export function shopExamples(words: ShopWords, approved: readonly Example[], random: () => number): Split<Example> {
  const [products, categories, articles, said] = [
    bothSides(words.products, keyOf),
    bothSides(words.categories, keyOf),
    bothSides(words.articles, ({ title }) => keyOf(title)),
    splitExamples(approved, 0.2, 'shop'),
  ];
  const found: Split<Example> = { training: [], development: [] };
  for (const side of SIDES) {
    for (const locale of LOCALES) {
      const frames = bothSides(framesOf(locale), ({ line }) => line)[side];
      const [goods, kinds] = [namesOn(side, products, locale, words.brands), namesOn(side, categories, locale, [])];
      found[side].push(...goodsIn(locale, { frames, goods, kinds, most: MOST[side] }, random));
      const questions = bothSides(QUESTIONS[locale], (question) => question)[side];
      found[side].push(...articles[side].flatMap((article) => askedFor(article, questions, locale)));
    }
    found[side].push(...said[side]);
  }
  const trained = new Set(found.training.map(({ text }) => bare(text)));
  return { ...found, development: found.development.filter(({ text }) => !trained.has(bare(text))) };
}

/** A name that goods on both sides bear was trained. */
function namesOn(
  side: keyof Split<Localized>,
  { training, development }: Split<Localized>,
  locale: Locale,
  brands: readonly Localized[],
): Named[] {
  const trained = namesIn(training, locale, brands);
  if (side === 'training') return trained;
  const known = new Set(trained.map(({ name }) => bare(name)));
  return namesIn(development, locale, brands).filter(({ name }) => !known.has(bare(name)));
}

interface Filling {
  frames: readonly Frame[];
  goods: readonly Named[];
  kinds: readonly Named[];
  most: number;
}

function goodsIn(locale: Locale, { frames, goods, kinds, most }: Filling, random: () => number): Example[] {
  const shuffled = shuffle([...frames], random);
  const withGoods = shuffled.filter(({ line }) => !line.includes('{c}'));
  const withKind = shuffled.filter(({ line }) => line.includes('{c}'));
  const each = Math.max(1, Math.min(FRAMES_EACH, withGoods.length, Math.floor(most / Math.max(1, goods.length))));
  let next = 0;
  const turnOf = () => withGoods[next++ % withGoods.length];
  const filled = [
    ...shuffle([...goods], random)
      .slice(0, most)
      .flatMap((named) => Array.from({ length: each }, () => ({ ...turnOf(), ...named }))),
    ...kinds.flatMap((named) => withKind.map((frame) => ({ ...frame, ...named }))),
  ];
  return filled.flatMap(({ intent = '', line = '', name, of }) => {
    const other = pick(goods, random);
    if (line.includes('{q}') && (!other || other.of === of)) return [];
    const parts: Record<string, string> = {
      '{p}': `[${name}](product)`,
      '{q}': `[${other?.name}](product)`,
      '{c}': `[${name}](category)`,
    };
    return parseExamples(
      line.replace(/\{[pqc]\}/g, (place) => parts[place] ?? ''),
      intent,
      locale,
    );
  });
}

interface Frame {
  intent: string;
  line: string;
}

function framesOf(locale: Locale): Frame[] {
  return Object.entries(FRAMES[locale]).flatMap(([intent, lines]) =>
    lines
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => ({ intent, line })),
  );
}

function askedFor({ title, topics }: ShopArticle, questions: readonly string[], locale: Locale): Example[] {
  const [intent, ...also] = topics;
  const name = plain(title[locale] ?? '').replace(/[?？。.!！]+$/, '');
  if (intent === undefined || name === '') return [];
  const told = locale === 'en' ? name.toLowerCase() : name;
  return questions.map((question) => ({
    ...{ text: question.replace('{t}', () => told), intent, also, locale, slots: [], tones: [], act: null },
    ...{ asked: null, after: null },
  }));
}

const keyOf = (text: Localized): string => LOCALES.map((locale) => text[locale] ?? '').join('\n');
const bare = (text: string): string => normalise(text).text.toLowerCase();
