import type { Article } from './core/customer.ts';
import type { Locale } from './core/locale.ts';
import { normalise } from './language/normalise.ts';
import { findNumbers } from './language/quantities/numbers.ts';
import { type DaysSaid, daysSaid } from './policy/days-said.ts';
import type { Policy } from './policy/policy.ts';

/** An article that names another number of days than the rules. */
export interface Contradiction {
  articleId: string;
  title: string;
  locale: Locale;
  /** What the sentence is about. */
  rule: 'return' | 'exchange' | 'price-protection' | 'refund';
  sentence: string;
  /** Days that the article says. */
  says: number;
  /** Days that the rules say; none: the rules do not allow it, or set no limit. */
  rules: number[];
}

const ABOUT: Record<Exclude<Contradiction['rule'], 'refund'>, { words: RegExp; topic: string }> = {
  return: {
    words: /退货|退换|[可能]以?退(?!款|差)|\breturn(s|ed|ing)?\b/i,
    topic: 'ask_return_policy',
  },
  exchange: {
    words: /换货|退换|换过(?!来|去)|新件|[可能]以?换|\bexchang(e|es|ed|ing)\b/i,
    topic: 'ask_exchange_policy',
  },
  'price-protection': {
    words: /价保|价格保护|降(?:价|到)|补差价|price (match|protection|drop)|\bcheaper\b/i,
    topic: 'price_protection',
  },
};

/** Where a text under a rule's own topic need not name it: 「签收后 15 天内都可以」. */
const RECEIPT = /签收|收到|收货|到货|付款|receipt|receiv|deliver|arriv|payment|\bpaid\b/i;
const MONEY = /到账|退款|退回(?:您的)?(?:账|原)|原路|\brefund|\bmoney\b/i;
/** The goods have come back: from then on the shop's own time to pay runs. */
const CAME_BACK =
  /收到(?:退货|货|商品|包裹|并)|(?:仓库|我们|售后)(?:收到|签收)|回到(?:仓库|我们)|到仓|验[货收好]|\breach(?:ed|es|ing)? us\b|\bback with us\b|\b(?:goods|parcel|item|it|they) (?:arrive|come|is|are|has been|being)\w* (?:back|checked)\b|\b(?:is|are|been|being) checked\b/i;

/** 「再过 1–3 个工作日」: counted from when the shop pays. */
const FURTHER = /再过|付出后|退出后|\bafter that\b|\ba further\b|\bafter we (?:pay|send)/i;

/** What a number of days is of: the word that stands nearest, in Chinese after it, in English before it. */
const MEANINGS: readonly (readonly [meaning: 'send' | 'refund' | 'window', words: string])[] = [
  ['send', '寄回|寄出|寄来|寄给|寄到|把.{1,8}寄|\\b(?:send|sent|post|posted|ship back|mail)\\b'],
  ['refund', '退款|退钱|到账|原路|\\b(?:refund(?:s|ed)?|pay|money)\\b'],
  ['window', '退货|退换|换货|[可能]以?[退换]|无理由|降价|\\b(?:return|exchang|cheaper|swap|take back)\\w*'],
];
const NO_REASON =
  /^(?:之?内)?(?:可以?|支持|享受?|都可以?|均可)?无理由|^(?: calendar)? ?(?:no[- ]reason|no[- ]questions)/i;

/** What stands behind a number: a length in days, or in working days. */
const WORKING = /^ ?(?:个 ?)?工作日|^[- ](?:working|business) days?/i;
const UNITS: [RegExp, number][] = [
  [/^ ?(?:个 ?)?(?:自然|日历)?[天日](?!期|常|用)|^[- ](?:calendar )?days?\b/i, 1],
  [/^ ?(?:个 ?)?(?:周|星期|礼拜)|^[- ]weeks?\b/i, 7],
  [/^ ?个 ?月|^[- ]months?\b/i, 30],
];

/** Articles of the shop against its rules: what a customer could quote against the clerk. */
export function contradictions(policy: Policy, articles: readonly Article[]): Contradiction[] {
  const said = daysSaid(policy);
  return articles.flatMap((article) =>
    (['zh', 'en'] as const).flatMap((locale) => {
      const body = article.body[locale];
      if (body === undefined) return [];
      const title = article.title[locale] ?? article.id;
      const sentences = sentencesOf(`${title}\n${body}`);
      return sentences.flatMap((sentence, at) =>
        inSentence(sentence, article.topics, said, besideOf(sentences, at, title)).map((found) => {
          return { articleId: article.id, title, locale, ...found };
        }),
      );
    }),
  );
}

