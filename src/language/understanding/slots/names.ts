import { matchesOf } from '../../matches.ts';

const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤';
const PERSON = `[${SURNAMES}][\\p{Script=Han}]{1,2}`;

/** A name is one only beside a word that says so, or before a phone number. */
const PATTERNS = [
  new RegExp(
    `(?<=(?:收件人|收货人|联系人|姓名|名字|我叫|改成|换成|叫)(?:是|叫|为|:|改成|换成|改为)?\\s?)${PERSON}(?![\\p{Script=Han}])`,
    'gu',
  ),
  new RegExp(`(?<![\\p{Script=Han}])${PERSON}(?=[,，\\s]*(?:电话|手机)?[:：]?\\s*1[3-9]\\d)`, 'gu'),
  new RegExp(`(?<=联系|找|给)[${SURNAMES}](?:先生|女士|小姐|老师)`, 'gu'),
  /(?<=\b(?:my name is|name's|name is|i am|i'm|recipient(?: is)?|under the name(?: of)?|name on it is|make it out to|c\/o) )[A-Z][a-z'’]+(?: [A-Z][a-z'’]+){1,2}/g,
  /(?<=\b(?:put|for) )[A-Z][a-z'’]+ [A-Z][a-z'’]+(?= as the recipient)/g,
  /^[A-Z][a-z'’]+ [A-Z][a-z'’]+(?=, \d)/g,
];

export function findNames(text: string): { start: number; end: number }[] {
  return PATTERNS.flatMap((pattern) =>
    matchesOf(text, pattern).map((match) => ({ start: match.index, end: match.index + match[0].length })),
  );
}
