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
  exchange: { words: /换货|退换|[可能]以?换|\bexchang(e|es|ed|ing)\b/i, topic: 'ask_exchange_policy' },
  'price-protection': { words: /价保|价格保护|price (match|protection|drop)/i, topic: 'price_protection' },
};

/** Where a text under a rule's own topic need not name it: 「签收后 15 天内都可以」. */
const RECEIPT = /签收|收到|收货|到货|receipt|receiv|deliver|arriv/i;
const MONEY = /到账|退款|退回(?:您的)?(?:账|原)|原路|\brefund/i;
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
      return sentencesOf(`${title}\n${body}`).flatMap((sentence) =>
        inSentence(sentence, article.topics, said).map((found) => ({ articleId: article.id, title, locale, ...found })),
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

function inSentence(original: string, topics: readonly string[], said: DaysSaid): Found[] {
  const sentence = normalise(original).text;
  const found = new Map<string, Found>();
  for (const fault of faultsIn(sentence, topics, said))
    found.set(`${fault.rule} ${fault.says}`, { ...fault, sentence: original });
  return [...found.values()];
}

function faultsIn(sentence: string, topics: readonly string[], said: DaysSaid): Omit<Found, 'sentence'>[] {
  const about = rulesOf(sentence, topics);
  return findNumbers(sentence).flatMap(({ to, start, end }): Omit<Found, 'sentence'>[] => {
    const behind = sentence.slice(end);
    const number = Number(to);
    // 「第二天」 and 「3 日」 of a date count no days.
    if (!Number.isInteger(number) || /(?:第|月) ?$/.test(sentence.slice(0, start))) return [];
    if (WORKING.test(behind)) {
      const rules = [...said.arrival, ...said.refundWithin];
      const most = Math.max(...rules);
      return MONEY.test(sentence) && number > most ? [{ rule: 'refund', says: number, rules }] : [];
    }
    const unit = UNITS.find(([pattern]) => pattern.test(behind));
    if (!unit) return [];
    const days = number * unit[1];
    const rest = behind.replace(unit[0], '');
    return judge(days, NO_REASON.test(rest), about, said).map((fault) => ({ ...fault, says: days }));
  });
}

function rulesOf(sentence: string, topics: readonly string[]): (keyof typeof ABOUT)[] {
  const rules = Object.keys(ABOUT) as (keyof typeof ABOUT)[];
  const named = rules.filter(
    (rule) => ABOUT[rule].words.test(sentence) || (topics.includes(ABOUT[rule].topic) && RECEIPT.test(sentence)),
  );
  return named.length === 0 && sentence.includes('无理由') ? ['return'] : named;
}

/** Wrong where none of the rules that the sentence is about says this number in any of its places. */
function judge(
  days: number,
  noReason: boolean,
  about: readonly (keyof typeof ABOUT)[],
  said: DaysSaid,
): Pick<Found, 'rule' | 'rules'>[] {
  const [first] = about;
  if (!first) return [];
  if (noReason) {
    const rules = known([...said.withoutReason.return, ...said.withoutReason.exchange]);
    return rules.includes(days) ? [] : [{ rule: first, rules }];
  }
  const windows = known(about.flatMap((rule) => said.windows[rule]));
  const others = [said.sendBack, ...said.refundWithin];
  return windows.includes(days) || others.includes(days) ? [] : [{ rule: first, rules: windows }];
}

function known(days: readonly (number | null)[]): number[] {
  return [...new Set(days.filter((each) => each !== null))];
}
