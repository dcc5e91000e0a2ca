import type { Locale } from '../../../core/locale.ts';
import { foldHeader } from '../../../platform/spreadsheet-text.ts';

/** The columns of one question and its answer, by index. */
export interface PairColumns {
  question: number;
  answer: number;
  /** Other wordings of the question: one cell each, or several in one. */
  alsoAsked: number[];
  /** Null where the sheet has one language and does not name it. */
  language: Locale | null;
}

type Role = 'question' | 'answer' | 'alsoAsked';

/** As shops and the help desks they export from name them. */
const NAMES: Record<Role, string> = {
  question:
    '问题 标准问题 标准问 主问题 主问法 提问 问 顾客问题 客户问题 买家问题 用户问题 咨询问题 常见问题 问题标题 标题 主题 question questions q query title subject faq',
  answer:
    '答案 标准答案 回答 回复 答复 答 解答 解决方案 回复内容 答案内容 内容 正文 answer answers a reply response content body text',
  alsoAsked:
    '相似问题 相似问 相似问法 扩展问题 扩展问 扩展问法 其他问法 同义问题 同义问 similarquestions similarquestion similar alternatives alternative variants alsoasked',
};

const ROLES = new Map(
  Object.entries(NAMES).flatMap(([role, names]) => names.split(' ').map((name) => [name, role as Role] as const)),
);

const LANGUAGES: readonly [RegExp, Locale][] = [
  [/[(（[]?(?:中文|汉语|chinese|zh(?:cn|hans)?)[)）\]]?/, 'zh'],
  [/[(（[]?(?:英文|英语|english|en(?:us|gb)?)[)）\]]?/, 'en'],
];

/** What a header stands for: 「问题」, `Question (EN)`, `answer_zh`, 「相似问法3」. */
function roleOf(header: string): { role: Role; language: Locale | null } | null {
  const name = foldHeader(header);
  const plain = ROLES.get(name) ?? ROLES.get(name.replace(/\d+$/, ''));
  if (plain) return { role: plain, language: null };
  for (const [marker, language] of LANGUAGES) {
    const role = ROLES.get(name.replace(marker, '').replace(/\d+$/, ''));
    if (role && marker.test(name)) return { role, language };
  }
  return null;
}

/** Each question column with the answer column of its language; empty where the row is no header of pairs. */
export function pairColumns(header: readonly string[]): PairColumns[] {
  const found = header.flatMap((cell, index) => {
    const known = roleOf(cell);
    return known ? [{ ...known, index }] : [];
  });
  return ([null, 'zh', 'en'] as const).flatMap((language): PairColumns[] => {
    const at = (role: Role) => found.filter((each) => each.role === role && each.language === language);
    const [question] = at('question');
    const [answer] = at('answer');
    if (!question || !answer) return [];
    const alsoAsked = at('alsoAsked').map(({ index }) => index);
    return [{ question: question.index, answer: answer.index, alsoAsked, language }];
  });
}
