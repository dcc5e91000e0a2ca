import { type SeededRandom, seededRandom } from '../../../src/core/clock.ts';
import type { Locale } from '../../../src/core/locale.ts';
import type { ListedArticle } from '../../../src/knowledge/ports.ts';
import { words } from '../../../src/language/segment.ts';
import { textsOf } from '../contestant.ts';

/** Of an article. */
const PARAGRAPHS = 5;
/** Of the words of a sentence that are exchanged. */
const VARIED = 0.35;
/** Words that no article has, beside those that they have. */
const INVENTED = 30_000;

const SYLLABLES: Record<Locale, readonly string[]> = {
  zh: [...'青云山海风林石光木花月星河竹松溪雪岚桥舟棉麻铜瓷陶漆铁银纱绒帆篷钩扣绳环罐炉灯镜'],
  en: 'ba re mi lo tu ka ven dor sil mar pel nor gra chi tas fen ul wen bro dil'.split(' '),
};

/** Articles of five paragraphs in one language, by turns: the shop's own sentences with words of a vocabulary in which the n-th is drawn n times less often than the first. */
export function generated(articles: readonly ListedArticle[], chunks: number, seed = 1): ListedArticle[] {
  const random = seededRandom(seed);
  const sources = { zh: sourceOf(articles, 'zh', random), en: sourceOf(articles, 'en', random) };
  return Array.from({ length: Math.ceil(chunks / PARAGRAPHS) }, (_, at) => {
    const locale = at % 2 === 0 ? 'zh' : 'en';
    const { sentences, vocabulary } = sources[locale];
    const sentence = () => varied(pick(sentences, random), locale, vocabulary, random);
    const title = sentence().slice(0, locale === 'zh' ? 12 : 40);
    const body = Array.from({ length: PARAGRAPHS }, sentence).join('\n\n');
    return {
      articleId: `generated-${at}`,
      ...(locale === 'zh'
        ? { title: { zh: title }, body: { zh: body } }
        : { title: { en: title }, body: { en: body } }),
      ...{ topics: [], audience: 'public', validFrom: null, validUntil: null },
    };
  });
}

/** Sentences, and words by how often they stand there, those that are invented after them. */
function sourceOf(articles: readonly ListedArticle[], locale: Locale, random: SeededRandom) {
  const text = textsOf(articles)
    .filter((each) => each.locale === locale)
    .map(({ body }) => body.replace(/^#.*$/gm, ''))
    .join('\n');
  const counts = new Map<string, number>();
  for (const word of words(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const known = [...counts].sort(([, one], [, other]) => other - one).map(([word]) => word);
  const invented = Array.from({ length: INVENTED }, () =>
    Array.from({ length: locale === 'zh' ? 2 : 3 }, () => pick(SYLLABLES[locale], random)).join(''),
  );
  const sentences = text
    .split(locale === 'zh' ? /(?<=[。！？])|\n+/ : /(?<=[.!?])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length > 8);
  return { sentences, vocabulary: [...known, ...new Set(invented)] };
}

function varied(sentence: string, locale: Locale, vocabulary: readonly string[], random: SeededRandom): string {
  const cut = locale === 'zh' ? words(sentence) : sentence.split(/\s+/);
  const exchanged = cut.map((word) => (random.next() < VARIED ? zipf(vocabulary, random) : word));
  return exchanged.join(locale === 'zh' ? '' : ' ');
}

const pick = <T>(some: readonly T[], random: SeededRandom): T => some[Math.floor(random.next() * some.length)] as T;

/** Rank r with a chance of about 1 / r. */
function zipf(vocabulary: readonly string[], random: SeededRandom): string {
  return vocabulary[Math.floor(vocabulary.length ** random.next()) - 1] ?? '';
}
