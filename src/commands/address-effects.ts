import type { Localized } from '../core/locale.ts';
import type { Address } from '../core/order.ts';
import { addressText } from './address-merge.ts';

export const UNMERGED: Record<'incomplete' | 'unchanged', Localized> = {
  incomplete: {
    zh: '换到别的城市的话，请把新的省、市、区和街道门牌一起告诉我。',
    en: 'For another city, please give me the whole address: state or province, city and street.',
  },
  unchanged: { zh: '这和现在的收货信息一样。', en: 'That is already the address on record.' },
};

/** Who receives it and where, a sentence each. */
export function addressLines(address: Address): Localized[] {
  const text = addressText(address);
  const { name, phone } = address;
  return [
    {
      zh: `收货人：${[name, phone].filter(Boolean).join('，')}`,
      en: `Recipient: ${[name, phone].filter(Boolean).join(', ')}`,
    },
    { zh: `收货地址：${text.zh}`, en: `Address: ${text.en}` },
  ];
}
