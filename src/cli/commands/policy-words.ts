import type { PolicyReport, PolicyShown, PublishedPolicies, PublishedPolicy } from '../../server/deps.ts';
import { shopTime } from '../shop-time.ts';
import type { Voice } from '../terminal.ts';

export const WORDS = {
  sound: {
    zh: '规则表没有漏洞也没有重叠，知识库里也没有相反的说法。',
    en: 'Exactly one row covers every situation, and no article says otherwise.',
  },
  nothing: { zh: '没有发布，当前规则不变。', en: 'Nothing was published; the rules stay as they are.' },
  shippedIsNewer: {
    zh: '程序自带的规则变了，店里的规则没有动。看看有什么不同：xiaoer policy diff；要用新的：xiaoer policy import --shipped',
    en: 'The rules that come with the program have changed; the shop’s stay as they are. What differs: xiaoer policy diff. To take them: xiaoer policy import --shipped',
  },
  none: {
    zh: '还没有发布过规则，用的是自带的默认规则。',
    en: 'None published yet: the default that comes with the program holds.',
  },
};

const VERSION_STATES = {
  current: { zh: '现行', en: 'current' },
  planned: { zh: '待生效', en: 'planned' },
  earlier: { zh: '已替换', en: 'replaced' },
};

export function shownLines(shown: PolicyShown, { say, style }: Voice): string[] {
  const { version, title, published, rules, digest, timeZone } = shown;
  const since = published
    ? say({
        zh: `${published.by} 于 ${shopTime(timeZone, published.at)} 发布，${shopTime(timeZone, published.activeFrom)} 起生效`,
        en: `published by ${published.by} at ${shopTime(timeZone, published.at)}, active from ${shopTime(timeZone, published.activeFrom)}`,
      })
    : say({ zh: '自带的默认规则', en: 'the default that comes with the program' });
  return [
    style('bold', `${say(title)}  ${version}`),
    style('dim', `${since}  ${digest.slice(0, 12)}`),
    ...rules.flatMap(({ rule, text }) => [style('bold', rule), `  ${say(text)}`]),
  ];
}

/** `file:line:column problem`, as compilers write it; then the articles. */
export function reportLines(report: PolicyReport, file: string, { say, style }: Voice): string[] {
  const problems = report.problems.map(
    ({ line, column, text }) => `${style('red', `${file}:${line}:${column}`)} ${say(text)}`,
  );
  const articles = report.contradictions.map(({ articleId, locale, title, says, rules, sentence }) => {
    const ours = rules.join(say({ zh: '、', en: ', ' })) || say({ zh: '不限天数或不支持', en: 'no number of days' });
    const what = say({
      zh: `《${title}》说 ${says} 天，规则是 ${ours}：`,
      en: `“${title}” says ${says} days, the rules say ${ours}:`,
    });
    return `${style('yellow', `${articleId} (${locale})`)} ${what} ${sentence}`;
  });
  return [...problems, ...articles];
}

export function publishedLine({ number, activeFrom }: PublishedPolicy, timeZone: string, { say }: Voice): string {
  const from = shopTime(timeZone, activeFrom);
  return say({
    zh: `已发布为第 ${number} 版，${from} 起生效。`,
    en: `Published as version ${number}, active from ${from}.`,
  });
}

/** `#3  active  2026-12-01 00:00  Ann  96cfac743a72  why`: a later version holds before an earlier one once its time has come. */
export function versionLines({ versions, current, timeZone }: PublishedPolicies, { say, style }: Voice): string[] {
  return versions.map(({ number, activeFrom, by, note, digest }) => {
    const state = number === current ? 'current' : number > (current ?? 0) ? 'planned' : 'earlier';
    const line = [
      `#${number}`,
      say(VERSION_STATES[state]),
      shopTime(timeZone, activeFrom),
      by,
      digest.slice(0, 12),
      note,
    ];
    const text = line.join('  ').trimEnd();
    return state === 'current' ? style('bold', text) : text;
  });
}
