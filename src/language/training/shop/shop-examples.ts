import { LOCALES, type Locale, type Localized } from '../../../core/locale.ts';
import { pick, shuffle } from '../../../core/sampling.ts';
import { type Example, parseExamples } from '../../corpus/examples.ts';
import { CHINESE_FRAMES } from './frames/chinese.ts';
import { ENGLISH_FRAMES } from './frames/english.ts';
import type { ShopArticle, ShopWords } from './shop-words.ts';

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

/** Utterances in a language: a shop with many products does not drown the corpus. */
const MOST = 3_000;
/** Frames for each name at most. */
const FRAMES_EACH = 12;

/** What this shop's customers say: its goods in frames written by hand, and its articles asked for by their titles. */
export function shopExamples(words: ShopWords, random: () => number): Example[] {
  return LOCALES.flatMap((locale) => [
    ...goodsIn(locale, words, random),
    ...words.articles.flatMap((article) => askedFor(article, locale)),
  ]);
}

function goodsIn(locale: Locale, words: ShopWords, random: () => number): Example[] {
  const products = namesIn(words.products, locale, words.brands);
  const categories = namesIn(words.categories, locale, []);
  const frames = shuffle(framesOf(locale), random);
  const [withProduct, withCategory] = [
    frames.filter(({ line }) => !line.includes('{c}')),
    frames.filter(({ line }) => line.includes('{c}')),
  ];
  const each = Math.max(1, Math.min(FRAMES_EACH, Math.floor(MOST / Math.max(1, products.length))));
  let next = 0;
  const turnOf = (some: typeof frames) => some[next++ % some.length];
  const filled = [
    ...shuffle([...products], random)
      .slice(0, MOST)
      .flatMap((name) => Array.from({ length: each }, () => ({ ...turnOf(withProduct), name }))),
    ...categories.flatMap((name) => withCategory.map((frame) => ({ ...frame, name }))),
  ];
  return filled.flatMap(({ intent = '', line = '', name }) => {
    const other = pick(products, random) ?? name;
    if (line.includes('{q}') && other === name) return [];
    const shown = line.replaceAll('{p}', `[${name}](product)`).replaceAll('{q}', `[${other}](product)`);
    return parseExamples(shown.replaceAll('{c}', `[${name}](category)`), intent, locale);
  });
}

function framesOf(locale: Locale): { intent: string; line: string }[] {
  return Object.entries(FRAMES[locale]).flatMap(([intent, lines]) =>
    lines
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => ({ intent, line })),
  );
}

/** The names in a language, also without the brand before them; English ones as people type them, too. */
function namesIn(texts: readonly Localized[], locale: Locale, brands: readonly Localized[]): string[] {
  const marks = brands.flatMap((brand) => Object.values<string>(brand)).filter((brand) => brand !== '');
  const names = texts.flatMap((text) => {
    const name = plain(text[locale] ?? '');
    const short = plain(
      marks.reduce((rest, brand) => (rest.startsWith(brand) ? rest.slice(brand.length) : rest), name),
    );
    return locale === 'en' ? [name, short.toLowerCase()] : [name, short];
  });
  return [...new Set(names)].filter((name) => name.length > 1);
}

/** Without what the corpus's format means something by. */
function plain(name: string): string {
  return name.replace(/[[\]{}\t\n⏎]+/g, ' ').trim();
}

function askedFor({ title, topics }: ShopArticle, locale: Locale): Example[] {
  const [intent, ...also] = topics;
  const name = plain(title[locale] ?? '').replace(/[?？。.!！]+$/, '');
  if (intent === undefined || name === '') return [];
  const told = locale === 'en' ? name.toLowerCase() : name;
  return QUESTIONS[locale].map((question) => ({
    ...{ text: question.replace('{t}', told), intent, also, locale, slots: [], tones: [], act: null },
    ...{ asked: null, after: null },
  }));
}
