import type { PolicyReport, PolicyShown, PublishedPolicy } from '../../server/deps.ts';
import type { Voice } from '../terminal.ts';

export const WORDS = {
  sound: {
    zh: '规则表没有漏洞也没有重叠，知识库里也没有相反的说法。',
    en: 'Exactly one row covers every situation, and no article says otherwise.',
  },
  nothing: { zh: '没有发布，当前规则不变。', en: 'Nothing was published; the rules stay as they are.' },
  none: {
    zh: '还没有发布过规则，用的是自带的默认规则。',
    en: 'None published yet: the default that comes with the program holds.',
  },
};

export function shownLines({ version, title, published, rules, digest }: PolicyShown, { say, style }: Voice): string[] {
  const since = published
    ? say({
        zh: `${published.by} 发布于 ${published.at}，生效 ${published.activeFrom}`,
        en: `published by ${published.by} at ${published.at}, active from ${published.activeFrom}`,
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

export function publishedLine({ number, activeFrom }: PublishedPolicy, { say }: Voice): string {
  return say({
    zh: `已发布为第 ${number} 版，${activeFrom} 起生效。`,
    en: `Published as version ${number}, active from ${activeFrom}.`,
  });
}
