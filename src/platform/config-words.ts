import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

const KINDS: Record<string, string> = {
  ...{
    string: '文字',
    number: '数字',
    int: '整数',
    array: '列表',
    object: '一组「名称: 值」',
    boolean: 'true 或 false',
  },
};

const many = (issue: { origin: string }) =>
  issue.origin === 'string' ? ' 个字符' : issue.origin === 'array' ? ' 项' : '';

/** What is wrong with a setting, in Chinese: the validator itself speaks English. */
export function settingInChinese(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `应该是${KINDS[issue.expected] ?? issue.expected}`;
    case 'too_big':
      return `最多 ${issue.maximum}${many(issue)}`;
    case 'too_small':
      return issue.origin === 'string' && issue.minimum === 1 ? '不能为空' : `最少 ${issue.minimum}${many(issue)}`;
    case 'invalid_value':
      return `只能是 ${issue.values.map((value) => String(value)).join('、')}`;
    case 'unrecognized_keys':
      return `没有这个设置：${issue.keys.join('、')}`;
    case 'invalid_format':
      return issue.format === 'url' ? '应该是完整的网址' : '格式不对';
    default:
      return '不符合要求';
  }
}
