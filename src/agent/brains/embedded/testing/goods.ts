import type { Localized } from '../../../../core/locale.ts';
import { money } from '../../../../core/money.ts';
import type { Attribute, Product, Variant } from '../../../../core/product.ts';

const LABELS: Record<string, Localized> = {
  colour: { zh: '颜色', en: 'Colour' },
  size: { zh: '尺码', en: 'Size' },
  audience: { zh: '适用人群', en: 'For' },
  waterproof: { zh: '防水', en: 'Waterproof' },
};
const VALUES: Record<string, Localized> = {
  black: { zh: '黑色', en: 'Black' },
  red: { zh: '红色', en: 'Red' },
  men: { zh: '男士', en: 'Men' },
  women: { zh: '女士', en: 'Women' },
};

export function attribute(key: string, value: string): Attribute {
  return { key, label: LABELS[key] ?? { zh: key, en: key }, value: VALUES[value] ?? { zh: value, en: value } };
}

function goods(
  id: string,
  title: Localized,
  category: [id: string, zh: string, en: string],
  yuan: number,
  /** `black/42:3` is a variant with two options and three pieces, `black/42:3@109` one that costs 109 yuan. */
  variants: string,
  more: Partial<Product> = {},
): Product {
  return {
    id,
    title,
    description: { zh: `${title.zh}的说明。`, en: `About the ${title.en}.` },
    category: { id: category[0], name: { zh: category[1], en: category[2] } },
    attributes: [],
    tags: [],
    active: true,
    image: `/${id}.svg`,
    variants: variants.split(' ').map((spec): Variant => {
      const [options = '', rest = '0'] = spec.split(':');
      const [stock, dearer = yuan] = rest.split('@');
      const values = options.split('/').filter(Boolean);
      return {
        id: `${id}-${values.join('-') || 'one'}`,
        sku: `${id}-${options}`,
        options: values.map((value) => attribute(/^(?:\d|[SMXL]+$)/.test(value) ? 'size' : 'colour', value)),
        price: money(Number(dearer) * 100, 'CNY'),
        stock: Number(stock),
      };
    }),
    ...more,
  };
}

const SHOES: [string, string, string] = ['shoes', '鞋靴', 'Shoes'];
const KITCHEN: [string, string, string] = ['kitchen', '厨房', 'Kitchen'];
const HOME: [string, string, string] = ['home', '家居', 'Home'];
const BAGS: [string, string, string] = ['bags', '箱包', 'Bags'];
const PHONES: [string, string, string] = ['phones', '手机通讯', 'Phones'];
const CLOTHES: [string, string, string] = ['clothes', '服饰', 'Clothes'];
const SOUND: [string, string, string] = ['electronics', '数码', 'Electronics'];
const men = attribute('audience', 'men');

export const GOODS: Product[] = [
  goods(
    'runner',
    { zh: '追风男子跑鞋', en: 'Zhuifeng Men’s Running Shoes' },
    SHOES,
    199,
    'black/41:2 black/42:3 black/43:5 black/44:0 red/42:1 red/43:0',
    {
      attributes: [men, { ...attribute('waterproof', ''), value: { zh: '不防水', en: 'Not waterproof' } }],
      tags: ['跑鞋', 'running'],
    },
  ),
  goods('walker', { zh: '稳步男子跑鞋', en: 'Wenbu Men’s Running Shoes' }, SHOES, 219, 'black/42:4', {
    attributes: [men],
    tags: ['跑鞋', 'running'],
  }),
  goods('racer', { zh: '疾速男子跑鞋', en: 'Jisu Men’s Racing Shoes' }, SHOES, 469, 'black/42:4', {
    attributes: [men],
    tags: ['跑鞋', 'running'],
  }),
  goods('kettle', { zh: '清泉电热水壶', en: 'Qingquan Electric Kettle' }, KITCHEN, 129, ':8', {
    tags: ['水壶', 'kettle'],
  }),
  goods('mug', { zh: '陶瓷马克杯', en: 'Stoneware Mug' }, KITCHEN, 39, ':8'),
  goods('fryer', { zh: '可视空气炸锅', en: 'Air Fryer' }, KITCHEN, 299, ':3'),
  goods('bedding', { zh: '水洗棉四件套', en: 'Washed Cotton Bedding Set' }, HOME, 259, ':5'),
  goods('backpack', { zh: '通勤双肩包', en: 'Commuter Backpack' }, BAGS, 219, 'black:5'),
  goods('jade', { zh: '青禾 Jade 8 全网通手机', en: 'Qinghe Jade 8 Phone' }, PHONES, 1999, 'black:5', {
    brand: { zh: '青禾', en: 'Qinghe' },
  }),
  goods('peak', { zh: '远峰 Peak 20', en: 'Yuanfeng Peak 20' }, PHONES, 2999, 'black:5', {
    brand: { zh: '远峰', en: 'Yuanfeng' },
  }),
  goods('peak-max', { zh: '远峰 Peak 50 双卡手机', en: 'Yuanfeng Peak 50 Phone' }, PHONES, 4999, 'black:5', {
    brand: { zh: '远峰', en: 'Yuanfeng' },
  }),
  goods('dress', { zh: '亚麻连衣裙', en: 'Linen Dress' }, CLOTHES, 299, 'black:5', {
    attributes: [{ ...attribute('care', '手洗'), label: { zh: '洗涤', en: 'Care' } }],
  }),
  goods('sweater', { zh: '美利奴羊毛衫', en: 'Merino Sweater' }, CLOTHES, 399, 'black:5', {
    attributes: [{ ...attribute('care', '可以机洗'), label: { zh: '洗涤', en: 'Care' } }],
  }),
  goods(
    'tee',
    { zh: '纯棉圆领 T 恤', en: 'Cotton T-Shirt' },
    CLOTHES,
    99,
    'black/M:3 black/L:3 white/M:2 black/XL:3@109',
  ),
  goods('headphones', { zh: '头戴降噪耳机', en: 'Noise-Cancelling Headphones' }, SOUND, 459, 'black:5'),
];
