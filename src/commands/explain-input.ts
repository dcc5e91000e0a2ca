import type { z } from 'zod';
import { type Refusal, refuse } from '../core/verdict.ts';

const FIELDS: Record<string, { zh: string; en: string }> = {
  orderNumber: { zh: '订单号', en: 'The order number' },
  returnId: { zh: '退换编号', en: 'The number of the return' },
  name: { zh: '姓名', en: 'The name' },
  phone: { zh: '电话', en: 'The phone number' },
  country: { zh: '国家', en: 'The country' },
  province: { zh: '省份', en: 'The state or province' },
  city: { zh: '城市', en: 'The city' },
  district: { zh: '区县', en: 'The district' },
  street: { zh: '街道地址', en: 'The street' },
  street2: { zh: '门牌', en: 'The flat or building' },
  postcode: { zh: '邮编', en: 'The postcode' },
  reason: { zh: '原因', en: 'The reason' },
  title: { zh: '抬头', en: 'The invoice’s title' },
  taxNumber: { zh: '税号', en: 'The tax number' },
  email: { zh: '邮箱', en: 'The e-mail address' },
  contact: { zh: '手机号或邮箱', en: 'The phone or e-mail' },
  text: { zh: '内容', en: 'The text' },
};

/** What is wrong with an input where a customer can put it right; null for what only a brain can have got wrong. */
export function explainInput(issue: z.core.$ZodIssue): Refusal | null {
  const last = String(issue.path.at(-1) ?? '');
  if (last === 'quantity') {
    return refuse('input.quantity', {
      zh: '数量要是 1 到 10000 之间的整数，请再说一下要几件。',
      en: 'The quantity has to be a whole number from 1 to 10000. How many is it?',
    });
  }
  const field = FIELDS[last];
  if (!field) return null;
  if (issue.code === 'too_big' && issue.origin === 'string') {
    return refuse('input.too-long', {
      zh: `${field.zh}太长了，最多 ${issue.maximum} 个字，请写短一点。`,
      en: `${field.en} is too long: at most ${issue.maximum} characters, please.`,
    });
  }
  if (issue.code === 'custom' && last === 'phone') {
    return refuse('input.phone', {
      zh: '这个电话号码不对，请核对一下再发给我。',
      en: 'That is no phone number. Please check it and send it again.',
    });
  }
  if (issue.code === 'custom') {
    return refuse('input.characters', {
      zh: `${field.zh}里有换行或看不见的字符，请重新写成一行。`,
      en: `${field.en} has line breaks or invisible characters in it. Please write it on one line.`,
    });
  }
  return null;
}