function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[。!?！？;；\n])|(?<=\.)(?=\s|$)/)
    .map((sentence) =>
      sentence
        .trim()
        .replace(/^(?:[#>*-]+|\d+\.)\s+/, '')
        .trim(),
    )
    .filter((sentence) => sentence !== '');
}

type Found = Pick<Contradiction, 'rule' | 'sentence' | 'says' | 'rules'>;

/** 「签收新件后 7 天内」 "within 7 days of receiving it" */
const OF_WINDOW =
  /(?:签收|收到|付款)\p{Script=Han}{0,4}后 ?\S{1,3} ?天内|\bwithin [\w-]+ days of (?:your )?(?:receipt|receiving|payment|delivery)\b/iu;

/** What stands before a semicolon says what the words after it are about, and the title what days after a receipt or a payment are of. */
function besideOf(sentences: readonly string[], at: number, title: string): string {
  const before = sentences[at - 1] ?? '';
  const after = /[;；]$/.test(before) ? before : '';
  return normalise(`${after} ${OF_WINDOW.test(sentences[at] ?? '') ? title : ''}`).text;
}

function inSentence(original: string, topics: readonly string[], said: DaysSaid, beside: string): Found[] {
  const sentence = normalise(original).text;
  const found = new Map<string, Found>();
  for (const fault of faultsIn(sentence, topics, said, beside))
    found.set(`${fault.rule} ${fault.says}`, { ...fault, sentence: original });
  return [...found.values()];
}

function faultsIn(
  sentence: string,
  topics: readonly string[],
  said: DaysSaid,
  beside: string,
): Omit<Found, 'sentence'>[] {
  const own = rulesOf(sentence, topics);
  const about = own.length > 0 ? own : rulesOf(beside, []);
  return findNumbers(sentence).flatMap(({ to, start, end }): Omit<Found, 'sentence'>[] => {
    const before = sentence.slice(0, start);
    const behind = sentence.slice(end);
    const number = Number(to);
    // 「第二天」 and 「3 日」 of a date count no days.
    if (!Number.isInteger(number) || /(?:第|月) ?$/.test(before)) return [];
    if (WORKING.test(behind)) return lateMoney(sentence, number, said);
    const unit = UNITS.find(([pattern]) => pattern.test(behind));
    if (!unit) return [];
    const days = number * unit[1];
    const rest = behind.replace(unit[0], '');
    const noReason = NO_REASON.test(rest);
    const meaning = noReason ? 'window' : meaningOf(before, rest);
    return judge(days, noReason, about, meaning, said).map((fault) => ({ ...fault, says: days }));
  });
}

/** Working days until money is there: more than the rules have it, or so few after the goods came back that the shop's own time to pay is left out. */
function lateMoney(sentence: string, number: number, said: DaysSaid): Omit<Found, 'sentence'>[] {
  if (!MONEY.test(sentence)) return [];
  const rules = [...said.arrival, ...said.refundWithin];
  const isTooLong = number > Math.max(...rules);
  const named = findNumbers(sentence).map(({ to }) => Number(to));
  const isTooShort =
    CAME_BACK.test(sentence) &&
    said.refundWithin.length > 0 &&
    number < Math.min(...said.refundWithin) &&
    !FURTHER.test(sentence) &&
    !said.refundWithin.some((within) => named.includes(within));
  if (isTooLong) return [{ rule: 'refund', says: number, rules }];
  return isTooShort ? [{ rule: 'refund', says: number, rules: said.refundWithin }] : [];
}

type Meaning = (typeof MEANINGS)[number][0];

function meaningOf(before: string, rest: string): Meaning {
  const isChinese = /\p{Script=Han}/u.test(`${before.slice(-6)}${rest.slice(0, 6)}`);
  return isChinese ? (firstIn(rest) ?? lastIn(before) ?? 'window') : (lastIn(before) ?? firstIn(rest) ?? 'window');
}

const placesOf = (text: string) =>
  MEANINGS.flatMap(([meaning, words]) =>
    [...text.matchAll(new RegExp(words, 'gi'))].map(({ index }) => ({ meaning, index })),
  ).sort((a, b) => a.index - b.index);
const firstIn = (text: string): Meaning | undefined => placesOf(text)[0]?.meaning;
const lastIn = (text: string): Meaning | undefined => placesOf(text).at(-1)?.meaning;

function rulesOf(sentence: string, topics: readonly string[]): (keyof typeof ABOUT)[] {
  const rules = Object.keys(ABOUT) as (keyof typeof ABOUT)[];
  const named = rules.filter(
    (rule) => ABOUT[rule].words.test(sentence) || (topics.includes(ABOUT[rule].topic) && RECEIPT.test(sentence)),
  );
  return named.length === 0 && sentence.includes('无理由') ? ['return'] : named;
}

/** Wrong where none of the rules that the sentence is about says this number of what it is of. */
function judge(
  days: number,
  noReason: boolean,
  about: readonly (keyof typeof ABOUT)[],
  meaning: Meaning,
  said: DaysSaid,
): Pick<Found, 'rule' | 'rules'>[] {
  const [first] = about;
  if (!first) return [];
  const windows = noReason
    ? known([...said.withoutReason.return, ...said.withoutReason.exchange])
    : known(about.flatMap((rule) => said.windows[rule]));
  if (meaning === 'send') return days === said.sendBack ? [] : [{ rule: first, rules: [said.sendBack] }];
  if (meaning === 'refund') {
    const { refundWithin } = said;
    return refundWithin.length === 0 || refundWithin.includes(days) ? [] : [{ rule: 'refund', rules: refundWithin }];
  }
  return windows.includes(days) ? [] : [{ rule: first, rules: windows }];
}

function known(days: readonly (number | null)[]): number[] {
  return [...new Set(days.filter((each) => each !== null))];
}
